import type { ElectronApplication, Page } from '@playwright/test';
import { expectJournal, makeJournal, startWriting, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

async function write(page: Page, words: string): Promise<void> {
  const writing = await startWriting(page);
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible();
}

async function deleteEntry(page: Page, words: string): Promise<void> {
  const entry = page.getByRole('article').filter({ hasText: words });
  await entry.hover();
  await entry.getByRole('button', { name: 'Delete' }).click();
  await expect(entry).toHaveCount(0);
}

/** Chooses an item of the menu “Edit”, as a click on it does. */
function chooseEdit(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    const item = items.find(({ label: name }) => name === wanted);
    if (item === undefined) throw new Error(`there is no “${wanted}” in the menu`);
    item.click();
  }, label);
}

test('what was deleted is back with Ctrl+Z, and gone again with Ctrl+Shift+Z', async ({ kith: { page } }) => {
  await makeJournal(page);
  await write(page, 'A long talk at the station.');
  const entry = page.getByRole('article');
  await deleteEntry(page, 'A long talk');
  await page.keyboard.press('Control+z');
  await expect(entry).toContainText('A long talk at the station.');
  await expect(page.getByText('The entry is back.').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+Z');
  await expect(entry).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(entry).toContainText('A long talk at the station.');
});

test('where one types, undo is of the typing, by key and by the menu', async ({ kith: { app, page } }) => {
  await makeJournal(page);
  await write(page, 'To be deleted.');
  await deleteEntry(page, 'To be deleted.');
  const writing = await startWriting(page);
  await page.keyboard.type('tea');
  await page.keyboard.press('Control+z');
  await expect(writing).not.toContainText('tea');
  await page.keyboard.type('cake');
  await chooseEdit(app, 'Undo');
  await expect(writing).not.toContainText('cake');
  await expect(page.getByRole('article')).toHaveCount(0);

  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await chooseEdit(app, 'Undo');
  await expect(page.getByText('The entry is back.').first()).toBeVisible();
});

test('an earlier version of an entry is read and brought back', async ({ kith: { page } }) => {
  await makeJournal(page);
  await write(page, 'We had tea.');
  const entry = page.getByRole('article');
  await entry.hover();
  await entry.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Edit (e)' }).click();
  const words = page.getByRole('textbox', { name: 'The words of the entry' });
  await expect(words).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And very good cake.');
  await page.keyboard.press('Control+Enter');
  await expect(entry).toContainText('And very good cake.');

  await page.getByRole('button', { name: 'Earlier versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(dialog.locator('del')).toContainText('And very good cake.');
  await dialog.getByRole('button', { name: 'Bring this version back' }).click();
  await expect(entry).not.toContainText('cake');
  await expect(entry).toContainText('We had tea.');
});

test('what was deleted before a restart is restored from the trash', async ({ launch }) => {
  const first = await launch();
  await makeJournal(first.page);
  await write(first.page, 'Said goodbye at the gate.');
  await deleteEntry(first.page, 'Said goodbye');
  await first.quit();

  const { page } = await launch();
  await unlock(page);
  await expectJournal(page);
  await expect(page.getByRole('article')).toHaveCount(0);
  // What can be undone is what was done since the journal was opened.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('There is nothing to undo.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(page.getByRole('article')).toContainText('Said goodbye at the gate.');
  await page.getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('article')).toContainText('Said goodbye at the gate.');
});
