import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { jsonJournal } from '../../../src/shared/formats/kithJson.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

/**
 * Tables whose rows leave in the JSON export, and those of their columns of text that do not, because they follow from
 * others. Everything else that a column of text holds must stand in the file word for word.
 */
const exported: Readonly<Record<string, readonly string[]>> = {
  setting: [],
  circle: [],
  import_batch: [],
  person: [],
  nickname: [],
  contact_way: [],
  person_detail: [],
  person_word: ['kind', 'folded'],
  person_date: ['month_day'],
  photo: [],
  entry: [],
  entry_person: [],
  tag: ['folded'],
  entry_tag: [],
  draft: [],
  fact: ['month_day'],
  tie: [],
  promise: [],
  promise_person: [],
  nudge_act: [],
  shelf_item: [],
  shelf_topic: [],
  shelf_shared: [],
  person_alias: [],
  not_duplicate: [],
};

/** Tables that do not, each with why nothing is lost by that. */
const derived: Readonly<Record<string, string>> = {
  entry_circle: 'follows from the people of entries and their circles',
  person_tally: 'counts what entries say',
  exchange: 'follows from the marks in the texts of entries',
  entry_typing: 'an index of the entries',
  head_typing: 'an index of the entries',
  entry_fts: 'an index of the entries',
  person_typing: 'an index of the people',
  entry_vocabulary: 'the words of an index',
  term: 'the words of the entries',
  term_part: 'an index of those words',
  index_state: 'how far the indices have come',
  index_pending: 'which entries wait to be indexed',
  link_work: 'for whom circles are still to follow',
  trash: 'what was deleted is not in an export',
  merged_link: 'for taking back what lies in the trash',
  entry_history: 'what was overwritten is not in an export',
  person_history: 'what was overwritten is not in an export',
  record_change: 'for undo, and for what was deleted',
  record_change_of: 'for undo, and for what was deleted',
};

/** Of the schema itself; the tables that FTS5 keeps for an index belong to it. */
function tablesOf({ context }: TestJournal): readonly string[] {
  return context.db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all()
    .sort();
}

async function fill(journal: TestJournal): Promise<void> {
  const { db, clock } = journal.context;
  const batchId = testId(700);
  db.prepare("INSERT INTO import_batch VALUES (?, 'markdownFolder', 'a vault', 'done', ?)").run(
    batchId,
    clock.now(),
  );
  const introducer = await addPerson(journal, { name: 'Ines Reyes' });
  const { photoId } = await journal.ask('people.addPhoto', {
    bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 0xff, 0xd9]),
  });
  const lisa = await addPerson(journal, {
    name: 'Lisa Grey',
    preferredName: 'Lis',
    pronunciation: 'LEE-za',
    pronouns: 'she/her',
    nicknames: ['Liz'],
    formerNames: ['Lisa Green'],
    contactWays: [{ kind: 'email', label: 'home', value: 'lisa@example.org' }],
    circleId: 'inner',
    rhythm: { floorDays: 11, ceilingDays: 77 },
    languages: ['Portuguese'],
    tags: ['alto'],
    groups: ['the Thursday choir'],
    dates: [{ kind: 'other', label: 'moved to Leeds', date: '2011-05-17' }],
    intention: 'She listens',
    photoId,
    notes: 'Likes rhubarb',
    details: [{ label: 'Shoe size', value: '39' }],
  });
  const twin = await addPerson(journal, { name: 'Elisabeth Grey' });
  const entryId = await addEntry(journal, {
    day: '2026-11-02',
    time: '09:45',
    channel: 'letter',
    begunBy: lisa,
    title: 'A letter',
    body: `${makeMention('Elisabeth', twin)} wrote of medlars`,
    people: [{ personId: lisa, role: 'with' }],
    tags: ['Orchard'],
  });
  db.prepare('UPDATE entry SET origin = ?, batch_id = ? WHERE id = ?').run('abc123', batchId, entryId);
  await journal.ask('people.update', {
    id: lisa,
    person: { met: { on: '2010-09', where: 'the library', throughId: introducer, entryId } },
  });
  const fact = {
    facet: 'interests',
    label: 'fruit',
    text: 'grows medlars',
    date: '2020-03-04',
    entryId,
    quote: 'of medlars',
  } as const;
  const { id: factId } = await journal.ask('facts.create', { personId: lisa, fact });
  await journal.ask('facts.retire', { id: factId, on: '2026-11-10' });
  const words = { words: 'godchild', reverseWords: 'godparent', since: '2012', until: '2024-01' };
  await journal.ask('ties.create', {
    tie: { personId: lisa, otherId: introducer, kind: 'own', ...words },
  });
  const promise = { madeBy: 'them' as const, sentence: 'Lisa will send a cutting', personIds: [lisa] };
  const { id: promiseId } = await journal.ask('promises.create', { promise: { ...promise, entryId } });
  await journal.ask('promises.update', { id: promiseId, promise: { due: '2026-12-24' } });
  await journal.ask('promises.close', { id: promiseId, state: 'kept' });
  const item = {
    kind: 'link' as const,
    title: 'On medlars',
    body: 'worth a read',
    url: 'https://medlars.example/',
    topics: ['fruit trees'],
    isMyNews: true,
  };
  const { id: itemId } = await journal.ask('shelf.create', { item });
  await journal.ask('shelf.share', { id: itemId, personId: lisa });
  db.prepare(
    `INSERT INTO nudge_act (key, act, day, until, minutes, acted_at)
     VALUES (?, 'snoozed', '2026-11-21', '2027-01-09', 0, 1)`,
  ).run(`rhythmDue:${lisa}`);
  await journal.ask('people.setTwoPeople', { personId: lisa, otherId: introducer, areTwo: true });
  const { id: _i, createdAt: _c, changedAt: _d, ...known } = await journal.ask('people.get', { id: lisa });
  await journal.ask('people.merge', { keepId: lisa, otherId: twin, person: known });
  await journal.ask('drafts.save', { slot: 'new', content: 'half a thought' });
  await journal.ask('settings.update', { theme: 'dark' });
}

async function exportJson(journal: TestJournal): Promise<string> {
  const folder = makeTempFolder();
  const { name } = await journal.ask('transfer.export', {
    target: journal.grant(folder),
    format: 'json',
    job: 'export',
  });
  return readFileSync(join(folder, name, 'journal.json'), 'utf8');
}

describe('the JSON export', () => {
  test('knows every table of the schema: it leaves, or there is a reason why not', () => {
    const journal = openTestJournal();
    expect(tablesOf(journal)).toEqual([...Object.keys(exported), ...Object.keys(derived)].sort());
    expect(Object.keys(exported).filter((table) => table in derived)).toEqual([]);
  });

  test('holds every word that stands in a table that leaves', async () => {
    const journal = openTestJournal();
    await fill(journal);
    const text = await exportJson(journal);
    expect(() => jsonJournal.parse(JSON.parse(text))).not.toThrow();
    const { db } = journal.context;
    for (const [table, without] of Object.entries(exported)) {
      const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
      expect(rows.length, table).toBeGreaterThan(0);
      const columns = Object.keys(rows[0] ?? {}).filter((column) => !without.includes(column));
      // A column that is never filled here would be held to nothing.
      const empty = columns.filter((column) =>
        rows.every((row) => row[column] === null || row[column] === ''),
      );
      expect(empty, table).toEqual(mayBeEmpty[table] ?? []);
      for (const row of rows) {
        for (const column of columns) {
          expect(isIn(text, row[column]), `${table}.${column}`).toBe(true);
        }
      }
    }
  });

  test('reads the same under the old id and the new, in notes as well', async () => {
    const journal = openTestJournal();
    await fill(journal);
    const { mergedIds, entries, people } = jsonJournal.parse(JSON.parse(await exportJson(journal)));
    const [lisa] = people.filter(({ name }) => name === 'Lisa Grey');
    expect(mergedIds).toEqual([{ oldId: expect.any(String), personId: lisa?.id }]);
    expect(entries[0]?.body).toContain(mergedIds[0]?.oldId);
    const folder = makeTempFolder();
    const { name } = await journal.ask('transfer.export', {
      target: journal.grant(folder),
      format: 'markdownFolder',
      job: 'export',
    });
    const other = openTestJournal();
    await other.ask('transfer.import', { source: other.grant(join(folder, name)), job: 'import' });
    const [entry] = (await other.ask('entries.timeline', {})).entries;
    expect(entry?.body).toBe(`${makeMention('Elisabeth', lisa?.id ?? '')} wrote of medlars`);
    expect(entry?.people.map((person) => person.name)).toEqual(['Lisa Grey']);
  });
});

/** What only an import or an own hand fills, and is held by a test beside it. */
const mayBeEmpty: Readonly<Record<string, readonly string[]>> = {
  person: ['batch_id'],
  fact: ['batch_id', 'retired_by'],
};

/** Whether a value stands in the file. Numbers are not looked for: they stand under other names, or within words. */
function isIn(text: string, value: unknown): boolean {
  if (typeof value !== 'string') return true;
  // What is kept as JSON stands in the file as it is.
  return text.includes(JSON.stringify(value).slice(1, -1)) || text.includes(value);
}
