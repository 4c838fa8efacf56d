import { afterEach, expect, test } from 'vitest';
import { addEntry, closeTestJournals, openTestJournal, type TestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

const suggest = async (journal: TestJournal, text: string, limit = 20) =>
  (await journal.ask('tags.suggest', { text, limit })).map(({ tag, entryCount }) => `${tag} ${entryCount}`);

test('tags come most used first, by how they begin, whatever their case and accents', async () => {
  const journal = openTestJournal();
  for (const tags of [['Café', 'work'], ['work'], ['work', 'cats'], ['cats'], ['日記'], ['zoo']]) {
    await addEntry(journal, { tags });
  }
  expect(await suggest(journal, '')).toEqual([
    'work 3',
    'cats 2',
    expect.anything(),
    expect.anything(),
    expect.anything(),
  ]);
  expect(await suggest(journal, 'CA')).toEqual(['cats 2', 'Café 1']);
  expect(await suggest(journal, '#cafe')).toEqual(['Café 1']);
  expect(await suggest(journal, '日')).toEqual(['日記 1']);
  expect(await suggest(journal, 'c', 1)).toEqual(['cats 2']);
  expect(await suggest(journal, 'x')).toEqual([]);
});

test('a tag that nothing has any more is not offered, and comes back with its entry', async () => {
  const journal = openTestJournal();
  const id = await addEntry(journal, { tags: ['once'] });
  const trash = await journal.ask('entries.remove', { id });
  expect(await suggest(journal, '')).toEqual([]);
  expect(await suggest(journal, 'on')).toEqual([]);
  await journal.ask('trash.restore', trash);
  expect(await suggest(journal, 'on')).toEqual(['once 1']);
});
