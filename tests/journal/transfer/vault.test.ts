import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import type { Entry } from '../../../src/shared/models/entry.ts';
import type { Person } from '../../../src/shared/models/person.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testClock,
  testIds,
  testKey,
} from '../../support/journal.ts';
import { takeSnapshot } from './snapshot.ts';
import { fixtureVault, importFrom, previewOf, readTree, writeZip } from './sources.ts';

// Real files on real disks take as long as they take.
vi.setConfig({ testTimeout: 60_000 });

let journal: TestJournal;

beforeEach(() => {
  journal = openTestJournal();
});
afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

async function everybody(): Promise<readonly Person[]> {
  const { rows } = await journal.ask('people.list', { limit: 500 });
  return await Promise.all(rows.map(({ id }) => journal.ask('people.get', { id })));
}

async function entryOf(day: string): Promise<Entry> {
  const { entries } = await journal.ask('entries.timeline', { from: { day }, limit: 1 });
  const [entry] = entries;
  if (entry?.day !== day) throw new Error(`there is no entry on ${day}`);
  return entry;
}

async function idOf(name: string): Promise<string> {
  const found = (await everybody()).find((person) => person.name === name);
  if (!found) throw new Error('there is nobody with that name');
  return found.id;
}

describe('the vault of the tests', () => {
  test('is previewed without a change', async () => {
    const preview = await previewOf(journal, fixtureVault);
    expect(preview.counts).toEqual({
      newPeople: 6,
      knownPeople: 0,
      newEntries: 10,
      knownEntries: 0,
      mentions: 11,
      skippedFiles: 5,
    });
    expect(preview.span).toEqual({ first: '2025-01-05', last: '2025-06-07' });
    expect(preview.samplePeople[0]).toEqual({ name: 'Maren Okafor', mentions: 5 });
    expect(preview.skipped.map(({ where }) => where).sort()).toEqual([
      'Attachments/photo.png',
      'Lighthouse plan.md',
      'Meetings/2025-04-31 Impossible.md',
      'People/People.md',
      'Templates/Person.md',
    ]);
    expect(preview.warnings).toHaveLength(4);
    expect(await takeSnapshot(journal)).toEqual({ people: [], entries: [] });
    expect(await journal.ask('transfer.batches', {})).toEqual([]);
  });

  test('does what its preview said', async () => {
    const { counts, warnings, skipped } = await previewOf(journal, fixtureVault);
    const result = await importFrom(journal, fixtureVault);
    expect(result.batch).toMatchObject({
      peopleCount: counts.newPeople,
      entryCount: counts.newEntries,
      state: 'done',
    });
    expect([result.warnings, result.skipped]).toEqual([warnings, skipped]);
    expect(await journal.ask('transfer.batches', {})).toEqual([result.batch]);
  });

  test('keeps what it knows of people', async () => {
    await importFrom(journal, fixtureVault);
    const people = await everybody();
    const maren = people.find(({ name }) => name === 'Maren Okafor');
    expect(maren).toMatchObject({
      circleId: 'inner',
      nicknames: ['Mimi', 'my sister'],
      contactWays: [{ kind: 'email', label: '', value: 'maren@example.org' }],
      details: [
        { label: 'relation', value: 'sister' },
        { label: 'born', value: '1988-03-14' },
        { label: 'pets', value: 'Biscuit' },
        { label: 'pets', value: 'Toast' },
      ],
      notes: `Loves the sea. Shares a flat with @[Jonas](person:${await idOf('Jonas Lindqvist')}).\n`,
    });
    expect(people.find(({ name }) => name === 'Jonas Lindqvist')).toMatchObject({
      circleId: 'close',
      notes: 'Carpenter, plays the double bass. `[[Maren Okafor]]` in code stays code.\n',
    });
    expect(people.find(({ name }) => name === 'Dr Ines Álvarez')).toMatchObject({
      circleId: null,
      details: [
        { label: 'relation', value: 'physician' },
        { label: 'languages', value: 'spoken: [Spanish, English]\nlearning: Norwegian' },
        { label: 'circle', value: 'gym' },
      ],
    });
    expect(people.filter(({ name }) => name === 'Tom Reed').map(({ notes }) => notes)).toEqual([
      'The Tom from school.\n',
      'The Tom from the studio, not the one from school.\n',
    ]);
  });

  test('keeps bodies byte for byte, with mentions for links to people', async () => {
    await importFrom(journal, fixtureVault);
    const [maren, jonas] = [await idOf('Maren Okafor'), await idOf('Jonas Lindqvist')];
    const file = readFileSync(join(fixtureVault, 'Journal/2025/2025-01-05.md'), 'utf8');
    const body = file
      .slice(file.indexOf('\n---\n\n') + 6)
      .replace('[[Maren Okafor|Mimi]]', `@[Mimi](person:${maren})`)
      .replace('[[Jonas Lindqvist]]', `@[Jonas Lindqvist](person:${jonas})`)
      .replace('[[Jonas Lindqvist\\|the carpenter]]', `@[the carpenter](person:${jonas})`);
    const entry = await entryOf('2025-01-05');
    expect(entry.body).toBe(`${body}\n\`\`\`yaml\nweather: snow\n\`\`\`\n`);
    expect(entry.tags).toEqual(['diary', 'walk', 'winter/walks']);
    expect(entry.people.map(({ id, role }) => [id, role])).toEqual([
      [maren, 'mentioned'],
      [jonas, 'mentioned'],
    ]);
  });

  test('keeps line ends, times, channels and who began it', async () => {
    await importFrom(journal, fixtureVault);
    const jonas = await idOf('Jonas Lindqvist');
    expect(await entryOf('2025-01-06')).toMatchObject({
      time: '09:05',
      channel: 'call',
      title: 'Jo about the table',
      begunBy: jonas,
      people: [{ id: jonas, role: 'with' }],
      body: 'Jo called.\r\nTwo lines.\r\n',
    });
  });

  test('reads days from names, fields and links, and keeps what it cannot place', async () => {
    await importFrom(journal, fixtureVault);
    expect(await entryOf('2025-03-02')).toMatchObject({
      title: '',
      people: [{ name: 'Yuki Tanaka' }, { name: 'Maren Okafor' }],
    });
    expect(await entryOf('2025-02-11')).toMatchObject({ title: 'Call with Maren' });
    expect(await entryOf('2025-05-02')).toMatchObject({
      time: '19:30',
      body: 'Concert.\n\n```yaml\ndate updated: 2025-05-03\nrating: 5\n```\n',
    });
    expect(await entryOf('2025-06-07')).toMatchObject({
      title: 'Ideas',
      createdAt: Date.parse('2025-06-07T08:00:00Z'),
    });
    const planning = await entryOf('2025-04-10');
    expect(planning.people.map(({ name, role }) => [name, role])).toEqual([
      ['Tom Reed', 'with'],
      ['Jonas Lindqvist', 'with'],
      ['Tom Reed', 'mentioned'],
    ]);
    expect(planning.body).toContain('attendees: ["[[Jonas Lindqvist]]", "[[Somebody Else]]"]');
  });

  test('keeps broken front matter as text, and guesses an encoding only with a warning', async () => {
    const { warnings } = await importFrom(journal, fixtureVault);
    expect((await entryOf('2025-05-01')).body).toMatch(
      /^---\ntitle: Dinner: with friends\ntags: \[food\n---\n\nWith @\[/,
    );
    expect((await entryOf('2025-05-03')).body).toMatch(/^Café with @\[Maren Okafor\]/);
    expect(warnings.map(({ where }) => where)).toEqual([
      'Journal/2025/2025-05-01 Broken.md',
      'Journal/2025/2025-05-03.md',
      'Journal/2025/2025-05-04.md',
      'Meetings/Tom Reed.md',
    ]);
  });

  test('adds nothing when it is imported again, from elsewhere or as a zip', async () => {
    await importFrom(journal, fixtureVault);
    const before = await takeSnapshot(journal);
    const elsewhere = join(makeTempFolder(), 'moved');
    cpSync(fixtureVault, elsewhere, { recursive: true });
    const zip = join(makeTempFolder(), 'vault.zip');
    const files = [...readTree(fixtureVault)].map(([path, bytes]) => [`Any folder/${path}`, bytes] as const);
    await writeZip(zip, new Map(files));
    for (const source of [fixtureVault, elsewhere, zip]) {
      const { batch } = await importFrom(journal, source);
      expect(batch).toMatchObject({ peopleCount: 0, entryCount: 0 });
    }
    expect(await takeSnapshot(journal)).toEqual(before);
  });

  test('adds what is new since, and takes equal notes for as many as there are', async () => {
    const folder = makeTempFolder();
    for (const inside of ['a', 'b']) {
      mkdirSync(join(folder, inside));
      writeFileSync(join(folder, inside, '2024-01-01.md'), 'The same');
    }
    expect((await importFrom(journal, folder)).batch.entryCount).toBe(2);
    writeFileSync(join(folder, 'b', '2024-01-02.md'), 'New');
    expect((await previewOf(journal, folder)).counts).toMatchObject({ newEntries: 1, knownEntries: 2 });
    expect((await importFrom(journal, folder)).batch.entryCount).toBe(1);
  });
});

describe('people who are in the journal already', () => {
  test('are found by name or by a nickname of their own, and stay as they are', async () => {
    const maren = await addPerson(journal, { name: 'maren okafor', notes: 'Mine' });
    const jonas = await addPerson(journal, { name: 'Jonas L', nicknames: ['Jonas Lindqvist'] });
    expect((await previewOf(journal, fixtureVault)).counts).toMatchObject({ newPeople: 4, knownPeople: 2 });
    await importFrom(journal, fixtureVault);
    expect(await journal.ask('people.get', { id: maren })).toMatchObject({
      name: 'maren okafor',
      notes: 'Mine',
    });
    expect((await entryOf('2025-01-05')).body).toContain(
      `@[Mimi](person:${maren}) and @[Jonas Lindqvist](person:${jonas})`,
    );
  });

  test('are not guessed when two share the nickname', async () => {
    await addPerson(journal, { name: 'A', nicknames: ['Maren Okafor'] });
    await addPerson(journal, { name: 'B', nicknames: ['Maren Okafor'] });
    expect((await previewOf(journal, fixtureVault)).counts).toMatchObject({ newPeople: 6, knownPeople: 0 });
  });
});

describe('taking back', () => {
  test('leaves what was changed since, and the people of entries that stay', async () => {
    const { batch } = await importFrom(journal, fixtureVault);
    journal.clock.advance(60_000);
    const edited = await entryOf('2025-06-07');
    const { id, createdAt: _c, changedAt: _ch, people: _p, ...draft } = edited;
    await journal.ask('entries.update', { id, entry: { ...draft, people: [], title: 'My own words' } });
    const yuki = await idOf('Yuki Tanaka');
    await journal.ask('people.update', { id: yuki, person: { notes: 'Also plays the cello' } });
    const jonas = await idOf('Jonas Lindqvist');
    await addEntry(journal, { day: '2026-01-01', people: [{ personId: jonas, role: 'with' }] });
    const taken = await journal.ask('transfer.takeBack', { batchId: batch.id, job: 'back' });
    expect(taken).toEqual({ removedPeople: 3, removedEntries: 9, keptPeople: 3, keptEntries: 1 });
    expect((await everybody()).map(({ name }) => name).sort()).toEqual([
      'Dr Ines Álvarez',
      'Jonas Lindqvist',
      'Yuki Tanaka',
    ]);
    expect(await journal.ask('transfer.batches', {})).toMatchObject([
      { state: 'takenBack', peopleCount: 3, entryCount: 1 },
    ]);
    expect((await journal.ask('people.get', { id: jonas })).entryCount).toBe(1);
  });

  test('leaves no row, no tag count and no word in the index', async () => {
    const { batch } = await importFrom(journal, fixtureVault);
    await journal.ask('transfer.takeBack', { batchId: batch.id, job: 'back' });
    expect(await takeSnapshot(journal)).toEqual({ people: [], entries: [] });
    expect((await journal.ask('search.run', { text: 'lighthouse' })).entries).toEqual([]);
    expect((await journal.ask('search.run', { text: 'Maren' })).people).toEqual([]);
    expect(
      (await journal.ask('tags.suggest', { text: 'diary' })).filter(({ entryCount }) => entryCount > 0),
    ).toEqual([]);
    const { context } = journal;
    expect(context.db.pragma('foreign_key_check')).toEqual([]);
    expect(context.db.prepare('SELECT count(*) FROM index_pending').pluck().get()).toBe(0);
    expect((await importFrom(journal, fixtureVault)).batch).toMatchObject({ peopleCount: 6, entryCount: 10 });
  });

  test('refuses a batch that is not there', async () => {
    await expect(
      journal.ask('transfer.takeBack', { batchId: journal.newId(), job: 'back' }),
    ).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('an import that does not come to its end', () => {
  function manyNotes(count: number): string {
    const folder = makeTempFolder();
    mkdirSync(join(folder, 'People'));
    writeFileSync(join(folder, 'People', 'Ada.md'), '');
    for (let i = 0; i < count; i++) {
      writeFileSync(join(folder, `2024-01-01 ${i}.md`), `Note ${i} with [[Ada]]`);
    }
    return folder;
  }

  test('is taken back when it is stopped, and leaves no line', async () => {
    await addEntry(journal, { body: 'Mine' });
    const before = await takeSnapshot(journal);
    const source = journal.grant(manyNotes(1000));
    const importing = journal.ask('transfer.import', { source, job: 'big' });
    importing.catch(() => undefined);
    await waitUntil(() => countEntries(journal) > 100);
    expect(await journal.ask('transfer.stop', { job: 'big' })).toBe(true);
    await expect(importing).rejects.toMatchObject({ kind: 'stopped' });
    expect(await takeSnapshot(journal)).toEqual(before);
    expect(await journal.ask('transfer.batches', {})).toEqual([]);
    expect(await journal.ask('transfer.stop', { job: 'big' })).toBe(false);
  });

  test('lets other questions be answered meanwhile, and tells how far it is', async () => {
    const source = journal.grant(manyNotes(1500));
    let done = false;
    const importing = journal.ask('transfer.import', { source, job: 'big' }).finally(() => {
      done = true;
    });
    let answered = 0;
    while (!done) {
      await journal.ask('entries.create', {
        entry: {
          day: '2026-02-02',
          time: null,
          channel: 'note',
          begunBy: null,
          title: '',
          body: `Meanwhile ${answered}`,
          people: [],
          tags: [],
        },
      });
      answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await importing).batch.entryCount).toBe(1500);
    expect(answered).toBeGreaterThan(5);
    const progress = journal.events.filter((event) => event.type === 'progress' && event.job === 'big');
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.at(-1)).toMatchObject({ done: 3002 * 2, total: 3002 * 2 });
    const steps = progress.map((event) => (event.type === 'progress' ? event.done : 0));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  test('lets only one import run at a time', async () => {
    const folder = manyNotes(300);
    const first = importFrom(journal, folder);
    await expect(importFrom(journal, folder)).rejects.toMatchObject({ kind: 'alreadyThere' });
    expect((await first).batch.entryCount).toBe(300);
  });

  test('is shown as unfinished after a crash, and can be completed or taken back', async () => {
    const folder = manyNotes(1000);
    const importing = importFrom(journal, folder);
    importing.catch(() => undefined);
    await waitUntil(() => countEntries(journal) > 100);
    // The file as a killed process leaves it: no transaction half done, and no end either.
    const copy = join(makeTempFolder(), 'journal.kith');
    const there = countEntries(journal);
    for (const end of ['', '-wal']) cpSync(`${journal.file}${end}`, `${copy}${end}`);
    await importing;
    const crashed = openJournal(copy, {
      key: testKey,
      clock: testClock('2026-11-23'),
      newId: testIds(1_000_000),
      resolveGrant: () => ({ path: folder, name: 'folder' }),
    });
    const [batch] = await crashed.ask('transfer.batches', {});
    expect(batch).toMatchObject({ state: 'unfinished', entryCount: there });
    const { batch: rest } = await crashed.ask('transfer.import', { source: 'folder', job: 'again' });
    expect(rest.entryCount).toBe(1000 - there);
    const taken = await crashed.ask('transfer.takeBack', {
      batchId: batch?.id ?? '',
      job: 'back',
      confirmed: there + 1,
    });
    expect(taken).toMatchObject({ removedEntries: there, keptPeople: 1 });
    crashed.close();
  });
});

function countEntries({ context }: TestJournal): number {
  return context.db.prepare<[], number>('SELECT count(*) FROM entry').pluck().get() ?? 0;
}

async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
