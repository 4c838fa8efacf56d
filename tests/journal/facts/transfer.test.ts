import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import { jsonJournal } from '../../../src/shared/formats/kithJson.ts';
import { facets } from '../../../src/shared/models/fact.ts';
import { factLabels } from '../../../src/shared/rules/facts/factLabels.ts';
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
import { takeSnapshot } from '../transfer/snapshot.ts';
import { exportTo, importFrom, readTree } from '../transfer/sources.ts';

// Real files on real disks take as long as they take.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

/** A folder on the disk with one note in it. */
function makeFolder(path: string, note: string): string {
  const folder = makeTempFolder();
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), note);
  return folder;
}

type GivenFact = JournalInput<'facts.create'>['fact'];

/** Text as SQLite can hold it: any character, but no half of a pair. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('- a', 'a: b', '~', 'null', '# x', '[[Ada]]', 'two\nlines', '2024-05-01', '---\n', '"q"'),
  )
  .filter((value) => !/\p{Cs}/u.test(value));
const words = text.map((value) => value.trim()).filter((value) => value !== '');

const factOf: fc.Arbitrary<GivenFact> = fc.constantFrom(...facets).chain((facet) =>
  fc.record({
    facet: fc.constant(facet),
    label: fc.oneof(
      fc.constantFrom('', ...factLabels[facet].map(({ label }) => label)),
      words.map((word) => word.slice(0, 60).trim()),
    ),
    text: words,
    date: fc.constantFrom(null, '1984', '2019-05', '2020-02-29', '--02-29'),
    learnedOn: fc.constantFrom('0001-01-01', '2019-05-05', '2026-11-22', '9999-12-31'),
    entryId: fc.constantFrom(null, testId(99)),
    quote: text,
  }),
);

async function addFacts(journal: TestJournal, personId: string, facts: readonly GivenFact[]): Promise<void> {
  for (const [i, fact] of facts.entries()) {
    journal.clock.advance(1);
    const made = await journal.ask('facts.create', { personId, fact }).catch((error: unknown) => {
      // The same twice is refused, and that is all that may be.
      expect(error).toMatchObject({ kind: 'alreadyThere' });
      return null;
    });
    if (made && i % 3 === 2) await journal.ask('facts.retire', { id: made.id, on: '2026-01-01' });
  }
}

describe('a Markdown folder', () => {
  test('brings every fact back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(factOf, { maxLength: 8 }),
        fc.array(factOf, { maxLength: 3 }),
        async (a, b) => {
          const [journal, other] = [openTestJournal(), openTestJournal({ newId: testIds(5000) })];
          try {
            await addFacts(
              journal,
              await addPerson(journal, { details: [{ label: 'facts', value: 'x' }] }),
              a,
            );
            await addFacts(journal, await addPerson(journal, { name: 'Tom' }), b);
            const folder = makeTempFolder();
            const { name } = await exportTo(journal, folder);
            const { skipped, warnings } = await importFrom(other, join(folder, name));
            expect({ skipped, warnings }).toEqual({ skipped: [], warnings: [] });
            expect(await takeSnapshot(other)).toEqual(await takeSnapshot(journal));
          } finally {
            closeTestJournals();
            removeTempFolders();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 240_000);

  test('says them as people can read them', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    await addFacts(journal, personId, [
      { facet: 'work', label: 'employer', text: 'Bright & Co.', date: '2019-04' },
      { facet: 'work', label: 'employer', text: 'Northwind', date: '2024-03' },
    ]);
    const folder = makeTempFolder();
    const { name } = await exportTo(journal, folder);
    const note = readTree(join(folder, name)).get('People/Ada Lovelace.md')?.toString('utf8') ?? '';
    const [first, second] = await journal.ask('facts.list', { personId });
    expect(note.slice(note.indexOf('facts:'), note.indexOf('type: person'))).toBe(
      `facts:\n  - fact: "Bright & Co."\n    about: work\n    label: employer\n    date: "2019-04"\n    learned: 2026-11-22\n    until: 2024-03-01\n    id: ${second?.id}\n    followedBy: ${first?.id}\n    written: "2026-11-22T10:00:00.001Z"\n  - fact: Northwind\n    about: work\n    label: employer\n    date: "2024-03"\n    learned: 2026-11-22\n    id: ${first?.id}\n    written: "2026-11-22T10:00:00.002Z"\n`,
    );
  });

  test.each([
    ['words of another application', 'facts:\n  - tall\n  - kind\n'],
    ['an impossible date', 'facts:\n  - fact: x\n    about: work\n    learned: 2026-02-30\n'],
    ['a facet that is none', 'facts:\n  - fact: x\n    about: weather\n    learned: 2026-02-03\n'],
    ['a field of its own', 'facts:\n  - fact: x\n    about: work\n    learned: 2026-02-03\n    mood: odd\n'],
  ])('with %s keeps them as a detail, word for word', async (_, field) => {
    const journal = openTestJournal();
    await importFrom(journal, makeFolder('People/Ada.md', `---\n${field}---\n\nNotes`));
    const [row] = (await journal.ask('people.list', {})).rows;
    const { details } = await journal.ask('people.get', { id: row?.id ?? '' });
    expect(details.length).toBeGreaterThan(0);
    expect(details[0]?.label).toBe('facts');
    expect(await journal.ask('facts.list', { personId: row?.id ?? '' })).toEqual([]);
  });

  test('leaves facts alone that somebody who is known already has', async () => {
    const journal = openTestJournal();
    await addFacts(journal, await addPerson(journal), [{ facet: 'other', text: 'x' }]);
    const folder = makeTempFolder();
    const { name } = await exportTo(journal, folder);
    const before = await takeSnapshot(journal);
    await importFrom(journal, join(folder, name));
    expect(await takeSnapshot(journal)).toEqual(before);
  });
});

describe('an import that is taken back', () => {
  const note =
    '---\nfacts:\n  - fact: Northwind\n    about: work\n    label: employer\n    learned: 2026-02-03\n---\n\nNotes';

  async function importAda(journal: TestJournal) {
    const { batch } = await importFrom(journal, makeFolder('People/Ada.md', note));
    const [row] = (await journal.ask('people.list', {})).rows;
    return { batchId: batch.id, personId: row?.id ?? '' };
  }
  const texts = async (journal: TestJournal, personId: string) =>
    (await journal.ask('facts.list', { personId })).map(({ text: said }) => said);

  test('takes its facts along, and they are found no more', async () => {
    const journal = openTestJournal();
    const { batchId, personId } = await importAda(journal);
    expect(await texts(journal, personId)).toEqual(['Northwind']);
    expect((await journal.ask('search.run', { text: 'northwind' })).people).toHaveLength(1);
    await journal.ask('transfer.takeBack', { batchId, job: 'back' });
    expect(journal.context.db.prepare('SELECT count(*) FROM fact').pluck().get()).toBe(0);
  });

  test('leaves what the user wrote, and whom it is about', async () => {
    const journal = openTestJournal();
    const { batchId, personId } = await importAda(journal);
    journal.clock.advance(1000);
    await journal.ask('facts.create', {
      personId,
      fact: { facet: 'work', label: 'employer', text: 'Bright & Co.', learnedOn: '2020-01-01' },
    });
    expect(await texts(journal, personId)).toEqual(['Northwind', 'Bright & Co.']);
    await journal.ask('transfer.takeBack', { batchId, job: 'back' });
    expect(await journal.ask('facts.list', { personId })).toMatchObject([
      { text: 'Bright & Co.', retiredOn: null, retiredBy: null },
    ]);
    expect((await journal.ask('search.run', { text: 'northwind' })).people).toHaveLength(0);
    expect((await journal.ask('search.run', { text: 'bright' })).people).toHaveLength(1);
  });

  test('leaves a fact that was changed since', async () => {
    const journal = openTestJournal();
    const { batchId, personId } = await importAda(journal);
    journal.clock.advance(1000);
    const [fact] = await journal.ask('facts.list', { personId });
    await journal.ask('facts.update', { id: fact?.id ?? '', fact: { text: 'Northwind Ltd' } });
    await journal.ask('transfer.takeBack', { batchId, job: 'back' });
    expect(await texts(journal, personId)).toEqual(['Northwind Ltd']);
  });
});

test('the JSON file holds every fact but those of people in the trash', async () => {
  const journal = openTestJournal();
  const entryId = await addEntry(journal);
  const ada = await addPerson(journal);
  await addFacts(journal, ada, [
    { facet: 'work', label: 'employer', text: 'Bright & Co.', entryId, quote: 'at Bright & Co.' },
    { facet: 'work', label: 'employer', text: 'Northwind', date: '2024-03' },
  ]);
  const tom = await addPerson(journal, { name: 'Tom' });
  await addFacts(journal, tom, [{ facet: 'other', text: 'gone' }]);
  await journal.ask('people.remove', { id: tom });
  const folder = makeTempFolder();
  const { name } = await exportTo(journal, folder, 'json');
  const { facts } = jsonJournal.parse(JSON.parse(readFileSync(join(folder, name, 'journal.json'), 'utf8')));
  const listed = await journal.ask('facts.list', { personId: ada });
  expect(facts).toEqual(
    listed.map(({ entryDay: _, ...fact }) => fact).sort((a, b) => a.createdAt - b.createdAt),
  );
  expect(facts).toHaveLength(2);
});
