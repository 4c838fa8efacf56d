import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
  testId,
  testKey,
} from '../../support/journal.ts';

afterEach(closeTestJournals);
afterEach(removeTempFolders);

const get = (journal: TestJournal, id: string) => journal.ask('entries.get', { id });
const peopleOf = async (journal: TestJournal, id: string) =>
  (await get(journal, id)).people.map((person) => [person.id, person.role]);

describe('saving', () => {
  test('gives back what was written, byte for byte', async () => {
    const journal = openTestJournal();
    journal.clock.set('2026-11-22', '18:30');
    const personId = await addPerson(journal, { name: 'Zoë', preferredName: 'Zo' });
    const body = '  # Not trimmed  \r\n\r\n*odd* \u0000 \u2028 é e\u0301 😀\n';
    const id = await addEntry(journal, {
      day: '1665-09-05',
      time: '07:45',
      channel: 'letter',
      begunBy: personId,
      title: 'A title',
      body,
      people: [{ personId, role: 'with' }],
      tags: ['Plague'],
    });
    expect(await get(journal, id)).toEqual({
      id,
      day: '1665-09-05',
      time: '07:45',
      channel: 'letter',
      begunBy: personId,
      title: 'A title',
      body,
      people: [{ id: personId, name: 'Zoë', preferredName: 'Zo', role: 'with' }],
      tags: ['Plague'],
      createdAt: journal.clock.now(),
      changedAt: journal.clock.now(),
    });
  });

  test('takes people from the mentions of the body, and leaves who is unknown as text', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const bob = await addPerson(journal, { name: 'Bob' });
    const body = `${makeMention('Bob', bob)} and ${makeMention('Ada', ada)}, ${makeMention('Nobody', testId(999))}, \`${makeMention('Ada', ada)}\``;
    const id = await addEntry(journal, { body, people: [{ personId: ada, role: 'with' }] });
    expect(await peopleOf(journal, id)).toEqual([
      [ada, 'with'],
      [bob, 'mentioned'],
    ]);
    expect((await get(journal, id)).body).toBe(body);
  });

  test('counts a person once, as taking part if anything says so', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await addEntry(journal, {
      people: [
        { personId, role: 'mentioned' },
        { personId, role: 'with' },
        { personId, role: 'mentioned' },
      ],
    });
    expect(await peopleOf(journal, id)).toEqual([[personId, 'with']]);
    expect(await journal.ask('people.get', { id: personId })).toMatchObject({ entryCount: 1 });
  });

  test('refuses people who are not in the journal, and writes nothing', async () => {
    const journal = openTestJournal();
    const entry = entryDraftOf({ people: [{ personId: testId(999), role: 'with' }], tags: ['new'] });
    await journal.ask('drafts.save', { slot: 'new', content: 'kept' });
    await expect(journal.ask('entries.create', { entry, draftSlot: 'new' })).rejects.toMatchObject({
      kind: 'badInput',
    });
    expect(await journal.ask('entries.span', {})).toBeNull();
    expect(await journal.ask('tags.suggest', { text: '' })).toEqual([]);
    expect(await journal.ask('drafts.get', { slot: 'new' })).toMatchObject({ content: 'kept' });
  });

  test('adds the tags of the body, each once whatever its case and accents', async () => {
    const journal = openTestJournal();
    const first = await addEntry(journal, { tags: ['Café'], body: '#work and #cafe, `#code`' });
    const second = await addEntry(journal, { tags: ['WORK', 'work'] });
    expect((await get(journal, first)).tags).toEqual(['Café', 'work']);
    expect((await get(journal, second)).tags).toEqual(['work']);
  });

  test('clears the draft in the same step, and only that one', async () => {
    const journal = openTestJournal();
    await journal.ask('drafts.save', { slot: 'new', content: 'a' });
    await journal.ask('drafts.save', { slot: 'other', content: 'b' });
    const { id } = await journal.ask('entries.create', { entry: entryDraftOf(), draftSlot: 'new' });
    expect(await journal.ask('drafts.get', { slot: 'new' })).toBeNull();
    await journal.ask('entries.update', { id, entry: entryDraftOf(), draftSlot: 'other' });
    expect(await journal.ask('drafts.get', { slot: 'other' })).toBeNull();
  });

  test('tells what changed, after it is there to be read', async () => {
    const journal = openTestJournal();
    await addEntry(journal);
    expect(journal.events).toEqual([{ type: 'changed', tables: ['entry', 'person', 'tag'] }]);
  });

  test('survives a restart', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal, { circleId: 'close' });
    const id = await addEntry(journal, { body: 'kept', people: [{ personId, role: 'with' }] });
    const before = await journal.ask('people.list', {});
    journal.reopen();
    expect(await get(journal, id)).toMatchObject({ body: 'kept' });
    expect(await journal.ask('people.list', {})).toEqual(before);
  });

  test('is done when it answers: a copy of the files at that moment has the words', async () => {
    const journal = openTestJournal();
    const id = await addEntry(journal, { body: 'acknowledged' });
    const copy = join(makeTempFolder(), 'journal.kith');
    copyFileSync(journal.file, copy);
    copyFileSync(`${journal.file}-wal`, `${copy}-wal`);
    const opened = openJournal(copy, { key: testKey, clock: journal.clock, newId: journal.newId });
    expect(await opened.ask('entries.get', { id })).toMatchObject({ body: 'acknowledged' });
    opened.close();
  });
});

describe('changing', () => {
  test('rewrites everything but id and creation, and moves with its day', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const bob = await addPerson(journal, { name: 'Bob' });
    const id = await addEntry(journal, { body: '#old', people: [{ personId: ada, role: 'with' }] });
    const created = journal.clock.now();
    journal.clock.advance(60_000);
    const entry = entryDraftOf({
      day: '1999-12-31',
      time: '23:59',
      channel: 'call',
      begunBy: 'me',
      title: 'New',
      body: '#new',
      people: [{ personId: bob, role: 'mentioned' }],
    });
    await journal.ask('entries.update', { id, entry });
    expect(await get(journal, id)).toEqual({
      ...entry,
      id,
      people: [{ id: bob, name: 'Bob', preferredName: '', role: 'mentioned' }],
      tags: ['new'],
      createdAt: created,
      changedAt: created + 60_000,
    });
    expect(await journal.ask('people.get', { id: ada })).toMatchObject({ lastTalk: null, entryCount: 0 });
    expect(await journal.ask('people.get', { id: bob })).toMatchObject({ lastMention: '1999-12-31' });
    expect(await journal.ask('entries.span', {})).toEqual({ first: '1999-12-31', last: '1999-12-31' });
  });

  test('drops whom and what only the old words named, and keeps what was said beside them', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const bob = await addPerson(journal, { name: 'Bob' });
    const id = await addEntry(journal, {
      body: `${makeMention('Bob', bob)} #gone #stays`,
      people: [{ personId: ada, role: 'mentioned' }],
      tags: ['beside'],
    });
    const { people, ...read } = await get(journal, id);
    // The composer sends back what it read, with other words.
    await journal.ask('entries.update', {
      id,
      entry: {
        ...read,
        people: people.map((person) => ({ personId: person.id, role: person.role })),
        body: '#stays',
      },
    });
    expect(await peopleOf(journal, id)).toEqual([[ada, 'mentioned']]);
    expect((await get(journal, id)).tags).toEqual(['beside', 'stays']);
  });

  test('an entry that stays in its minute keeps its place among the others', async () => {
    const journal = openTestJournal();
    const ids = [await addEntry(journal), await addEntry(journal), await addEntry(journal)];
    await journal.ask('entries.update', { id: ids[0] as string, entry: entryDraftOf({ body: 'edited' }) });
    const { entries } = await journal.ask('entries.timeline', {});
    expect(entries.map(({ id }) => id)).toEqual([...ids].reverse());
  });

  test('what is not there is not found, and its draft is kept', async () => {
    const journal = openTestJournal();
    await journal.ask('drafts.save', { slot: 'x', content: 'kept' });
    const gone = { id: testId(999) };
    await expect(
      journal.ask('entries.update', { ...gone, entry: entryDraftOf(), draftSlot: 'x' }),
    ).rejects.toMatchObject({ kind: 'notFound' });
    await expect(journal.ask('entries.get', gone)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(journal.ask('entries.remove', gone)).rejects.toMatchObject({ kind: 'notFound' });
    expect(await journal.ask('drafts.get', { slot: 'x' })).toMatchObject({ content: 'kept' });
  });
});

describe('adding in bulk', () => {
  test('takes id, origin, batch and moments, and leaves the index for later', async () => {
    const journal = openTestJournal();
    const { context } = journal;
    context.db.exec("INSERT INTO import_batch VALUES ('b', 'markdownFolder', 'vault', 'done', 0)");
    const { id, k } = context.db.transaction(() =>
      insertEntry(context, entryDraftOf({ body: 'old #tag' }), {
        id: testId(77),
        origin: 'file.md',
        batchId: 'b',
        createdAt: 5,
        changedAt: 6,
        index: 'later',
      }),
    )();
    expect(id).toBe(testId(77));
    expect(await get(journal, id)).toMatchObject({ createdAt: 5, changedAt: 6, tags: ['tag'] });
    expect(context.db.prepare('SELECT k FROM index_pending').pluck().all()).toEqual([k]);
    await journal.ask('entries.update', { id, entry: entryDraftOf({ day: '1700-01-01' }) });
    expect(context.db.prepare('SELECT k FROM index_pending').all()).toEqual([]);
  });

  test('refuses an id or an origin twice, and leaves the transaction usable', () => {
    const { context } = openTestJournal();
    const add = (id: string, origin: string) => () =>
      insertEntry(context, entryDraftOf({ tags: ['x'] }), { id, origin, index: 'now' });
    context.db.transaction(() => {
      add(testId(1), 'a')();
      expect(add(testId(1), 'b')).toThrow(expect.objectContaining({ kind: 'alreadyThere' }));
      expect(add(testId(2), 'a')).toThrow(expect.objectContaining({ kind: 'alreadyThere' }));
      add(testId(3), 'c')();
    })();
    expect(context.db.prepare('SELECT count(*) FROM entry').pluck().get()).toBe(2);
    expect(context.db.prepare('SELECT entry_count FROM tag').pluck().get()).toBe(2);
  });
});
