import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type RunTask, runHere } from '../../../src/main/journal/backups/backupTasks.ts';
import { readHealth } from '../../../src/main/journal/backups/health.ts';
import { type BackupKeeper, createBackupKeeper } from '../../../src/main/journalProcess/backupKeeper.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import { writeTestKeys } from '../../support/backups.ts';
import { removeTempFolders } from '../../support/folders.ts';
import {
  addEntry,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testKey,
} from '../../support/journal.ts';

const MINUTE = 60_000;
const keepers: BackupKeeper[] = [];

afterEach(() => {
  for (const keeper of keepers.splice(0)) keeper.closed();
  closeTestJournals();
  removeTempFolders();
});

/** A journal with a keeper that looks all the time, while the clock goes only where it is set. */
async function openKept(run: RunTask = runHere) {
  const journal = openTestJournal();
  await writeTestKeys(journal.folder);
  const failures: unknown[] = [];
  const keeper = createBackupKeeper({
    dataFolder: journal.folder,
    clock: journal.clock,
    run,
    onEvent: () => undefined,
    onFailure: (error) => failures.push(error),
    lookEveryMs: 2,
  });
  keepers.push(keeper);
  keeper.hold(testKey);
  keeper.opened(journal);
  return { journal, keeper, failures };
}

function backupsIn({ folder }: TestJournal): readonly string[] {
  try {
    return readdirSync(join(folder, 'backups'));
  } catch {
    // None was made yet.
    return [];
  }
}

test('who writes gets backups by the clock, one for each quarter of an hour', async () => {
  const { journal, keeper, failures } = await openKept();
  for (let quarter = 1; quarter <= 3; quarter++) {
    await addEntry(journal, { body: `${quarter}` });
    keeper.edited();
    journal.clock.advance(16 * MINUTE);
    await vi.waitFor(() => expect(backupsIn(journal)).toHaveLength(quarter), { timeout: 20_000 });
  }
  expect(failures).toEqual([]);
}, 60_000);

test('the file is checked after opening, and damage is found and remembered', async () => {
  const { journal } = await openKept();
  for (let i = 0; i < 30; i++) await addEntry(journal, { body: `entry ${i} `.repeat(100) });
  journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(journal.file);
  const at = bytes.length - 4096 * 3 + 500;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(journal.file, bytes);
  journal.clock.advance(MINUTE);
  await vi.waitFor(() => expect(readHealth(journal.folder).isDamaged).toBe(true), { timeout: 20_000 });
  expect(readHealth(journal.folder).fullAt).toBeNull();
}, 60_000);

test('a whole file is remembered as checked', async () => {
  const { journal } = await openKept();
  journal.clock.advance(MINUTE);
  const at = journal.clock.now();
  await vi.waitFor(() => expect(readHealth(journal.folder)).toMatchObject({ fullAt: at, isDamaged: false }), {
    timeout: 20_000,
  });
}, 60_000);

test('a backup that fails is told, tried again later, and forgets no edit', async () => {
  let isFull = true;
  const { journal, keeper, failures } = await openKept((name, input, report) => {
    if (name === 'make' && isFull) throw new KithError('diskFull', 'There is not enough room on the disk.');
    return runHere(name, input, report);
  });
  await addEntry(journal, { body: 'one' });
  keeper.edited();
  await keeper.finish();
  expect(keeper.failures().here).toBe('There is not enough room on the disk.');
  expect(failures).toHaveLength(1);
  isFull = false;
  await keeper.finish();
  expect(backupsIn(journal)).toHaveLength(1);
  expect(keeper.failures().here).toBeNull();
});

test('without its key it makes nothing', async () => {
  const { journal, keeper } = await openKept();
  keeper.closed();
  await expect(keeper.make(null)).rejects.toMatchObject({ kind: 'locked' });
  expect(keeper.copyKey()).toBeNull();
  expect(backupsIn(journal)).toEqual([]);
});
