import { afterEach, describe, expect, test } from 'vitest';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { fillPersonDraft, insertPerson } from '../../../src/main/journal/people/insertPerson.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const get = (journal: TestJournal, id: string) => journal.ask('entries.get', { id });

async function addRichPerson(journal: TestJournal): Promise<string> {
  return await addPerson(journal, {
    name: 'Élisabeth Pepys',
    preferredName: 'Beth',
    nicknames: ['Bess', 'Lizzie'],
    contactWays: [{ kind: 'address', label: 'home', value: 'Seething Lane' }],
    circleId: 'inner',
    notes: '# Notes\n\nwith **words**',
    details: [{ label: 'Born', value: '1640' }],
  });
}

describe('a person', () => {
  test('comes back whole: names, circle, notes, number, and into their entries', async () => {
    const journal = openTestJournal();
    const id = await addRichPerson(journal);
    const other = await addPerson(journal, { name: 'Bob' });
    const talk = await addEntry(journal, {
      people: [
        { personId: other, role: 'with' },
        { personId: id, role: 'with' },
      ],
    });
    const mention = await addEntry(journal, { day: '2026-11-01', body: makeMention('Beth', id) });
    const [person, first, second] = [
      await journal.ask('people.get', { id }),
      await get(journal, talk),
      await get(journal, mention),
    ];
    const n = journal.context.people.number(id);

    const trash = await journal.ask('people.remove', { id });
    await expect(journal.ask('people.get', { id })).rejects.toMatchObject({ kind: 'notFound' });
    expect(await journal.ask('people.names', { ids: [id, other] })).toHaveLength(1);
    expect((await get(journal, talk)).people.map((one) => one.id)).toEqual([other]);
    expect((await get(journal, mention)).body).toBe(second.body);

    expect(await journal.ask('trash.restore', trash)).toEqual({ kind: 'person', id });
    expect(await journal.ask('people.get', { id })).toEqual(person);
    expect(journal.context.people.number(id)).toBe(n);
    expect(await get(journal, talk)).toEqual(first);
    expect(await get(journal, mention)).toEqual(second);
  });

  test('whose entry was moved or deleted meanwhile comes back into what is left', async () => {
    const journal = openTestJournal();
    const id = await addRichPerson(journal);
    const moved = await addEntry(journal, { people: [{ personId: id, role: 'with' }] });
    const deleted = await addEntry(journal, { people: [{ personId: id, role: 'with' }] });
    const trash = await journal.ask('people.remove', { id });
    await journal.ask('entries.update', { id: moved, entry: entryDraftOf({ day: '2001-01-01' }) });
    await journal.ask('entries.remove', { id: deleted });
    await journal.ask('trash.restore', trash);
    expect(await journal.ask('people.get', { id })).toMatchObject({ lastTalk: '2001-01-01', entryCount: 1 });
  });

  test('their number is never given to anybody else', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal);
    const n = journal.context.people.number(id) as number;
    await journal.ask('people.remove', { id });
    expect(journal.context.people.number(await addPerson(journal))).toBeGreaterThan(n);
  });

  test('comes back without a circle that is gone', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, { circleId: 'noticed' });
    const trash = await journal.ask('people.remove', { id });
    journal.context.db.exec("DELETE FROM circle WHERE id = 'noticed'");
    await journal.ask('trash.restore', trash);
    expect(await journal.ask('people.get', { id })).toMatchObject({ circleId: null });
  });

  test('whose id was taken meanwhile stays in the trash', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal);
    const trash = await journal.ask('people.remove', { id });
    const { context } = journal;
    context.db.transaction(() => insertPerson(context, fillPersonDraft({ name: 'Taken' }), { id }))();
    await expect(journal.ask('trash.restore', trash)).rejects.toMatchObject({ kind: 'alreadyThere' });
    context.db.prepare('DELETE FROM person WHERE id = ?').run(id);
    expect(await journal.ask('trash.restore', trash)).toEqual({ kind: 'person', id });
  });
});

describe('an entry', () => {
  test('comes back whole: words, people, tags, place, moments, origin and batch', async () => {
    const journal = openTestJournal();
    const { context } = journal;
    const personId = await addPerson(journal);
    context.db.exec("INSERT INTO import_batch VALUES ('b', 'markdownFolder', 'vault', 'done', 0)");
    const { id } = context.db.transaction(() =>
      insertEntry(
        context,
        entryDraftOf({
          time: '09:30',
          channel: 'call',
          begunBy: 'me',
          title: 'T',
          body: '#x',
          people: [{ personId, role: 'with' }],
          tags: ['y'],
        }),
        { origin: 'a.md', batchId: 'b', createdAt: 1, changedAt: 2, index: 'now' },
      ),
    )();
    const row = () => context.db.prepare('SELECT * FROM entry').get();
    const [entry, before] = [await get(journal, id), row()];
    const trash = await journal.ask('entries.remove', { id });
    expect(row()).toBeUndefined();
    journal.clock.advance(1_000);
    expect(await journal.ask('trash.restore', trash)).toEqual({ kind: 'entry', id });
    expect(await get(journal, id)).toEqual(entry);
    expect(row()).toEqual(before);
    expect(await journal.ask('people.get', { id: personId })).toMatchObject({ lastTalk: '2026-11-22' });
  });

  test('comes back without people who are gone, who find it again when they come back', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const bob = await addPerson(journal, { name: 'Bob' });
    const id = await addEntry(journal, {
      people: [
        { personId: ada, role: 'with' },
        { personId: bob, role: 'with' },
      ],
    });
    const entry = await get(journal, id);
    const entryTrash = await journal.ask('entries.remove', { id });
    const personTrash = await journal.ask('people.remove', { id: ada });
    await journal.ask('trash.restore', entryTrash);
    expect((await get(journal, id)).people.map((one) => one.id)).toEqual([bob]);
    await journal.ask('trash.restore', personTrash);
    expect(await get(journal, id)).toEqual(entry);
  });

  test('whose origin was imported again meanwhile stays in the trash', async () => {
    const journal = openTestJournal();
    const { context } = journal;
    const add = (id: string) =>
      context.db.transaction(() =>
        insertEntry(context, entryDraftOf(), { id, origin: 'a.md', index: 'now' }),
      )();
    add(testId(501));
    const trash = await journal.ask('entries.remove', { id: testId(501) });
    add(testId(502));
    await expect(journal.ask('trash.restore', trash)).rejects.toMatchObject({ kind: 'alreadyThere' });
    await journal.ask('entries.remove', { id: testId(502) });
    expect(await journal.ask('trash.restore', trash)).toEqual({ kind: 'entry', id: testId(501) });
  });
});

test('what was restored, or never was, is not in the trash', async () => {
  const journal = openTestJournal();
  const trash = await journal.ask('entries.remove', { id: await addEntry(journal) });
  await journal.ask('trash.restore', trash);
  await expect(journal.ask('trash.restore', trash)).rejects.toMatchObject({ kind: 'notFound' });
  await expect(journal.ask('trash.restore', { trashId: testId(999) })).rejects.toMatchObject({
    kind: 'notFound',
  });
});

test('the trash survives a restart', async () => {
  const journal = openTestJournal();
  const id = await addRichPerson(journal);
  const person = await journal.ask('people.get', { id });
  const trash = await journal.ask('people.remove', { id });
  journal.reopen();
  await journal.ask('trash.restore', trash);
  expect(await journal.ask('people.get', { id })).toEqual(person);
});
