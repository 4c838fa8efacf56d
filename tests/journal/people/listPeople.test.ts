import { afterEach, describe, expect, test } from 'vitest';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

async function list(journal: TestJournal, input: JournalInput<'people.list'> = {}) {
  const { rows, total } = await journal.ask('people.list', input);
  return { names: rows.map(({ name }) => name), total };
}

async function addMany(journal: TestJournal): Promise<void> {
  const talks: readonly (readonly [string, string | null, string | null])[] = [
    ['Zoe', 'inner', '2026-11-01'],
    ['émile', 'friends', null],
    ['Anna', null, '2026-11-20'],
    ['Bob', 'close', '2026-01-01'],
    ['Person 10', 'inner', '2026-11-10'],
    ['Person 9', null, null],
  ];
  for (const [name, circleId, day] of talks) {
    const personId = await addPerson(journal, { name, circleId });
    if (day) await addEntry(journal, { day, people: [{ personId, role: 'with' }] });
  }
}

describe('the list', () => {
  test('is sorted by name as people read names', async () => {
    const journal = openTestJournal();
    await addMany(journal);
    const names = ['Anna', 'Bob', 'émile', 'Person 9', 'Person 10', 'Zoe'];
    expect(await list(journal)).toEqual({ names, total: 6 });
    expect(await list(journal, { descending: true })).toEqual({ names: [...names].reverse(), total: 6 });
  });

  test('is sorted by last talk, by next day and by circle, with those who have none at the end either way', async () => {
    const journal = openTestJournal();
    await addMany(journal);
    const sorted = async (sort: 'lastTalk' | 'next' | 'circle', descending = false) =>
      (await list(journal, { sort, descending })).names;
    expect(await sorted('lastTalk')).toEqual(['Bob', 'Zoe', 'Person 10', 'Anna', 'émile', 'Person 9']);
    expect(await sorted('lastTalk', true)).toEqual(['Anna', 'Person 10', 'Zoe', 'Bob', 'émile', 'Person 9']);
    expect(await sorted('next')).toEqual(['Bob', 'Zoe', 'Person 10', 'Anna', 'émile', 'Person 9']);
    expect(await sorted('circle')).toEqual(['Person 10', 'Zoe', 'Bob', 'émile', 'Anna', 'Person 9']);
    expect(await sorted('circle', true)).toEqual(['émile', 'Bob', 'Person 10', 'Zoe', 'Anna', 'Person 9']);
  });

  test('is a window: rows from an offset, and how many there are in all', async () => {
    const journal = openTestJournal();
    await addMany(journal);
    expect(await list(journal, { offset: 2, limit: 2 })).toEqual({ names: ['émile', 'Person 9'], total: 6 });
    expect(await list(journal, { offset: 99 })).toEqual({ names: [], total: 6 });
    expect(await list(journal, { circleId: 'inner' })).toEqual({ names: ['Person 10', 'Zoe'], total: 2 });
    expect(await list(journal, { circleId: 'moon' })).toEqual({ names: [], total: 0 });
  });

  test('follows every change', async () => {
    const journal = openTestJournal();
    await addMany(journal);
    await list(journal);
    const id = await addPerson(journal, { name: 'Carl' });
    expect((await list(journal)).names).toContain('Carl');
    await journal.ask('people.update', { id, person: { name: 'Aaron' } });
    expect((await list(journal)).names[0]).toBe('Aaron');
    await addEntry(journal, { day: '2026-11-22', people: [{ personId: id, role: 'with' }] });
    expect((await list(journal, { sort: 'lastTalk', descending: true })).names[0]).toBe('Aaron');
    await journal.ask('people.remove', { id });
    expect(await list(journal, { sort: 'lastTalk', descending: true })).toMatchObject({ total: 6 });
  });

  test('with text shows the best matches first, whatever the sort, within the circle', async () => {
    const journal = openTestJournal();
    await addMany(journal);
    expect(await list(journal, { text: 'person', sort: 'lastTalk' })).toEqual({
      names: ['Person 10', 'Person 9'],
      total: 2,
    });
    expect(await list(journal, { text: 'person', circleId: 'inner' })).toEqual({
      names: ['Person 10'],
      total: 1,
    });
    expect(await list(journal, { text: '   ' })).toMatchObject({ total: 6 });
  });
});
