import { afterEach, describe, expect, test } from 'vitest';
import { changeRecords } from '../../../src/main/journal/history/recordChanges.ts';
import { expireTrash } from '../../../src/main/journal/trash/emptyTrash.ts';
import { sayRecordChange } from '../../../src/renderer/app/sayRecordChange.ts';
import { recordAction } from '../../../src/shared/models/record.ts';
import {
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const DAY_MS = 86_400_000;

const numberOf = (journal: TestJournal, id: string) => journal.context.people.number(id) as number;

function insertFact({ context }: TestJournal, id: string, n: number, text = 'plays the cello'): void {
  const now = context.clock.now();
  context.db
    .prepare(
      `INSERT INTO fact (id, person_n, facet, label, text, learned_on, quote, created_at, changed_at)
       VALUES (?, ?, 'interests', '', ?, '2026-11-22', '', ?, ?)`,
    )
    .run(id, n, text, now, now);
}

function insertShelfItem({ context }: TestJournal, id: string, n: number): void {
  const now = context.clock.now();
  context.db
    .prepare(`INSERT INTO shelf_item VALUES (?, 'text', 'A poem', 'roses', '', 0, ?, ?)`)
    .run(id, now, now);
  context.db.prepare('INSERT INTO shelf_topic VALUES (?, 0, ?), (?, 1, ?)').run(id, 'verse', id, 'gardens');
  context.db.prepare("INSERT INTO shelf_shared VALUES (?, ?, '2026-11-20')").run(id, n);
}

const remove = (journal: TestJournal, id: string) =>
  changeRecords(
    journal.context,
    { action: 'factRemoved', name: 'plays  the\ncello', records: [{ kind: 'fact', id }] },
    () => journal.context.db.prepare('DELETE FROM fact WHERE id = ?').run(id).changes,
  );

const all = (journal: TestJournal, table: string) =>
  journal.context.db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();

async function withFact() {
  const journal = openTestJournal();
  const personId = await addPerson(journal);
  const id = testId(800);
  insertFact(journal, id, numberOf(journal, personId));
  return { journal, personId, id, rows: all(journal, 'fact') };
}

describe('a change of small records', () => {
  test('is undone and done again, with all rows of the record, and gives what the work gave', async () => {
    const journal = openTestJournal();
    const n = numberOf(journal, await addPerson(journal));
    const id = testId(801);
    insertShelfItem(journal, id, n);
    const tables = ['shelf_item', 'shelf_topic', 'shelf_shared'];
    const before = tables.map((table) => all(journal, table));
    const given = changeRecords(
      journal.context,
      { action: 'shelfItemChanged', name: 'A poem', records: [{ kind: 'shelfItem', id }] },
      () => {
        journal.context.db.prepare("UPDATE shelf_item SET title = 'A song' WHERE id = ?").run(id);
        journal.context.db.prepare("DELETE FROM shelf_topic WHERE topic = 'verse'").run();
        journal.context.db.prepare('DELETE FROM shelf_shared').run();
        return 42;
      },
    );
    expect(given).toBe(42);
    const after = tables.map((table) => all(journal, table));
    expect(after).not.toEqual(before);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'shelfItemChanged', name: 'A poem' });
    expect(tables.map((table) => all(journal, table))).toEqual(before);
    expect(await journal.ask('undo.redo', {})).toMatchObject({ kind: 'shelfItemChanged' });
    expect(tables.map((table) => all(journal, table))).toEqual(after);
  });

  test('that changed nothing leaves nothing to undo', async () => {
    const { journal, id } = await withFact();
    changeRecords(
      journal.context,
      { action: 'factChanged', name: '', records: [{ kind: 'fact', id }] },
      () => undefined,
    );
    expect(await journal.ask('undo.undo', {})).toBeNull();
    expect(all(journal, 'record_change')).toEqual([]);
  });

  test('that fails leaves everything as it was', async () => {
    const { journal, id, rows } = await withFact();
    expect(() =>
      changeRecords(
        journal.context,
        { action: 'factRemoved', name: '', records: [{ kind: 'fact', id }] },
        () => {
          journal.context.db.prepare('DELETE FROM fact').run();
          throw new Error('on the way');
        },
      ),
    ).toThrow('on the way');
    expect(all(journal, 'fact')).toEqual(rows);
    expect(await journal.ask('undo.undo', {})).toBeNull();
  });

  test('of something added is undone by taking it away', async () => {
    const { journal, personId } = await withFact();
    const id = testId(802);
    const added = { action: 'factAdded', name: 'sings', records: [{ kind: 'fact', id }] } as const;
    changeRecords(journal.context, added, () =>
      insertFact(journal, id, numberOf(journal, personId), 'sings'),
    );
    await journal.ask('undo.undo', {});
    expect(all(journal, 'fact')).toHaveLength(1);
    await journal.ask('undo.redo', {});
    expect(all(journal, 'fact')).toHaveLength(2);
  });

  test('does not undo over what was changed since by another way', async () => {
    const { journal, id } = await withFact();
    changeRecords(
      journal.context,
      { action: 'factChanged', name: 'x', records: [{ kind: 'fact', id }] },
      () => journal.context.db.prepare("UPDATE fact SET text = 'second'").run(),
    );
    journal.context.db.prepare("UPDATE fact SET text = 'third'").run();
    await expect(journal.ask('undo.undo', {})).rejects.toMatchObject({ kind: 'alreadyThere' });
    expect(all(journal, 'fact')).toMatchObject([{ text: 'third' }]);
    expect(await journal.ask('undo.undo', {})).toBeNull();
  });

  test('of a circle takes its people along and back, but not those who went elsewhere since', async () => {
    const journal = openTestJournal();
    const stays = await addPerson(journal, { name: 'Ada', circleId: 'wider' });
    const leaves = await addPerson(journal, { name: 'Ben', circleId: 'wider' });
    const before = all(journal, 'circle');
    const { db } = journal.context;
    changeRecords(
      journal.context,
      { action: 'circleRemoved', name: 'Wider circle', records: [{ kind: 'circle', id: 'wider' }] },
      () => {
        db.prepare("UPDATE person SET circle_id = 'noticed' WHERE circle_id = 'wider'").run();
        db.prepare("DELETE FROM circle WHERE id = 'wider'").run();
      },
    );
    expect(await journal.ask('people.get', { id: stays })).toMatchObject({ circleId: 'noticed' });
    await journal.ask('people.update', { id: leaves, person: { circleId: 'inner' } });
    const [item] = (await journal.ask('trash.list', {})).items;
    await journal.ask('trash.restore', { trashId: item?.trashId ?? '' });
    expect(all(journal, 'circle')).toEqual(before);
    expect(await journal.ask('people.get', { id: stays })).toMatchObject({ circleId: 'wider' });
    expect(await journal.ask('people.get', { id: leaves })).toMatchObject({ circleId: 'inner' });
  });
});

describe('a small record that was deleted', () => {
  test('lies in the trash among the others, newest first, and comes back from there', async () => {
    const { journal, personId, id, rows } = await withFact();
    const other = await addPerson(journal, { name: 'Ben' });
    remove(journal, id);
    journal.clock.advance(1000);
    await journal.ask('people.remove', { id: other });
    const listed = await journal.ask('trash.list', {});
    expect(listed).toMatchObject({ people: 1, entries: 0, records: 1, more: false });
    expect(listed.items).toMatchObject([
      { kind: 'person', name: 'Ben' },
      { kind: 'record', record: 'fact', name: 'plays the cello' },
    ]);
    const first = await journal.ask('trash.list', { limit: 1 });
    expect(first).toMatchObject({ more: true, items: [{ kind: 'person' }] });
    const [{ deletedAt, trashId } = { deletedAt: 0, trashId: '' }] = first.items;
    expect(
      (await journal.ask('trash.list', { limit: 1, after: { deletedAt, trashId } })).items,
    ).toMatchObject([{ kind: 'record' }]);
    const fact = listed.items[1]?.trashId ?? '';
    expect(await journal.ask('trash.restore', { trashId: fact })).toEqual({ kind: 'record', id: fact });
    expect(all(journal, 'fact')).toEqual(rows);
    expect((await journal.ask('trash.list', {})).records).toBe(0);
    await expect(journal.ask('trash.restore', { trashId: fact })).rejects.toMatchObject({ kind: 'notFound' });
    expect((await journal.ask('people.get', { id: personId })).id).toBe(personId);
  });

  test('comes back by undo, leaves the trash by it, and lies there again by redo', async () => {
    const { journal, id } = await withFact();
    remove(journal, id);
    await journal.ask('undo.undo', {});
    expect((await journal.ask('trash.list', {})).items).toEqual([]);
    journal.clock.advance(5000);
    await journal.ask('undo.redo', {});
    expect((await journal.ask('trash.list', {})).items).toMatchObject([
      { kind: 'record', deletedAt: journal.clock.now() },
    ]);
  });

  test('is gone after 30 days, as is what was kept of every change', async () => {
    const { journal, id } = await withFact();
    remove(journal, id);
    journal.clock.advance(30 * DAY_MS - 1);
    expireTrash(journal.context);
    expect(all(journal, 'record_change')).toHaveLength(1);
    journal.clock.advance(1);
    expireTrash(journal.context);
    expect(all(journal, 'record_change')).toEqual([]);
    expect(all(journal, 'record_change_of')).toEqual([]);
    await expect(journal.ask('undo.undo', {})).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('deleted for good takes what is kept of earlier changes along', async () => {
    const { journal, id } = await withFact();
    changeRecords(
      journal.context,
      { action: 'factChanged', name: 'x', records: [{ kind: 'fact', id }] },
      () => journal.context.db.prepare("UPDATE fact SET text = 'second'").run(),
    );
    remove(journal, id);
    const [item] = (await journal.ask('trash.list', {})).items;
    expect(await journal.ask('trash.remove', { trashIds: [item?.trashId ?? ''] })).toEqual({ removed: 1 });
    expect(all(journal, 'record_change')).toEqual([]);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'removedForGood' });
    expect(await journal.ask('undo.undo', {})).toBeNull();
  });

  test('goes when the trash is emptied, and counts for the question before that', async () => {
    const { journal, personId } = await withFact();
    for (let i = 0; i < 21; i++) {
      insertFact(journal, testId(850 + i), numberOf(journal, personId), `fact ${i}`);
      remove(journal, testId(850 + i));
    }
    await expect(journal.ask('trash.empty', {})).rejects.toMatchObject({
      kind: 'needsConfirmation',
      count: 21,
      message: 'This deletes 21 things for good.',
    });
    expect(await journal.ask('trash.empty', { confirmed: 21 })).toEqual({ removed: 21 });
    expect((await journal.ask('trash.list', {})).records).toBe(0);
  });

  test('of somebody who is gone for good does not come back, and says so', async () => {
    const { journal, personId, id } = await withFact();
    remove(journal, id);
    const person = await journal.ask('people.remove', { id: personId });
    await journal.ask('trash.remove', { trashIds: [person.trashId] });
    const [item] = (await journal.ask('trash.list', {})).items;
    await expect(journal.ask('trash.restore', { trashId: item?.trashId ?? '' })).rejects.toMatchObject({
      kind: 'notFound',
    });
    expect(all(journal, 'fact')).toEqual([]);
  });

  test('of somebody in the trash comes back and is there when they are', async () => {
    const { journal, personId, id, rows } = await withFact();
    remove(journal, id);
    const person = await journal.ask('people.remove', { id: personId });
    const item = (await journal.ask('trash.list', {})).items.find(({ kind }) => kind === 'record');
    await journal.ask('trash.restore', { trashId: item?.trashId ?? '' });
    await journal.ask('trash.restore', { trashId: person.trashId });
    expect(all(journal, 'fact')).toEqual(rows);
  });
});

test.each(recordAction.options)('%s is said both ways', (action) => {
  expect(sayRecordChange(action, 'Ada', 'undone')).not.toBe(sayRecordChange(action, 'Ada', 'redone'));
});
