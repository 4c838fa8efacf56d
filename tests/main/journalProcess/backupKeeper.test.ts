import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { readAbout } from '../../../src/main/journal/backups/about.ts';
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
  const kept = keep(journal, run);
  kept.keeper.opened(journal, true);
  return kept;
}

function keep(journal: TestJournal, run: RunTask = runHere) {
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

/** The keeper after a lock, or a crash, and the unlocking that follows. */
function keepAgain(journal: TestJournal, before: BackupKeeper, run?: RunTask) {
  before.closed();
  journal.reopen();
  journal.clock.advance(MINUTE);
  const kept = keep(journal, run);
  kept.keeper.opened(journal);
  // The check of the file is due from here on.
  journal.clock.advance(MINUTE);
  return kept;
}

/** What a keeper does that counts its work. */
function countTasks() {
  const tasks: string[] = [];
  const run: RunTask = (name, input, report) => {
    tasks.push(name);
    return runHere(name, input, report);
  };
  return { tasks, run };
}

test('what a session left without a backup gets one at once in the next, without a further edit', async () => {
  const { journal, keeper } = await openKept();
  await addEntry(journal, { body: 'just before the lock' });
  keeper.edited();
  const { failures } = keepAgain(journal, keeper);
  await vi.waitFor(() => expect(backupsIn(journal)).toHaveLength(1), { timeout: 20_000 });
  expect(failures).toEqual([]);
  expect(readAbout(join(journal.folder, 'backups', backupsIn(journal)[0] ?? ''))).toMatchObject({
    entries: 1,
  });
}, 60_000);

test('a session that begins and ends before that pays the debt on leaving', async () => {
  const { journal, keeper } = await openKept();
  await addEntry(journal, { body: 'just before the lock' });
  keeper.edited();
  keeper.closed();
  journal.reopen();
  const { keeper: next } = keep(journal);
  next.opened(journal);
  await next.finish();
  expect(backupsIn(journal)).toHaveLength(1);
});

test('housekeeping is no reason for another backup, and is looked at once', async () => {
  const { journal, keeper } = await openKept();
  await addEntry(journal, { body: 'one' });
  keeper.edited();
  await keeper.finish();
  const { db } = journal.context;
  db.transaction(() => db.exec('UPDATE index_state SET changes = changes + 1'))();
  const second = countTasks();
  const { keeper: again } = keepAgain(journal, keeper, second.run);
  await vi.waitFor(() => expect(second.tasks).toEqual(['hash', 'check']), { timeout: 20_000 });
  const third = countTasks();
  keepAgain(journal, again, third.run);
  await vi.waitFor(() => expect(third.tasks).toEqual(['check']), { timeout: 20_000 });
  expect(backupsIn(journal)).toHaveLength(1);
}, 60_000);
