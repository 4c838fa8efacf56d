import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { insertPerson } from '../../../src/main/journal/people/insertPerson.ts';
import { addPhoto } from '../../../src/main/journal/photos/photos.ts';
import { jsonJournal } from '../../../src/shared/formats/kithJson.ts';
import { dayOfNumber } from '../../../src/shared/models/day.ts';
import { channels, type EntryDraft } from '../../../src/shared/models/entry.ts';
import { contactWayKinds, type PersonDraft, personDateKinds } from '../../../src/shared/models/person.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
  testIds,
} from '../../support/journal.ts';
import { takeSnapshot } from './snapshot.ts';
import { exportTo, importFrom, readTree } from './sources.ts';

// Real files on real disks take as long as they take.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

/** Text as SQLite can hold it: any character, but no half of a pair. */
const text = fc.string({ unit: 'binary' }).filter((value) => !/\p{Cs}/u.test(value));
const line = (most: number) =>
  fc
    .oneof(
      text,
      fc.constantFrom(
        'Ada',
        'ada',
        'CON',
        'a/b',
        'x]y',
        '[[Ada]]',
        'tags',
        'kith',
        'person',
        '2024-05-01',
        'true',
        'null',
        '~',
        '- a',
        'a: b',
        '#x',
        "it's",
      ),
    )
    .map((value) => value.trim().slice(0, most))
    .filter((value) => value !== '' && !/\p{Cs}/u.test(value) && value.trim() === value);

const orEmpty = (words: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), words);
const tagOf = fc.constantFrom('diary', 'Diary', 'person', 'a/b', 'é', '日記', '1-2', ':', '-', '[x]', '"q"');
const partialDateOf = fc.constantFrom('1984-05-17', '1984-05', '1984', '--05-17', '--02-29', '0001-01-01');
/** What a note says under names of its own, and a user may have used for details. */
const ownLabels = [
  'Pronouns',
  'groups',
  'rhythm',
  'dates',
  'birthday',
  'metThrough',
  'photo',
  'personTags',
  'intention',
];

const personOf = fc
  .record({
    name: line(200),
    preferredName: fc.oneof(fc.constant(''), line(200)),
    nicknames: fc.array(line(200), { maxLength: 3 }),
    contactWays: fc.array(
      fc.record({
        kind: fc.constantFrom(...contactWayKinds),
        label: fc.oneof(fc.constant(''), line(60)),
        value: line(500),
      }),
      { maxLength: 3 },
    ),
    circleId: fc.constantFrom(null, 'inner', 'noticed'),
    pronunciation: orEmpty(line(200)),
    pronouns: orEmpty(line(60)),
    formerNames: fc.array(line(200), { maxLength: 2 }),
    languages: fc.array(line(60), { maxLength: 2 }),
    groups: fc.array(line(120), { maxLength: 2 }),
    tags: fc.uniqueArray(tagOf, { maxLength: 3, selector: (tag) => tag.toLowerCase() }),
    dates: fc.array(
      fc.record({
        kind: fc.constantFrom(...personDateKinds),
        label: orEmpty(line(120)),
        date: partialDateOf,
      }),
      { maxLength: 2 },
    ),
    met: fc.record({
      on: fc.option(partialDateOf, { nil: null }),
      where: orEmpty(line(300)),
      // Whom it is stands in `fill`: somebody who came before them.
      throughId: fc.constantFrom(null, testId(1), testId(2), testId(3)),
      entryId: fc.constantFrom(null, testId(1000), testId(99)),
    }),
    intention: orEmpty(line(500)),
    rhythm: fc.constantFrom(null, { floorDays: 1, ceilingDays: 1 }, { floorDays: 14, ceilingDays: 60 }),
    notes: text,
    details: fc.array(
      fc.record({
        label: fc.oneof(line(120), fc.constantFrom(...ownLabels)),
        value: fc.oneof(text, fc.constantFrom('', 'x', '1640-10-23', ' a ', '1 to 2 days', '[[Ada]]')),
      }),
      {
        maxLength: 4,
      },
    ),
  })
  .map((person) => ({ ...person, photoId: null })) satisfies fc.Arbitrary<PersonDraft>;

const PEOPLE = 4;
const bodyPiece = fc.oneof(
  text,
  fc.constantFrom(
    '---\n',
    '\n',
    '\r\n',
    '`',
    '```\n',
    '[[Ada]]',
    '[[Ada|x]]',
    '#tag ',
    'kith: x\n',
    '\ufeff',
    '\\',
  ),
  fc.record({ i: fc.nat(PEOPLE), name: line(40) }).map(({ i, name }) => makeMention(name, testId(1 + i))),
);

const entryOf = fc.record({
  day: fc.integer({ min: 600_000, max: 600_003 }).map(dayOfNumber),
  time: fc.constantFrom(null, '00:00', '09:05', '23:59'),
  channel: fc.constantFrom(...channels),
  begunBy: fc.constantFrom(null, 'me' as const, testId(1), testId(2), testId(99)),
  title: fc.oneof(fc.constant(''), line(500)),
  body: fc.array(bodyPiece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  people: fc.uniqueArray(
    fc.record({
      personId: fc.nat(PEOPLE - 1).map((i) => testId(1 + i)),
      role: fc.constantFrom('with', 'mentioned'),
    }),
    { selector: ({ personId }) => personId, maxLength: 3 },
  ),
  tags: fc.uniqueArray(tagOf, { maxLength: 3, selector: (tag) => tag.toLowerCase() }),
}) satisfies fc.Arbitrary<EntryDraft>;

function fill(journal: TestJournal, people: readonly PersonDraft[], entries: readonly EntryDraft[]): void {
  const { context } = journal;
  context.db.transaction(() => {
    people.forEach((person, i) => {
      // Every other one has a photo: of such a picture, nothing but its beginning is looked at.
      const photo = Uint8Array.from([0xff, 0xd8, 0xff, i, 1, 2, 3]);
      const photoId = i % 2 ? addPhoto(context, photo).photoId : null;
      insertPerson(context, { ...person, photoId }, { id: testId(1 + i) });
    });
    // Each with the next: a chain of parents, and with some of them own words.
    const addTie = context.db.prepare(
      `INSERT INTO tie (id, from_n, to_n, kind, words, reverse_words, since, until, created_at, changed_at)
       SELECT ?, a.n, b.n, ?, ?, ?, ?, ?, 5, 5 FROM person a JOIN person b ON a.id = ? AND b.id = ?`,
    );
    for (const [i, { pronouns, pronunciation, met }] of people.slice(1).entries()) {
      const [words, reverse] = [pronouns.slice(0, 60).trim(), pronunciation.slice(0, 60).trim()];
      const own = i % 2 === 1 && words !== '' && reverse !== '';
      const said = own ? (['own', words, reverse] as const) : (['parent', '', ''] as const);
      addTie.run(testId(2000 + i), ...said, met.on, null, testId(1 + i), testId(2 + i));
    }
    entries.forEach((entry, i) => {
      insertEntry(context, entry, {
        id: testId(1000 + i),
        index: 'later',
        origin: i % 2 ? `origin ${i}` : null,
      });
    });
  })();
  context.people.refresh(context.db.prepare<[], number>('SELECT n FROM person').pluck().all());
}

describe('a Markdown folder', () => {
  test('loses nothing of any journal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(personOf, { minLength: PEOPLE, maxLength: PEOPLE }),
        fc.array(entryOf, { maxLength: 8 }),
        async (people, entries) => {
          const [journal, other] = [openTestJournal(), openTestJournal()];
          try {
            fill(journal, people, entries);
            const folder = makeTempFolder();
            const { name } = await exportTo(journal, folder);
            const { skipped, warnings } = await importFrom(other, join(folder, name));
            expect({
              skipped,
              warnings: warnings.filter(({ message }) => !message.startsWith('Several')),
            }).toEqual({
              skipped: [],
              warnings: [],
            });
            expect(await takeSnapshot(other)).toEqual(await takeSnapshot(journal));
            expect((await importFrom(journal, join(folder, name))).batch).toMatchObject({
              peopleCount: 0,
              entryCount: 0,
            });
          } finally {
            closeTestJournals();
            removeTempFolders();
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 240_000);

  test('reads as people write such notes', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal, {
      name: 'Ada Lovelace',
      nicknames: ['the Countess'],
      circleId: 'inner',
      details: [{ label: 'born', value: '1815-12-10' }],
      notes: 'Likes horses.',
    });
    const id = await addEntry(journal, {
      day: '2026-11-20',
      time: '18:30',
      channel: 'inPerson',
      begunBy: ada,
      title: 'Dinner: the engine?',
      people: [{ personId: ada, role: 'with' }],
      body: `With ${makeMention('Ada', ada)}. #work\n`,
    });
    await addEntry(journal, { day: '2026-11-20', body: 'Later.' });
    const folder = makeTempFolder();
    const { name } = await exportTo(journal, folder);
    const files = new Map(
      [...readTree(join(folder, name))].map(([path, bytes]) => [path, bytes.toString('utf8')]),
    );
    expect([...files.keys()].sort()).toEqual([
      'Journal/2026/2026-11-20 1 Dinner- the engine.md',
      'Journal/2026/2026-11-20 2.md',
      'People/Ada Lovelace.md',
    ]);
    expect(files.get('People/Ada Lovelace.md')).toBe(
      `---\nkith: ${ada}\naliases:\n  - the Countess\ncircle: Inner circle\nborn: 1815-12-10\ntype: person\ntags:\n  - person\ncreated: "2026-11-22T10:00:00.000Z"\nchanged: "2026-11-22T10:00:00.000Z"\n---\n\nLikes horses.`,
    );
    expect(files.get('Journal/2026/2026-11-20 1 Dinner- the engine.md')).toBe(
      `---\nkith: ${id}\ndate: 2026-11-20\ntime: "18:30"\ntitle: "Dinner: the engine?"\nchannel: inPerson\nbegunBy: "[[Ada Lovelace]]"\nwith:\n  - "[[Ada Lovelace]]"\ntags:\n  - work\ntype: entry\ncreated: "2026-11-22T10:00:00.000Z"\nchanged: "2026-11-22T10:00:00.000Z"\n---\n\nWith [[Ada Lovelace|Ada]]. #work\n`,
    );
  });

  test('gives notes of one name, or none that a disk can hold, names of their own', async () => {
    const journal = openTestJournal();
    for (const name of [
      'Ada',
      'ada',
      'ADA',
      'CON',
      'con',
      'a/b',
      'a:b',
      '???',
      '…',
      'x'.repeat(200),
      `${'x'.repeat(199)}y`,
    ]) {
      await addPerson(journal, { name });
    }
    const folder = makeTempFolder();
    const { name } = await exportTo(journal, folder);
    const paths = [...readTree(join(folder, name)).keys()];
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(11);
    const other = openTestJournal();
    await importFrom(other, join(folder, name));
    expect(await takeSnapshot(other)).toEqual(await takeSnapshot(journal));
  });

  test('finds in another journal those who are there under another id', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal, { name: 'Ada' });
    await addEntry(journal, { body: `${makeMention('A [x]', ada)} and \`${makeMention('Ada', ada)}\`` });
    const folder = makeTempFolder();
    const { name } = await exportTo(journal, folder);
    const other = openTestJournal({ newId: testIds(500) });
    const theirs = await addPerson(other, { name: 'ada' });
    await importFrom(other, join(folder, name));
    const { entries } = await takeSnapshot(other);
    expect(entries[0]?.body).toBe(`${makeMention('A [x]', theirs)} and \`${makeMention('Ada', ada)}\``);
    expect(entries[0]?.people).toEqual([{ personId: theirs, role: 'mentioned' }]);
  });
});

describe('a JSON file', () => {
  test('holds everything, in the shape that is written down', async () => {
    const journal = openTestJournal();
    await fc.assert(
      fc.asyncProperty(
        fc.array(personOf, { maxLength: PEOPLE }),
        fc.array(entryOf, { maxLength: 5 }),
        async (people, entries) => {
          const full = openTestJournal();
          const used = entries.map((entry) => ({ ...entry, people: [] }));
          fill(full, people, used);
          await full.ask('drafts.save', { slot: 'new', content: 'Not done yet' });
          await full.ask('settings.update', { theme: 'dark' });
          const folder = makeTempFolder();
          const { name } = await exportTo(full, folder, 'json');
          const written = jsonJournal.parse(
            JSON.parse(readFileSync(join(folder, name, 'journal.json'), 'utf8')),
          );
          const snapshot = await takeSnapshot(full);
          const photos = new Map(written.photos.map(({ id, base64 }) => [id, base64]));
          expect(
            written.people.map(({ changedAt: _a, batchId: _b, photoId, ...person }) => ({
              ...person,
              photo: photoId === null ? null : photos.get(photoId),
              facts: written.facts.filter(({ personId }) => personId === person.id),
            })),
          ).toEqual(snapshot.people.map(({ ties: _, ...person }) => person));
          expect(new Set(written.ties.map(({ id }) => id))).toEqual(
            new Set(snapshot.people.flatMap(({ ties }) => ties.map(({ id }) => id))),
          );
          expect(written.entries.map(({ changedAt: _a, batchId: _b, ...entry }) => entry)).toEqual(
            snapshot.entries,
          );
          expect(written.drafts).toMatchObject([{ slot: 'new', content: 'Not done yet' }]);
          expect(written.settings).toEqual({ theme: 'dark' });
          expect(written.circles).toHaveLength(5);
          full.close();
        },
      ),
      { numRuns: 25 },
    );
    expect(journal.context.people.all()).toEqual([]);
  }, 120_000);
});

describe('any export', () => {
  test('never overwrites, and leaves nothing else behind', async () => {
    const journal = openTestJournal();
    await addEntry(journal, { body: 'Words' });
    const folder = makeTempFolder();
    mkdirSync(join(folder, 'Kith 2026-11-22'));
    writeFileSync(join(folder, 'Kith 2026-11-22', 'mine.txt'), 'mine');
    const names = [
      await exportTo(journal, folder),
      await exportTo(journal, folder, 'json'),
      await exportTo(journal, folder),
    ];
    expect(names.map(({ name }) => name)).toEqual([
      'Kith 2026-11-22 2',
      'Kith 2026-11-22 3',
      'Kith 2026-11-22 4',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['Kith 2026-11-22', ...names.map(({ name }) => name)]);
    expect(readdirSync(join(folder, 'Kith 2026-11-22'))).toEqual(['mine.txt']);
  });

  test.each(['markdownFolder', 'json'] as const)('leaves nothing when it is stopped: %s', async (format) => {
    const journal = openTestJournal();
    fill(
      journal,
      [],
      Array.from({ length: 3000 }, (_, i) => ({
        ...draft,
        day: dayOfNumber(700_000 + i),
        body: `Note ${i}`,
      })),
    );
    const folder = makeTempFolder();
    const exporting = journal.ask('transfer.export', { target: journal.grant(folder), format, job: 'out' });
    exporting.catch(() => undefined);
    while (readdirSync(folder).length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await journal.ask('transfer.stop', { job: 'out' })).toBe(true);
    await expect(exporting).rejects.toMatchObject({ kind: 'stopped' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says in words that a folder is gone or closed', async () => {
    const journal = openTestJournal();
    await expect(exportTo(journal, join(makeTempFolder(), 'gone'))).rejects.toMatchObject({
      kind: 'storage',
    });
    const closed = makeTempFolder();
    chmodSync(closed, 0o500);
    // The superuser may write anywhere, so for them this is an export like any other.
    if (process.getuid?.() !== 0)
      await expect(exportTo(journal, closed)).rejects.toMatchObject({ kind: 'storage' });
    chmodSync(closed, 0o700);
  });

  test('of an empty journal is empty and whole', async () => {
    const journal = openTestJournal();
    const folder = makeTempFolder();
    expect(await exportTo(journal, folder)).toEqual({
      name: 'Kith 2026-11-22',
      peopleCount: 0,
      entryCount: 0,
    });
    const { name } = await exportTo(journal, folder, 'json');
    expect(
      jsonJournal.safeParse(JSON.parse(readFileSync(join(folder, name, 'journal.json'), 'utf8'))).success,
    ).toBe(true);
  });
});

const draft: EntryDraft = {
  day: '2026-01-01',
  time: null,
  channel: 'note',
  begunBy: null,
  title: '',
  body: '',
  people: [],
  tags: [],
};
