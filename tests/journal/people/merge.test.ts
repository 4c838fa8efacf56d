import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { tendLinks } from '../../../src/main/journal/people/tendLinks.ts';
import { expireTrash } from '../../../src/main/journal/trash/emptyTrash.ts';
import type { PersonDraft } from '../../../src/shared/models/person.ts';
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
} from '../../support/journal.ts';

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

const DAY_MS = 86_400_000;

/** Tables that hold what a user wrote, or follows from it; the full-text indices are asked by searching. */
const tables = [
  'person',
  'nickname',
  'contact_way',
  'person_detail',
  'person_word',
  'person_date',
  'entry',
  'entry_person',
  'entry_circle',
  'person_tally',
  'person_history',
  'fact',
  'tie',
  'exchange',
  'promise_person',
  'shelf_shared',
  'nudge_act',
  'person_alias',
  'not_duplicate',
  'merged_link',
  'link_work',
  'trash',
] as const;

function dump({ context }: TestJournal): Record<string, unknown> {
  while (tendLinks(context));
  return Object.fromEntries(
    tables.map((table) => {
      const rows = context.db.prepare(`SELECT * FROM ${table}`).all();
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
}

async function draftOf(journal: TestJournal, id: string): Promise<PersonDraft> {
  const { db } = journal.context;
  const { readWholePerson } = await import('../../../src/main/journal/history/wholePerson.ts');
  return readWholePerson(db, journal.context.people.number(id) as number).person;
}

const numberOf = (journal: TestJournal, id: string) => journal.context.people.number(id) as number;

interface Lisas {
  readonly journal: TestJournal;
  readonly keepId: string;
  readonly otherId: string;
  readonly samId: string;
  readonly talk: string;
  readonly mention: string;
  readonly both: string;
}

/** Two who are one, with something of everything. */
async function twoLisas(): Promise<Lisas> {
  const journal = openTestJournal();
  const samId = await addPerson(journal, { name: 'Sam Okafor' });
  const keepId = await addPerson(journal, {
    name: 'Lisa Grey',
    circleId: 'inner',
    contactWays: [{ kind: 'email', label: '', value: 'lisa@example.org' }],
    met: { on: '2019', where: 'the choir', throughId: samId, entryId: null },
  });
  const otherId = await addPerson(journal, {
    name: 'Elizabeth Grey',
    nicknames: ['Liz'],
    circleId: 'wider',
    tags: ['choir'],
    notes: 'sings alto',
    met: { on: null, where: '', throughId: keepId, entryId: null },
  });
  await addPerson(journal, {
    name: 'Ines Reyes',
    met: { on: null, where: '', throughId: otherId, entryId: null },
  });
  journal.clock.advance(1000);
  await journal.ask('people.update', { id: otherId, person: { pronouns: 'she/her' } });
  const talk = await addEntry(journal, {
    day: '2026-11-01',
    channel: 'call',
    begunBy: otherId,
    body: 'about rhubarb !gave',
    people: [{ personId: otherId, role: 'with' }],
  });
  const mention = await addEntry(journal, {
    day: '2026-11-02',
    body: `${makeMention('Elizabeth', otherId)} likes quinces`,
  });
  const both = await addEntry(journal, {
    day: '2026-11-03',
    // Each of them is in one of its sentences, and both are there.
    body: `${makeMention('Lisa', keepId)} told of medlars !told. !gave`,
    people: [{ personId: otherId, role: 'with' }],
  });
  await addEntry(journal, { day: '2026-10-01', people: [{ personId: keepId, role: 'with' }] });
  addRecords(journal, { keepId, otherId, samId });
  return { journal, keepId, otherId, samId, talk, mention, both };
}

function addRecords(
  journal: TestJournal,
  { keepId, otherId, samId }: Pick<Lisas, 'keepId' | 'otherId' | 'samId'>,
): void {
  const { db } = journal.context;
  const [kept, gone, sam] = [keepId, otherId, samId].map((id) => numberOf(journal, id));
  db.prepare(
    `INSERT INTO fact (id, person_n, facet, label, text, learned_on, quote, created_at, changed_at)
     VALUES (?, ?, 'interests', '', 'quinces', '2026-11-02', '', 1, 1)`,
  ).run(testId(900), gone);
  const tie = db.prepare(
    `INSERT INTO tie (id, from_n, to_n, kind, words, reverse_words, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, 1, 1)`,
  );
  tie.run(testId(901), gone, sam, 'friend', '', '');
  tie.run(testId(902), sam, kept, 'friend', '', '');
  tie.run(testId(903), kept, gone, 'sibling', '', '');
  tie.run(testId(904), sam, gone, 'parent', '', '');
  tie.run(testId(905), kept, sam, 'own', 'neighbour', 'tenant');
  tie.run(testId(906), sam, gone, 'own', 'tenant', 'neighbour');
  for (const [i, people] of [[gone], [kept, gone]].entries()) {
    db.prepare(
      `INSERT INTO promise (id, made_by, sentence, made_on, due, state, closed_on, entry_id, marked, created_at, changed_at)
       VALUES (?, 'me', 'I will write', '2026-11-01', NULL, 'open', NULL, NULL, 0, 1, 1)`,
    ).run(testId(910 + i));
    for (const n of people) db.prepare('INSERT INTO promise_person VALUES (?, ?)').run(testId(910 + i), n);
  }
  db.prepare("INSERT INTO shelf_item VALUES (?, 'text', 'A poem', '', '', 0, 1, 1)").run(testId(920));
  for (const n of [kept, gone]) {
    db.prepare("INSERT INTO shelf_shared VALUES (?, ?, '2026-11-04')").run(testId(920), n);
  }
  db.prepare("INSERT INTO nudge_act VALUES (?, 'done', '2026-11-05', NULL, 5, 1)").run(
    `rhythmDue:${otherId}:1`,
  );
  db.prepare('INSERT INTO not_duplicate VALUES (?, ?)').run(sam, gone);
}

async function merge({ journal, keepId, otherId }: Lisas, change: Partial<PersonDraft> = {}) {
  const person = { ...(await draftOf(journal, keepId)), nicknames: ['Liz'], ...change };
  return journal.ask('people.merge', { keepId, otherId, person });
}

const found = async (journal: TestJournal, text: string) => (await journal.ask('search.run', { text })).count;

describe('merging two people', () => {
  test('gives everything of the other to the one who is kept', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId, talk, mention, both } = lisas;
    const { db, people } = journal.context;
    const bodies = db.prepare('SELECT id, body FROM entry ORDER BY id').all();
    await merge(lisas);
    expect(db.prepare('SELECT id, body FROM entry ORDER BY id').all()).toEqual(bodies);
    expect(await journal.ask('people.get', { id: keepId })).toMatchObject({
      name: 'Lisa Grey',
      nicknames: ['Liz'],
      lastTalk: '2026-11-03',
      entryCount: 4,
    });
    expect((await journal.ask('people.list', {})).total).toBe(3);
    for (const [id, role] of [
      [talk, 'with'],
      [mention, 'mentioned'],
      [both, 'with'],
    ] as const) {
      expect((await journal.ask('entries.get', { id })).people).toMatchObject([{ id: keepId, role }]);
    }
    expect(await journal.ask('entries.get', { id: talk })).toMatchObject({ begunBy: keepId });
    const n = people.number(keepId);
    for (const [table, count] of [
      ['fact', 1],
      ['promise_person', 2],
      ['shelf_shared', 1],
      ['exchange', 3],
    ] as const) {
      expect(db.prepare(`SELECT DISTINCT person_n FROM ${table}`).pluck().all(), table).toEqual([n]);
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(count);
    }
    expect(db.prepare('SELECT id FROM tie ORDER BY id').pluck().all()).toEqual([902, 904, 905].map(testId));
    expect(db.prepare('SELECT key FROM nudge_act').pluck().all()).toEqual([`rhythmDue:${keepId}:1`]);
    const ines = (await journal.ask('people.suggest', { text: 'Ines' }))[0]?.id ?? '';
    expect((await journal.ask('people.get', { id: ines })).met.throughId).toBe(keepId);
    expect(people.number(otherId)).toBe(n);
  });

  test('lets the old id mean who is kept, wherever it stands', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId, mention } = lisas;
    await merge(lisas);
    expect(await journal.ask('people.names', { ids: [otherId] })).toMatchObject([
      { id: otherId, name: 'Lisa Grey' },
    ]);
    expect((await journal.ask('people.get', { id: otherId })).id).toBe(keepId);
    const again = await addEntry(journal, { body: `${makeMention('Liz', otherId)} came`, day: '2026-11-20' });
    expect((await journal.ask('entries.get', { id: again })).people).toMatchObject([{ id: keepId }]);
    expect(await found(journal, 'with:"Lisa Grey"')).toBe(3);
    expect(await found(journal, 'about:"Lisa Grey"')).toBe(5);
    expect(await found(journal, 'from:"Lisa Grey"')).toBe(1);
    expect(await found(journal, 'liz quinces')).toBe(1);
    // A mention that is written out of the text takes its link along, whichever id it had.
    const { people, tags, ...entry } = await journal.ask('entries.get', { id: mention });
    const roles = people.map(({ id, role }) => ({ personId: id, role }));
    await journal.ask('entries.update', {
      id: mention,
      entry: entryDraftOf({ day: entry.day, tags, people: roles, body: 'somebody likes quinces' }),
    });
    expect((await journal.ask('entries.get', { id: mention })).people).toEqual([]);
    expect((await journal.ask('entries.timeline', { filter: { personId: otherId } })).entries.length).toBe(4);
  });

  test('is undone to the last row, and done again', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId } = lisas;
    const before = dump(journal);
    const person = await journal.ask('people.get', { id: otherId });
    await merge(lisas);
    const after = dump(journal);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'peopleMerged', id: keepId });
    expect(dump(journal)).toEqual(before);
    expect(await journal.ask('people.get', { id: otherId })).toEqual(person);
    expect(await found(journal, 'with:"Elizabeth Grey"')).toBe(2);
    expect(await found(journal, 'about:"Lisa Grey"')).toBe(2);
    await journal.ask('undo.redo', {});
    // Versions and the place in the trash have ids of their own each time.
    const redone = dump(journal);
    for (const table of ['entry_person', 'tie', 'person_alias', 'fact', 'person_tally', 'not_duplicate']) {
      expect(redone[table], table).toEqual(after[table]);
    }
    await journal.ask('undo.undo', {});
    expect(dump(journal)).toEqual(before);
  });

  test('is taken back from the trash after a restart', async () => {
    const lisas = await twoLisas();
    const { journal } = lisas;
    const before = dump(journal);
    await merge(lisas);
    journal.reopen();
    const { items, people } = await journal.ask('trash.list', {});
    expect(items).toMatchObject([{ kind: 'person', name: 'Elizabeth Grey', mergedWith: 'Lisa Grey' }]);
    expect(people).toBe(1);
    await journal.ask('trash.restore', { trashId: items[0]?.trashId ?? '' });
    expect(dump(journal)).toEqual(before);
  });

  test('taken back leaves what was changed and written since', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId, talk, mention } = lisas;
    const { trashId } = await merge(lisas, { notes: 'together' });
    journal.clock.advance(1000);
    await journal.ask('people.update', { id: keepId, person: { pronunciation: 'LEE-za' } });
    const later = await addEntry(journal, {
      day: '2026-11-21',
      people: [{ personId: keepId, role: 'with' }],
    });
    // An entry that was moved to another day meanwhile still goes back.
    await journal.ask('entries.update', {
      id: talk,
      entry: entryDraftOf({ day: '2020-01-01', people: [{ personId: keepId, role: 'with' }], body: 'moved' }),
    });
    await journal.ask('entries.remove', { id: mention });
    await journal.ask('trash.restore', { trashId });
    expect(await journal.ask('people.get', { id: keepId })).toMatchObject({
      pronunciation: 'LEE-za',
      notes: '',
      nicknames: [],
    });
    expect((await journal.ask('entries.get', { id: later })).people).toMatchObject([{ id: keepId }]);
    expect((await journal.ask('entries.get', { id: talk })).people).toMatchObject([{ id: otherId }]);
    expect(await found(journal, 'with:"Elizabeth Grey"')).toBe(2);
    expect(await found(journal, 'with:"Lisa Grey"')).toBe(2);
  });

  test('keeps in their history what both were', async () => {
    const lisas = await twoLisas();
    const { journal, keepId } = lisas;
    await merge(lisas);
    const { versions } = await journal.ask('history.person', { id: keepId });
    expect(versions.map(({ name }) => name).sort()).toEqual([
      'Elizabeth Grey',
      'Elizabeth Grey',
      'Lisa Grey',
    ]);
    const other = versions.find(({ differsIn }) => differsIn.includes('pronouns'));
    await journal.ask('history.restorePerson', { versionId: other?.id ?? '' });
    expect(await journal.ask('people.get', { id: keepId })).toMatchObject({ name: 'Elizabeth Grey' });
  });

  test('stays when the other is gone from the trash for good, with all their mentions', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId } = lisas;
    await merge(lisas);
    journal.clock.advance(31 * DAY_MS);
    while (expireTrash(journal.context));
    expect(await journal.ask('undo.undo', {}).catch((error: unknown) => error)).toMatchObject({
      kind: 'notFound',
    });
    expect(await journal.ask('people.get', { id: keepId })).toMatchObject({ entryCount: 4 });
    expect(await journal.ask('people.names', { ids: [otherId] })).toHaveLength(1);
    expect(journal.context.db.prepare('SELECT count(*) FROM merged_link').pluck().get()).toBe(0);
    expect(journal.context.db.prepare('SELECT count(*) FROM fact').pluck().get()).toBe(1);
    expect((await journal.ask('history.person', { id: keepId })).total).toBe(3);
  });

  test('into a third can be taken back step by step, in the order of undo only', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId, samId } = lisas;
    const before = dump(journal);
    await merge(lisas);
    const first = dump(journal);
    await journal.ask('people.merge', {
      keepId: samId,
      otherId: keepId,
      person: await draftOf(journal, samId),
    });
    expect((await journal.ask('people.get', { id: otherId })).id).toBe(samId);
    const oldest = (await journal.ask('trash.list', {})).items.find(
      (item) => item.kind === 'person' && item.name === 'Elizabeth Grey',
    );
    await expect(journal.ask('trash.restore', { trashId: oldest?.trashId ?? '' })).rejects.toMatchObject({
      kind: 'notFound',
    });
    await journal.ask('undo.undo', {});
    expect(dump(journal)).toEqual(first);
    await journal.ask('undo.undo', {});
    expect(dump(journal)).toEqual(before);
  });

  test('taken back while the one who was kept is in the trash says so; when they are gone, the person comes back alone', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId } = lisas;
    const { trashId } = await merge(lisas);
    const kept = await journal.ask('people.remove', { id: keepId });
    await expect(journal.ask('trash.restore', { trashId })).rejects.toMatchObject({ kind: 'notFound' });
    await journal.ask('trash.remove', { trashIds: [kept.trashId] });
    await journal.ask('trash.restore', { trashId });
    expect(await journal.ask('people.get', { id: otherId })).toMatchObject({ name: 'Elizabeth Grey' });
  });

  test('an older version of an entry, and an entry out of the trash, name who is kept', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, mention, talk } = lisas;
    const removed = await journal.ask('entries.remove', { id: mention });
    await journal.ask('entries.update', { id: talk, entry: entryDraftOf({ body: 'nobody' }) });
    await merge(lisas);
    await journal.ask('trash.restore', removed);
    expect((await journal.ask('entries.get', { id: mention })).people).toMatchObject([{ id: keepId }]);
    const [version] = (await journal.ask('history.entry', { id: talk })).versions;
    await journal.ask('history.restoreEntry', { versionId: version?.id ?? '' });
    expect((await journal.ask('entries.get', { id: talk })).people).toMatchObject([{ id: keepId }]);
  });

  test.each(['entry', 'person'])(
    'an entry out of the trash is about whom it was, the %s first',
    async (first) => {
      const lisas = await twoLisas();
      const { journal, keepId, otherId, talk, both } = lisas;
      const before = dump(journal);
      const merging = await merge(lisas);
      const entries = [];
      for (const id of [talk, both]) entries.push(await journal.ask('entries.remove', { id }));
      const order = first === 'person' ? [merging, ...entries] : [...entries, merging];
      for (const { trashId } of order) await journal.ask('trash.restore', { trashId });
      expect((await journal.ask('entries.get', { id: talk })).people).toMatchObject([{ id: otherId }]);
      expect((await journal.ask('entries.get', { id: both })).people).toMatchObject([
        { id: otherId, role: 'with' },
        { id: keepId, role: 'mentioned' },
      ]);
      expect(await found(journal, 'with:"Elizabeth Grey"')).toBe(2);
      expect(dump(journal)).toEqual(before);
    },
  );

  test('lets small records out of the trash come back to who is kept, but no tie of one with themselves', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId } = lisas;
    const { id: factId } = await journal.ask('facts.create', {
      personId: otherId,
      fact: { facet: 'work', text: 'tunes pianos' },
    });
    await journal.ask('facts.remove', { id: factId });
    await journal.ask('ties.remove', { id: testId(903) });
    await merge(lisas);
    const { items } = await journal.ask('trash.list', {});
    const restore = (kind: string) => {
      const item = items.find((one) => one.kind === 'record' && one.record === kind);
      return journal.ask('trash.restore', { trashId: item?.trashId ?? '' });
    };
    await restore('fact');
    const facts = await journal.ask('facts.list', { personId: keepId });
    expect(facts.find(({ id }) => id === factId)).toMatchObject({ personId: keepId, text: 'tunes pianos' });
    await expect(restore('tie')).rejects.toMatchObject({
      kind: 'notFound',
      message: 'The two people of this tie have become one.',
    });
  });

  test('is not undone by an import of what was exported before: nobody comes in anew', async () => {
    const lisas = await twoLisas();
    const { journal, otherId } = lisas;
    const folder = makeTempFolder();
    const { name } = await journal.ask('transfer.export', {
      target: journal.grant(folder),
      format: 'markdownFolder',
      job: 'export',
    });
    await merge(lisas);
    const after = await journal.ask('people.list', {});
    await journal.ask('transfer.import', { source: journal.grant(join(folder, name)), job: 'import' });
    expect((await journal.ask('people.list', {})).rows.map(({ id }) => id)).toEqual(
      after.rows.map(({ id }) => id),
    );
    expect(journal.context.db.prepare('SELECT 1 FROM person WHERE id = ?').get(otherId)).toBeUndefined();
  });

  test('refuses one with themselves, and somebody who is gone, in plain words', async () => {
    const lisas = await twoLisas();
    const { journal, keepId, otherId, samId } = lisas;
    const person = await draftOf(journal, keepId);
    await expect(journal.ask('people.merge', { keepId, otherId: keepId, person })).rejects.toMatchObject({
      kind: 'badInput',
      message: 'These are one and the same person. Choose somebody else to merge with.',
    });
    await expect(journal.ask('people.merge', { keepId, otherId: testId(999), person })).rejects.toMatchObject(
      { kind: 'notFound' },
    );
    await expect(
      journal.ask('people.merge', { keepId, otherId: samId, person: { ...person, circleId: 'nowhere' } }),
    ).rejects.toMatchObject({ kind: 'badInput' });
    const before = dump(journal);
    await merge(lisas);
    await expect(journal.ask('people.merge', { keepId, otherId, person })).rejects.toMatchObject({
      kind: 'badInput',
    });
    await journal.ask('undo.undo', {});
    expect(dump(journal)).toEqual(before);
  });
});
