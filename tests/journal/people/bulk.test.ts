import { afterEach, describe, expect, test } from 'vitest';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

async function people(journal: TestJournal, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    ids.push(await addPerson(journal, { name: `Person ${String(i).padStart(3, '0')}`, circleId: 'wider' }));
  }
  return ids;
}

const rows = async (journal: TestJournal) => (await journal.ask('people.list', { limit: 500 })).rows;
const tagsOf = async (journal: TestJournal) => (await rows(journal)).map(({ tags }) => tags);

describe('many people at once', () => {
  test('are named in the order of the list, however it is narrowed', async () => {
    const journal = openTestJournal();
    const ids = await people(journal, 5);
    await journal.ask('people.update', { id: ids[2] ?? '', person: { tags: ['choir'] } });
    expect(await journal.ask('bulk.ids', {})).toEqual(ids);
    expect(await journal.ask('bulk.ids', { descending: true })).toEqual(ids.toReversed());
    expect(await journal.ask('bulk.ids', { tag: 'Choir' })).toEqual([ids[2]]);
    expect(await journal.ask('bulk.ids', { circleId: 'inner' })).toEqual([]);
  });

  test('get a tag, each once, and lose it; all in one step of undo', async () => {
    const journal = openTestJournal();
    const ids = await people(journal, 60);
    await journal.ask('people.update', { id: ids[0] ?? '', person: { tags: ['Choir'] } });
    const choir = { kind: 'tag', tag: 'choir' } as const;
    expect(await journal.ask('bulk.change', { ids, change: choir })).toEqual({ changed: 59 });
    expect(await tagsOf(journal)).toEqual([['Choir'], ...Array.from({ length: 59 }, () => ['choir'])]);
    expect(await journal.ask('bulk.change', { ids, change: choir })).toEqual({ changed: 0 });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'peopleChanged', name: '59 people' });
    expect((await tagsOf(journal)).flat()).toEqual(['Choir']);
    expect(await journal.ask('undo.redo', {})).toMatchObject({ kind: 'peopleChanged' });
    expect((await tagsOf(journal)).flat()).toHaveLength(60);
    const off = { kind: 'untag', tag: 'CHOIR' } as const;
    expect(await journal.ask('bulk.change', { ids, change: off })).toEqual({ changed: 60 });
    expect((await tagsOf(journal)).flat()).toEqual([]);
    await journal.ask('undo.undo', {});
    expect((await tagsOf(journal)).flat()).toHaveLength(60);
  });

  test('move to a circle together, with their entries, and back', async () => {
    const journal = openTestJournal();
    const ids = await people(journal, 3);
    await addEntry(journal, { people: [{ personId: ids[1] ?? '', role: 'with' }] });
    const inInner = async () =>
      (await journal.ask('entries.timeline', { filter: { circleId: 'inner' } })).entries.length;
    await journal.ask('bulk.change', { ids, change: { kind: 'circle', circleId: 'inner' } });
    expect((await rows(journal)).map(({ circleId }) => circleId)).toEqual(['inner', 'inner', 'inner']);
    expect(await inInner()).toBe(1);
    await journal.ask('undo.undo', {});
    expect((await rows(journal)).map(({ circleId }) => circleId)).toEqual(['wider', 'wider', 'wider']);
    expect(await inInner()).toBe(0);
    await expect(
      journal.ask('bulk.change', { ids, change: { kind: 'circle', circleId: 'nowhere' } }),
    ).rejects.toMatchObject({ kind: 'badInput' });
  });

  test('go to the trash together, more than twenty only when that was confirmed, and come back together', async () => {
    const journal = openTestJournal();
    const ids = await people(journal, 45);
    await expect(journal.ask('bulk.remove', { ids })).rejects.toMatchObject({
      kind: 'needsConfirmation',
      count: 45,
      message: 'This moves 45 people to the trash.',
    });
    expect(await rows(journal)).toHaveLength(45);
    expect(await journal.ask('bulk.remove', { ids, confirmed: 45 })).toEqual({ removed: 45 });
    expect(await rows(journal)).toEqual([]);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'peopleRemoved', name: '45 people' });
    expect((await rows(journal)).map(({ id }) => id)).toEqual(ids);
    await journal.ask('undo.redo', {});
    expect(await rows(journal)).toEqual([]);
    expect((await journal.ask('trash.list', {})).people).toBe(45);
    await journal.ask('undo.undo', {});
    expect(await rows(journal)).toHaveLength(45);
    expect(await journal.ask('undo.undo', {})).toBeNull();
  });

  test('some of whom are gone, or are named twice, are done as far as they can be', async () => {
    const journal = openTestJournal();
    const [a, b] = (await people(journal, 2)) as [string, string];
    expect(await journal.ask('bulk.remove', { ids: [a, a, testId(990), b] })).toEqual({ removed: 2 });
    const change = { kind: 'tag', tag: 'x' } as const;
    expect(await journal.ask('bulk.change', { ids: [a, testId(990)], change })).toEqual({ changed: 0 });
    // One of them is deleted for good: the other still comes back.
    const [item] = (await journal.ask('trash.list', {})).items;
    await journal.ask('trash.remove', { trashIds: [item?.trashId ?? ''] });
    await journal.ask('undo.undo', {});
    await journal.ask('undo.undo', {});
    expect(await rows(journal)).toHaveLength(1);
  });

  test('what was done meanwhile is undone first, and theirs after it', async () => {
    const journal = openTestJournal();
    const ids = await people(journal, 3);
    await journal.ask('bulk.change', { ids, change: { kind: 'tag', tag: 'x' } });
    await journal.ask('people.update', { id: ids[0] ?? '', person: { notes: 'new' } });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'personChanged' });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'peopleChanged' });
    expect((await tagsOf(journal)).flat()).toEqual([]);
  });
});
