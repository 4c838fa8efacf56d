import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/main/journal/store/openStore.ts';
import { unlockVault } from '../../src/main/journal/vault/vault.ts';
import { expectJournal, makeJournal, PASSPHRASE, unlock } from './support/journal.ts';
import { expect, test } from './support/test.ts';

test('a first run makes a journal that opens again with its passphrase only', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch();
  await makeJournal(first.page);
  await first.quit();

  const second = await launch();
  await unlock(second.page, 'not the passphrase');
  await expect(second.page.getByText('That is not the passphrase of this journal.')).toBeVisible();
  await unlock(second.page);
  await expectJournal(second.page);
  await second.quit();
  // Everything is in the one file, and nothing half done lies beside it.
  expect(
    readdirSync(dataFolder)
      .filter((name) => name.startsWith('journal.'))
      .sort(),
  ).toEqual(['journal.keys.json', 'journal.kith']);
});

test('a journal from a newer Kith is refused in plain words, and not changed', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch();
  await makeJournal(first.page);
  await first.quit();
  const file = join(dataFolder, 'journal.kith');
  const key = await unlockVault(dataFolder, PASSPHRASE);
  const store = openStore(file, { key, create: false });
  store.pragma('user_version = 999');
  store.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  const before = readFileSync(file);

  const { page, quit } = await launch();
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'This journal is from a newer Kith' })).toBeVisible();
  await quit();
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a journal that is gone is missed, and none is made in its place', async ({ launch, dataFolder }) => {
  const first = await launch();
  await makeJournal(first.page);
  await first.quit();
  const file = join(dataFolder, 'journal.kith');
  renameSync(file, `${file}.away`);

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'The journal is not where it was' })).toBeVisible();
  expect(existsSync(file)).toBe(false);
  renameSync(`${file}.away`, file);
  await second.page.getByRole('button', { name: 'Try again' }).click();
  await unlock(second.page);
  await expectJournal(second.page);
});

test('a damaged journal is told from a wrong passphrase', async ({ launch, dataFolder }) => {
  const first = await launch();
  await makeJournal(first.page);
  await first.quit();
  const file = join(dataFolder, 'journal.kith');
  const bytes = readFileSync(file);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(file, bytes);

  const { page } = await launch();
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'This journal cannot be read' })).toBeVisible();
  expect(readFileSync(file).equals(bytes)).toBe(true);
});
