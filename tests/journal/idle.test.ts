import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { startIdleWork } from '../../src/main/journal/idle.ts';
import { checkpoint } from '../../src/main/journal/store/checkpoint.ts';
import { addEntry, closeTestJournals, openTestJournal } from '../support/journal.ts';

afterEach(closeTestJournals);

const logSize = (file: string) => statSync(`${file}-wal`).size;

test('what was saved is moved from the log into the file, and only when there is something', async () => {
  const journal = openTestJournal();
  await addEntry(journal, { body: 'saved' });
  expect(logSize(journal.file)).toBeGreaterThan(0);
  checkpoint(journal.context);
  expect(logSize(journal.file)).toBe(0);
  await journal.ask('entries.timeline', {});
  checkpoint(journal.context);
  expect(logSize(journal.file)).toBe(0);
  await addEntry(journal);
  expect(logSize(journal.file)).toBeGreaterThan(0);
  checkpoint(journal.context);
  expect(logSize(journal.file)).toBe(0);
});

test('after two quiet seconds the log is empty without anybody asking', async () => {
  const journal = openTestJournal();
  await addEntry(journal, { body: 'saved' });
  const deadline = Date.now() + 20_000;
  while (logSize(journal.file) > 0 && Date.now() < deadline) await wait(100);
  expect(logSize(journal.file)).toBe(0);
}, 30_000);

test('work that fails is told of, and does not end the process', async () => {
  const journal = openTestJournal();
  const failures: unknown[] = [];
  const { context } = journal;
  const idle = startIdleWork(
    { ...context, people: { ...context.people, warm: () => expect.fail('a full disk') } },
    (error) => failures.push(error),
  );
  const deadline = Date.now() + 20_000;
  while (failures.length === 0 && Date.now() < deadline) await wait(100);
  idle.stop();
  expect(failures).toEqual([expect.objectContaining({ message: 'a full disk' })]);
}, 30_000);

test('a journal that is closed has no work left that could touch it', async () => {
  const journal = openTestJournal();
  await addEntry(journal);
  journal.close();
  await wait(2_500);
  expect(journal.context.db.open).toBe(false);
}, 30_000);
