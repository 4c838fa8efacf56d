import type { Page } from '@playwright/test';
import { goToJournal, makeJournal, startWriting, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

/** Names somebody whom the journal does not know yet. */
async function nameNewPerson(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`@${name}`);
  await expect(page.getByRole('option', { name: `Add “${name}” as a new person` })).toBeVisible();
  await page.keyboard.press('Enter');
}

test('an entry that names two people is there after a restart, and so are they', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await makeJournal(page);

  const writing = await startWriting(page);
  await page.keyboard.type('Lunch with ');
  await nameNewPerson(page, 'Maren Okafor');
  await page.keyboard.type(' and ');
  await nameNewPerson(page, 'Tom Reed');
  await page.keyboard.type(' by the harbour. #lunch ');
  await expect(page.getByRole('list', { name: 'People in this entry' }).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  const words = 'Lunch with Maren Okafor and Tom Reed by the harbour.';
  await expect(page.getByRole('article')).toContainText(words);
  await first.quit();

  const second = await launch();
  await unlock(second.page);
  await goToJournal(second.page);
  await expect(second.page.getByRole('article')).toContainText(words);
  await second.page.keyboard.press('Control+3');
  for (const name of ['Maren Okafor', 'Tom Reed']) {
    await expect(second.page.getByRole('row').filter({ hasText: name })).toBeVisible();
  }
});

test('what was saved a moment before Kith is killed is there', async ({ launch }) => {
  const first = await launch();
  await makeJournal(first.page);
  const writing = await startWriting(first.page);
  await first.page.keyboard.type('Said goodbye at the gate.');
  await first.page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
  const gone = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await gone;

  const second = await launch();
  await unlock(second.page);
  await goToJournal(second.page);
  await expect(second.page.getByRole('article')).toContainText('Said goodbye at the gate.');
});

test('an entry that was deleted comes back with Undo, as it was', async ({ kith: { page } }) => {
  await makeJournal(page);
  await startWriting(page);
  await page.keyboard.type('A long talk at the station. #travel ');
  await page.keyboard.press('Control+Enter');
  const entry = page.getByRole('article');
  await expect(entry).toContainText('A long talk at the station.');

  await entry.hover();
  await entry.getByRole('button', { name: 'Delete' }).click();
  await expect(entry).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(entry).toContainText('A long talk at the station. #travel');
});
