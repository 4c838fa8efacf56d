import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { closeTestJournals, openTestJournal, type TestJournal } from '../../support/journal.ts';
import { takeSnapshot } from './snapshot.ts';
import { exportTo, hasPepys, importFrom, pepysVault, previewOf, readTree, unzip } from './sources.ts';

if (!hasPepys) console.warn('The vault of Pepys is not here; only the fixture vault was imported.');

/** What the files say, counted with nothing of Kith's own. */
interface Counted {
  readonly people: readonly string[];
  readonly days: readonly string[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly mentions: number;
  readonly mentionsOf: ReadonlyMap<string, number>;
}

async function countFiles(): Promise<Counted> {
  const files = [...(await unzip(pepysVault))].map(
    ([path, bytes]) => [path, bytes.toString('utf8')] as const,
  );
  const entries = files.filter(([path]) => path.startsWith('Pepys/Journal/'));
  const links = entries.flatMap(([, text]) =>
    [...text.matchAll(/\[\[([^\]|]+)(?:\|[^\]]*)?\]\]/g)].map(([, name]) => name ?? ''),
  );
  const mentionsOf = new Map<string, number>();
  for (const name of links) mentionsOf.set(name, (mentionsOf.get(name) ?? 0) + 1);
  return {
    people: files
      .filter(([path]) => path.startsWith('Pepys/People/'))
      .map(([path]) => path.slice('Pepys/People/'.length, -3)),
    days: entries.map(([path]) => path.slice('Pepys/Journal/'.length, -3)).sort(),
    bodies: new Map(
      entries.map(([path, text]) => [path.slice(-13, -3), text.slice(text.indexOf('\n---\n\n') + 6)]),
    ),
    mentions: links.length,
    mentionsOf,
  };
}

describe.runIf(hasPepys)('the diary of Samuel Pepys', () => {
  let counted: Counted;
  let journal: TestJournal;

  beforeAll(async () => {
    counted = await countFiles();
    journal = openTestJournal();
    const preview = await previewOf(journal, pepysVault);
    expect(preview.counts).toEqual({
      newPeople: counted.people.length,
      knownPeople: 0,
      newEntries: counted.days.length,
      knownEntries: 0,
      mentions: counted.mentions,
      skippedFiles: 0,
    });
    expect(preview.span).toEqual({ first: counted.days[0], last: counted.days.at(-1) });
    expect(preview.warnings).toEqual([]);
    for (const { name, mentions } of preview.samplePeople)
      expect(counted.mentionsOf.get(name)).toBe(mentions);
    const result = await importFrom(journal, pepysVault);
    expect(result).toMatchObject({
      warnings: [],
      skipped: [],
      batch: { state: 'done', peopleCount: 60, entryCount: 3410 },
    });
  }, 300_000);

  afterAll(() => {
    closeTestJournals();
    removeTempFolders();
  }, 60_000);

  test('is 3,410 entries, 60 people and 14,360 mentions by the count of its files', () => {
    expect([counted.days.length, counted.people.length, counted.mentions]).toEqual([3410, 60, 14_360]);
  });

  test('comes in with every person', async () => {
    const { total, rows } = await journal.ask('people.list', { limit: 500 });
    expect(total).toBe(60);
    expect(rows.map(({ name }) => name).sort()).toEqual([...counted.people].sort());
    const wife = rows.find(({ name }) => name === 'Elizabeth Pepys');
    const { details } = await journal.ask('people.get', { id: wife?.id ?? '' });
    expect(wife?.circleId).toBe('inner');
    expect(details).toEqual([
      { label: 'relation', value: 'wife' },
      { label: 'born', value: '1640-10-23' },
    ]);
  });

  test('comes in with every day, every word and every mention', async () => {
    const { entries } = await takeSnapshot(journal);
    expect(entries.map(({ day }) => day)).toEqual(counted.days);
    const names = new Map(
      (await journal.ask('people.list', { limit: 500 })).rows.map(({ id, name }) => [id, name]),
    );
    let mentions = 0;
    let different = 0;
    for (const { day, body } of entries) {
      // In these files every link says how the person is called in its sentence.
      const links = body.replace(
        /@\[([^\]]*)\]\(person:([0-9a-f-]{36})\)/g,
        (_all, text: string, id: string) => {
          mentions += 1;
          return `[[${names.get(id)}|${text}]]`;
        },
      );
      if (links !== counted.bodies.get(day)) different += 1;
    }
    expect({ mentions, different }).toEqual({ mentions: counted.mentions, different: 0 });
  });

  test('is found by search as soon as the import is done', async () => {
    const { count } = await journal.ask('search.run', { text: 'garret turkey' });
    expect(count).toBeGreaterThan(0);
  });

  test('adds nothing when it is imported again', async () => {
    const again = await importFrom(journal, pepysVault);
    expect(again.batch).toMatchObject({ peopleCount: 0, entryCount: 0 });
    expect((await previewOf(journal, pepysVault)).counts).toMatchObject({
      newPeople: 0,
      knownPeople: 60,
      newEntries: 0,
      knownEntries: 3410,
    });
  }, 120_000);

  test('goes out as notes and comes back the same', async () => {
    const folder = makeTempFolder();
    const { name, peopleCount, entryCount } = await exportTo(journal, folder);
    expect([peopleCount, entryCount]).toEqual([60, 3410]);
    expect(readTree(join(folder, name)).size).toBe(3470);
    const other = openTestJournal();
    await importFrom(other, join(folder, name));
    expect(await takeSnapshot(other)).toEqual(await takeSnapshot(journal));
    expect((await previewOf(journal, join(folder, name))).counts).toMatchObject({
      newPeople: 0,
      newEntries: 0,
    });
  }, 300_000);

  test('can be taken back as a whole', async () => {
    const [, first] = await journal.ask('transfer.batches', {});
    const batch = { batchId: first?.id ?? '', job: 'back' };
    await expect(journal.ask('transfer.takeBack', { ...batch, confirmed: 3469 })).rejects.toMatchObject({
      kind: 'needsConfirmation',
      message: 'This removes 60 people and 3,410 entries.',
      count: 3470,
    });
    const taken = await journal.ask('transfer.takeBack', { ...batch, confirmed: 3470 });
    expect(taken).toEqual({ removedPeople: 60, removedEntries: 3410, keptPeople: 0, keptEntries: 0 });
    expect(await takeSnapshot(journal)).toEqual({ people: [], entries: [] });
    expect((await journal.ask('search.run', { text: 'garret turkey' })).count).toBe(0);
  }, 120_000);
});
