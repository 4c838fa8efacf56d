import { afterEach, describe, expect, test } from 'vitest';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { fillPersonDraft, insertPerson } from '../../../src/main/journal/people/insertPerson.ts';
import { expireTrash } from '../../../src/main/journal/trash/emptyTrash.ts';
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

describe('the trash as a list', () => {
  test('tells newest first what was deleted and when, in pages, and how much there is', async () => {
    const journal = openTestJournal();
    const person = await addPerson(journal, { name: 'Bob' });
    const body = `${makeMention('Bob', person)}\n\nbrought *tea*`;
    const entry = await addEntry(journal, { day: '2001-02-03', channel: 'call', title: 'T', body });
    const first = await journal.ask('people.remove', { id: person });
    journal.clock.advance(1000);
    const second = await journal.ask('entries.remove', { id: entry });
    const page = await journal.ask('trash.list', { limit: 1 });
    expect(page).toEqual({
      items: [
        {
          kind: 'entry',
          trashId: second.trashId,
          deletedAt: journal.clock.now(),
          day: '2001-02-03',
          channel: 'call',
          title: 'T',
          opening: '@Bob brought *tea*',
        },
      ],
      more: true,
      people: 1,
      entries: 1,
      records: 0,
    });
    const after = { deletedAt: journal.clock.now(), trashId: second.trashId };
    expect(await journal.ask('trash.list', { after })).toMatchObject({
      items: [{ kind: 'person', trashId: first.trashId, name: 'Bob' }],
      more: false,
    });
  });

  test('goes through everything once, whatever was deleted at the same moment', async () => {
    const journal = openTestJournal();
    const wanted = new Set<string>();
    for (let i = 0; i < 25; i++) {
      const id = await addEntry(journal, { body: `${i}` });
      wanted.add((await journal.ask('entries.remove', { id })).trashId);
    }
    const seen: string[] = [];
    for (let after: { deletedAt: number; trashId: string } | null = null; ; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(after);
      seen.push(...page.items.map(({ trashId }) => trashId));
      if (!page.more) break;
      after = page.items.at(-1) ?? null;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(wanted);

    function list(from: { deletedAt: number; trashId: string } | null) {
      const after = from && { deletedAt: from.deletedAt, trashId: from.trashId };
      return journal.ask('trash.list', { after, limit: 4 });
    }
  });

  test('restores several as far as they can be, and says why not the others', async () => {
    const journal = openTestJournal();
    const ids = [await addEntry(journal), await addEntry(journal)];
    const trashIds: string[] = [];
    for (const id of ids) trashIds.push((await journal.ask('entries.remove', { id })).trashId);
    expect(
      await journal.ask('trash.restoreSeveral', {
        trashIds: [trashIds[0] ?? '', testId(900), trashIds[1] ?? ''],
      }),
    ).toEqual({ restored: 2, failed: 1, why: 'This is not in the trash any more.' });
    expect((await journal.ask('entries.timeline', {})).entries).toHaveLength(2);
  });
});

describe('deleting for good', () => {
  async function deleteEntries(journal: TestJournal, count: number): Promise<string[]> {
    const trashIds: string[] = [];
    for (let i = 0; i < count; i++) {
      const id = await addEntry(journal);
      trashIds.push((await journal.ask('entries.remove', { id })).trashId);
    }
    return trashIds;
  }

  test('of up to twenty is done; of more, only when exactly that number was confirmed', async () => {
    const journal = openTestJournal();
    const trashIds = await deleteEntries(journal, 23);
    await journal.ask('people.remove', { id: await addPerson(journal) });
    const left = async () => {
      const { people, entries } = await journal.ask('trash.list', {});
      return people + entries;
    };
    const refusal = {
      kind: 'needsConfirmation',
      message: 'This deletes one person and 23 entries for good.',
      count: 24,
    };
    await expect(journal.ask('trash.empty', {})).rejects.toMatchObject(refusal);
    await expect(journal.ask('trash.empty', { confirmed: 23 })).rejects.toMatchObject(refusal);
    await expect(journal.ask('trash.remove', { trashIds })).rejects.toMatchObject({ count: 23 });
    expect(await left()).toBe(24);
    // The same thing twice is one thing.
    const twenty = [...trashIds.slice(0, 20), ...trashIds.slice(0, 5)];
    expect(await journal.ask('trash.remove', { trashIds: twenty })).toEqual({ removed: 20 });
    expect(await journal.ask('trash.empty', {})).toEqual({ removed: 4 });
    expect(await left()).toBe(0);
    const more = await deleteEntries(journal, 60);
    expect(await journal.ask('trash.remove', { trashIds: more, confirmed: 60 })).toEqual({ removed: 60 });
  });

  test('happens by itself after thirty days, and not a moment sooner', async () => {
    const journal = openTestJournal();
    const [old = ''] = await deleteEntries(journal, 60);
    journal.clock.advance(30 * 86_400_000 - 1);
    const [young = ''] = await deleteEntries(journal, 1);
    expect(expireTrash(journal.context)).toBe(false);
    expect((await journal.ask('trash.list', {})).entries).toBe(61);
    journal.clock.advance(1);
    while (expireTrash(journal.context));
    expect((await journal.ask('trash.list', {})).entries).toBe(1);
    await expect(journal.ask('trash.restore', { trashId: old })).rejects.toMatchObject({ kind: 'notFound' });
    await journal.ask('trash.restore', { trashId: young });
  });
});
