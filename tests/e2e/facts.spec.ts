import type { Locator, Page } from '@playwright/test';
import { goToJournal, makeJournal, startWriting, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

/** Writes an entry in which somebody is named whom the journal does not know yet, and answers with it. */
async function writeAbout(page: Page, name: string, before: string, after: string): Promise<Locator> {
  const writing = await startWriting(page);
  await page.keyboard.type(`${before} @${name}`);
  await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(after);
  await page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  const entry = page.getByRole('article').filter({ hasText: after.trim() });
  await expect(entry).toBeVisible();
  return entry;
}

/** Draws the mouse over one line of an entry, from a share of its width to another. */
async function drawOver(page: Page, words: Locator, from: number, to: number): Promise<void> {
  const box = await words.boundingBox();
  if (!box) throw new Error('the words are not on the screen');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 8 });
  await page.mouse.up();
}

test('selected words are remembered about somebody, and are there after a restart', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await makeJournal(page);
  const entry = await writeAbout(page, 'Tom Reed', 'Tea with', ' who works at Northwind.');
  const link = entry.getByRole('link', { name: 'Tom Reed' }).last();
  const name = await link.boundingBox();
  const line = await entry.locator('p').boundingBox();
  if (!name || !line) throw new Error('the entry is not on the screen');
  // From behind the name into the empty end of the line.
  await drawOver(page, entry.locator('p'), (name.x + name.width + 6 - line.x) / line.width, 0.98);
  const bar = page.getByRole('toolbar', { name: 'Remember the selected words' });
  await bar.getByRole('button', { name: 'Tom Reed' }).click();
  const sheet = page.getByRole('dialog', { name: 'Remember this' });
  await expect(sheet.getByRole('textbox', { name: 'What to remember' })).toHaveValue('Northwind');
  await expect(sheet.getByRole('combobox', { name: 'In a word' })).toHaveValue('employer');
  await expect(sheet.getByRole('textbox', { name: 'What to remember' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(entry.getByRole('list', { name: 'Remembered from this entry' })).toHaveText(
    'Remembered about Tom Reed: employer Northwind',
  );
  await first.quit();

  const second = await launch();
  await unlock(second.page);
  await goToJournal(second.page);
  await second.page
    .getByRole('list', { name: 'Remembered from this entry' })
    .getByRole('link', { name: 'Tom Reed' })
    .click();
  const work = second.page.getByRole('list', { name: 'Work' });
  await expect(work).toContainText('employer Northwind');
  await work.getByRole('link', { name: 'learned today' }).click();
  await expect(second.page.getByRole('article')).toContainText('who works at Northwind');
});

test('the menu of a right click, the palette and a key remember, too', async ({ kith: { app, page } }) => {
  await makeJournal(page);
  const entry = await writeAbout(page, 'Tom Reed', 'A long walk with', ' by the sea.');
  const sheet = page.getByRole('dialog', { name: 'Remember this' });

  // On the first words, for the line is wider than they are.
  const selectWord = () => entry.getByText('by the sea').dblclick({ position: { x: 30, y: 12 } });
  await selectWord();
  await expect(page.getByRole('toolbar', { name: 'Remember the selected words' })).toBeVisible();
  // What an item of the menu sends when it is chosen.
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('menu', 'remember'),
  );
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await selectWord();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('remember');
  await expect(page.getByRole('menuitem', { name: /Remember this about/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  // The sheet gives the focus back a moment after it has gone.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('article') !== null))
    .toBe(true);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  const sentences = page.getByRole('listbox', { name: 'Sentences of the entry' });
  await expect(sentences.getByRole('option')).toHaveText(['A long walk with Tom Reed by the sea.']);
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('textbox', { name: 'What to remember' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entry.getByRole('list', { name: 'Remembered from this entry' })).toBeVisible();
});
