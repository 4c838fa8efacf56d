import { afterEach, expect, test } from 'vitest';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { countPending, indexPending } from '../../../src/main/journal/search/indexPending.ts';
import {
  countWords,
  indexWaiting,
  mergeIndex,
  rebuildOldIndex,
} from '../../../src/main/journal/search/tendIndex.ts';
import {
  addEntry,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

function addInBulk({ context }: TestJournal, count: number): void {
  context.db.transaction(() => {
    for (let i = 0; i < count; i++) {
      insertEntry(context, entryDraftOf({ day: '2020-01-01', body: `bulk word${i}` }), { index: 'later' });
    }
  })();
}

const found = async (journal: TestJournal, text: string) =>
  (await journal.ask('search.typing', { text })).count;

test('what an import left waiting is found once it is indexed, newest first, and search says that it waits', async () => {
  const journal = openTestJournal();
  addInBulk(journal, 100);
  expect(countPending(journal.context)).toBe(100);
  const waiting = await journal.ask('search.typing', { text: 'bulk' });
  expect([waiting.count, waiting.notes]).toEqual([
    0,
    ['Some imported entries are still being made ready for search.'],
  ]);
  expect(indexPending(journal.context, 30)).toBe(30);
  expect(await found(journal, 'bulk')).toBe(30);
  expect(await found(journal, 'word99')).toBe(1);
  journal.reopen();
  while (indexWaiting(journal.context));
  expect((await journal.ask('search.typing', { text: 'bulk' })).notes).toEqual([]);
  expect(await found(journal, 'bulk')).toBe(100);
  expect(countPending(journal.context)).toBe(0);
});

test('what waits can be changed and removed', async () => {
  const journal = openTestJournal();
  addInBulk(journal, 2);
  const ids = journal.context.db.prepare('SELECT id FROM entry ORDER BY k').pluck().all() as string[];
  await journal.ask('entries.update', { id: ids[0] as string, entry: entryDraftOf({ body: 'changed' }) });
  await journal.ask('entries.remove', { id: ids[1] as string });
  while (indexWaiting(journal.context));
  expect([await found(journal, 'changed'), await found(journal, 'bulk')]).toEqual([1, 0]);
});

test('merging comes to an end, loses nothing, and rests until something changes', async () => {
  const journal = openTestJournal();
  for (let i = 0; i < 40; i++) await addEntry(journal, { body: `letter ${i}` });
  let steps = 0;
  while (mergeIndex(journal.context)) steps++;
  expect(steps).toBeGreaterThan(0);
  expect(mergeIndex(journal.context)).toBe(false);
  expect(await found(journal, 'letter')).toBe(40);
});

test('the vocabulary learns what is written at once, and forgets what nobody writes any more', async () => {
  const journal = openTestJournal();
  const id = await addEntry(journal, { body: 'Trondheim harbour' });
  const terms = () => journal.context.db.prepare('SELECT term, df FROM term ORDER BY term').raw().all();
  expect(terms()).toEqual([
    ['harbour', 1],
    ['trondheim', 1],
  ]);
  await addEntry(journal, { body: 'harbour' });
  while (countWords(journal.context));
  expect(terms()).toEqual([
    ['harbour', 2],
    ['trondheim', 1],
  ]);
  await journal.ask('entries.remove', { id });
  while (countWords(journal.context));
  expect(terms()).toEqual([['harbour', 1]]);
  expect(countWords(journal.context)).toBe(false);
});

test('an index that was made by older rules is made anew', async () => {
  const journal = openTestJournal();
  await addEntry(journal, { body: 'letter' });
  expect(rebuildOldIndex(journal.context)).toBe(false);
  journal.context.db.exec('UPDATE index_state SET version = 0; DELETE FROM entry_typing;');
  expect(await found(journal, 'letter')).toBe(0);
  expect(rebuildOldIndex(journal.context)).toBe(true);
  while (indexWaiting(journal.context));
  expect(await found(journal, 'letter')).toBe(1);
  expect(rebuildOldIndex(journal.context)).toBe(false);
});
