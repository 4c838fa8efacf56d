import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goToJournal, makeJournal, startWriting, unlock, willChoose } from './support/journal.ts';
import { expect, test } from './support/test.ts';

async function write(page: Page, words: string): Promise<void> {
  const writing = await startWriting(page);
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(writing).toBeHidden();
}

const message = (page: Page, words: string | RegExp) =>
  page.getByRole('region', { name: 'Messages' }).getByText(words);

async function goToBackups(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'See the backups' }).click();
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible();
}

test('a backup is made, more is written, and the backup is restored; what was replaced is kept', async ({
  kith,
  dataFolder,
}) => {
  const { page } = kith;
  await makeJournal(page);
  await write(page, 'Walked to the lighthouse with nobody at all');
  await goToBackups(page);
  await page.getByRole('button', { name: 'Make one now' }).click();
  await expect(message(page, 'A backup was made, and read through.')).toBeVisible();
  await expect(page.getByText(/The last backup was made today/)).toContainText('One entry');
  await page.getByRole('link', { name: 'Journal', exact: true }).click();
  await write(page, 'Something that will be taken back');
  await expect(page.getByRole('article')).toHaveCount(2);

  await goToBackups(page);
  await page.getByRole('button', { name: /^Restore the one of today/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(message(page, /^Restored\./)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Journals that were replaced' })).toBeVisible();
  await page.getByRole('link', { name: 'Journal', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('Walked to the lighthouse');
  expect(readdirSync(join(dataFolder, 'replaced'))).toHaveLength(1);

  // And back again, for what was replaced is a backup as well.
  await goToBackups(page);
  const replaced = page.getByRole('region', { name: 'Journals that were replaced' });
  await replaced
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(message(page, /^Restored\./).first()).toBeVisible();
  await page.getByRole('link', { name: 'Journal', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('leaving makes a backup, and copies it to the second folder', async ({ launch, dataFolder }) => {
  const kith = await launch();
  await makeJournal(kith.page);
  const second = join(tmpdir(), `kith-second-${process.pid}`);
  mkdirSync(second, { recursive: true });
  await willChoose(kith, second);
  await goToBackups(kith.page);
  await kith.page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(kith.page.getByText(/Every backup is copied into/)).toBeVisible();
  await kith.page.getByRole('link', { name: 'Journal', exact: true }).click();
  await write(kith.page, 'A quiet evening');
  await kith.quit();
  const backups = readdirSync(join(dataFolder, 'backups'));
  expect(backups).toHaveLength(1);
  expect(
    JSON.parse(readFileSync(join(dataFolder, 'backups', backups[0] ?? '', 'about.json'), 'utf8')),
  ).toMatchObject({
    entries: 1,
  });
  expect(readdirSync(join(second, 'Kith backups'))).toEqual(backups);
});

test('a damaged journal offers its backup in place of a dead end, and opens with it', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch();
  await makeJournal(first.page);
  await write(first.page, 'Plum dumplings, at last');
  await first.quit();
  const file = join(dataFolder, 'journal.kith');
  const bytes = readFileSync(file);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(file, bytes);

  const { page } = await launch();
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'This journal cannot be read' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await goToJournal(page);
  await expect(page.getByRole('article')).toContainText('Plum dumplings');
  const [kept] = readdirSync(join(dataFolder, 'replaced'));
  expect(readFileSync(join(dataFolder, 'replaced', kept ?? '', 'journal.kith')).equals(bytes)).toBe(true);
});

test('a journal whose first page is gone is saved without a backup, and says what was saved', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch();
  await makeJournal(first.page);
  await write(first.page, 'Plum dumplings, at last');
  await first.quit();
  rmSync(join(dataFolder, 'backups'), { recursive: true });
  const file = join(dataFolder, 'journal.kith');
  writeFileSync(file, readFileSync(file).fill(0, 0, 4096));

  const { page } = await launch();
  await unlock(page);
  await expect(page.getByText('Kith finds no backup')).toBeVisible();
  await page.getByRole('button', { name: 'Save what can be read' }).click();
  await expect(page.getByText('The new journal holds one entry.')).toBeVisible();
  await page.getByRole('button', { name: 'Open the journal' }).click();
  await goToJournal(page);
  await expect(page.getByRole('article')).toContainText('Plum dumplings');
});
