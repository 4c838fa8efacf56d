import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { hashContent } from '../../../src/main/journal/backups/contentHash.ts';
import { salvageJournal } from '../../../src/main/journal/damage/salvage.ts';
import { noteTableRoots, ROOTS_FILE, readTableRoots } from '../../../src/main/journal/damage/tableRoots.ts';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { migrations } from '../../../src/main/journal/store/migrate.ts';
import { openReader, type Store } from '../../../src/main/journal/store/openStore.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import { backUp, writeTestKeys } from '../../support/backups.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import {
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
  testKey,
} from '../../support/journal.ts';

afterEach(() => {
  closeTestJournals();
  removeTempFolders();
});

const PAGE = 4096;

/** A journal of a few thousand rows, in pages of its file alone. */
async function openFull(entries = 3000): Promise<TestJournal> {
  const journal = openTestJournal();
  const people: string[] = [];
  for (let i = 0; i < 60; i++) {
    people.push(
      await addPerson(journal, {
        name: `Somebody ${i}`,
        circleId: i % 2 ? 'close' : null,
        nicknames: [`nick ${i}`],
        contactWays: [{ kind: 'email', label: '', value: `${i}@example.org` }],
      }),
    );
  }
  journal.context.db.transaction(() => {
    for (let i = 0; i < entries; i++) {
      const day = new Date(Date.UTC(2010, 0, 1 + i)).toISOString().slice(0, 10);
      const people2 = [people[i % 60] ?? '', people[(i * 7 + 1) % 60] ?? ''];
      insertEntry(
        journal.context,
        entryDraftOf({
          day,
          body: `entry ${i} `.repeat(20 + (i % 30)),
          people: [...new Set(people2)].map((personId) => ({ personId, role: 'with' as const })),
          tags: [`tag${i % 9}`],
        }),
        { index: 'later' },
      );
    }
  })();
  journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
  return journal;
}

/** A copy of the journal, and of what stands beside it, in which these pages, counted from 1, cannot be read. */
function damage(journal: TestJournal, pages: readonly number[]): string {
  const file = join(makeTempFolder(), 'journal.kith');
  noteTableRoots(dirname(file), journal.context.db, testKey);
  const bytes = readFileSync(journal.file);
  for (const page of pages) {
    const at = (page - 1) * PAGE + 200;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  }
  writeFileSync(file, bytes);
  return file;
}

function salvage(damaged: string) {
  const target = join(makeTempFolder(), 'journal.kith');
  const salvaged = salvageJournal({ damaged, target, key: testKey, migrations });
  return { target, salvaged };
}

/** All pages of the list of tables, the first page of the file among them. */
const listPages = (db: Store) =>
  db.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all();

/** Numbers that look random and are the same in every run. */
function somePages(count: number, from: number, to: number, seed: number): readonly number[] {
  const pages = new Set<number>();
  for (let state = seed; pages.size < count; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    pages.add(from + (Math.floor(state / 65_536) % (to - from)));
  }
  return [...pages];
}

const rowsIn = (store: Store) =>
  ['person', 'nickname', 'contact_way', 'entry', 'entry_person', 'entry_tag', 'tag'].reduce(
    (sum, table) => sum + (store.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0),
    0,
  );

test('of an undamaged journal everything is there afterwards, to the last row', async () => {
  const journal = await openFull(500);
  const { target, salvaged } = salvage(journal.file);
  const store = openReader(target, testKey);
  expect(hashContent(store)).toBe(hashContent(journal.context.db));
  store.close();
  expect(salvaged).toMatchObject({ people: 60, entries: 500, lostRows: 0, lostDays: [], mayMissMore: false });
});

test('of twenty bad pages anywhere, the first among them, at least 98 % of the rows are saved, and what was lost is told', async () => {
  const entries = 10_000;
  const journal = await openFull(entries);
  const pages = readFileSync(journal.file).length / PAGE;
  const all = rowsIn(journal.context.db);
  for (const seed of [1, 2, 3]) {
    const damaged = damage(journal, [1, ...somePages(19, 2, pages, seed)]);
    const before = readFileSync(damaged);
    expect(() => openReader(damaged, testKey)).toThrow(KithError);

    const { target, salvaged } = salvage(damaged);
    expect(readFileSync(damaged).equals(before)).toBe(true);
    const store = openReader(target, testKey);
    expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.pragma('foreign_key_check')).toEqual([]);
    expect(rowsIn(store) / all).toBeGreaterThanOrEqual(0.98);
    store.close();
    expect(salvaged.entries + salvaged.lostEntries).toBe(entries);
    expect(salvaged.lostDays.length).toBe(salvaged.lostEntries);
  }
}, 240_000);

test('every entry that is not in a bad page is saved, however those lie', async () => {
  const journal = await openFull(800);
  const { db } = journal.context;
  const leaves = db
    .prepare<[], number>(
      "SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf' AND ncell > 0 ORDER BY path",
    )
    .pluck()
    .all();
  // The first, the last, two that touch, and every tenth.
  const bad = leaves.filter((_, i) => i === 0 || i === leaves.length - 1 || i === 4 || i % 10 === 5);
  const cells = db
    .prepare<[], number>(
      `SELECT sum(ncell) FROM dbstat WHERE name = 'entry' AND pageno IN (${bad.join(', ')})`,
    )
    .pluck()
    .get();
  const { salvaged } = salvage(damage(journal, bad));
  expect(salvaged.entries).toBe(800 - (cells ?? 0));
  expect(salvaged.lostEntries).toBe(cells);
});

test.each(['entry', 'person'])(
  'of %s, nothing is lost with the pages high in its tree but the way to the others',
  async (table) => {
    const journal = await openFull(800);
    const above = journal.context.db
      .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'internal'")
      .pluck()
      .all(table);
    expect(above.length).toBeGreaterThan(0);
    const damaged = damage(journal, above);
    const { target, salvaged } = salvage(damaged);
    expect(salvaged).toMatchObject({ entries: 800, people: 60, lostEntries: 0, lostPeople: 0 });
    const store = openReader(target, testKey);
    expect(hashContent(store)).toBe(hashContent(journal.context.db));
    store.close();
    expect(readdirSync(join(target, '..')).filter((name) => name.includes('scratch'))).toEqual([]);
  },
);

test('pages that hold nothing may be bad as well, for none of them is used', async () => {
  const journal = await openFull(800);
  const { db } = journal.context;
  db.exec('CREATE TABLE gone (words TEXT) STRICT');
  db.prepare('INSERT INTO gone VALUES (?)').run('words '.repeat(200_000));
  db.exec('DROP TABLE gone');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const used = new Set(db.prepare<[], number>('SELECT pageno FROM dbstat').pluck().all());
  const all = Array.from({ length: readFileSync(journal.file).length / PAGE }, (_, i) => i + 1);
  const free = all.filter((page) => !used.has(page));
  expect(free.length).toBeGreaterThan(200);
  const above = db
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'internal'")
    .pluck()
    .all();
  expect(salvage(damage(journal, [...free, ...above])).salvaged).toMatchObject({ entries: 800, lostRows: 0 });
});

test('links whose own pages are lost come back from the index', async () => {
  const journal = await openFull(800);
  const { db } = journal.context;
  const links = () => db.prepare<[], number>('SELECT count(*) FROM entry_person').pluck().get();
  const leaves = db
    .prepare<[], number>(
      "SELECT pageno FROM dbstat WHERE name = 'entry_person' AND pagetype = 'leaf' ORDER BY path",
    )
    .pluck()
    .all();
  const { target } = salvage(damage(journal, leaves.slice(2, 6)));
  const store = openReader(target, testKey);
  expect(store.prepare('SELECT count(*) FROM entry_person').pluck().get()).toBe(links());
  store.close();
});

test('what was saved is a journal: it opens, is written to and searched', async () => {
  const journal = await openFull(300);
  const pages = readFileSync(journal.file).length / PAGE;
  const { target } = salvage(damage(journal, somePages(6, 100, pages, 9)));
  const opened = openJournal(target, { key: testKey, clock: journal.clock, newId: journal.newId });
  const { rows } = await opened.ask('people.list', { limit: 10 });
  const [first] = rows;
  await opened.ask('entries.create', {
    entry: entryDraftOf({ body: 'afterwards', people: [{ personId: first?.id ?? '', role: 'with' }] }),
  });
  expect((await opened.ask('people.get', { id: first?.id ?? '' })).entryCount).toBeGreaterThan(1);
  opened.close();
});

describe('the list of tables', () => {
  test.each(['the first page', 'another page of it', 'all of its pages'])(
    'costs nothing else: %s cannot be read, and everything is there afterwards, to the last row',
    async (which) => {
      const journal = await openFull(500);
      const [first = 0, ...others] = listPages(journal.context.db);
      expect(first).toBe(1);
      expect(others.length).toBeGreaterThan(1);
      const pages = {
        'the first page': [first],
        'another page of it': others.slice(0, 1),
        'all of its pages': [first, ...others],
      }[which];
      const damaged = damage(journal, pages ?? []);
      expect(() => openReader(damaged, testKey)).toThrow(KithError);
      const before = readFileSync(damaged);
      const { target, salvaged } = salvage(damaged);
      expect(salvaged).toMatchObject({ people: 60, entries: 500, lostRows: 0, mayMissMore: false });
      const store = openReader(target, testKey);
      expect(hashContent(store)).toBe(hashContent(journal.context.db));
      store.close();
      expect(readFileSync(damaged).equals(before)).toBe(true);
      expect(readdirSync(dirname(target)).filter((name) => /mended|scratch/.test(name))).toEqual([]);
    },
  );

  test('is made anew of what is beside the journal, whatever was written since', async () => {
    const journal = await openFull(50);
    const roots = makeTempFolder();
    noteTableRoots(roots, journal.context.db, testKey);
    journal.context.db.transaction(() => {
      for (let i = 0; i < 400; i++) {
        insertEntry(journal.context, entryDraftOf({ body: `later ${i} `.repeat(200) }), { index: 'later' });
      }
    })();
    journal.context.db.pragma('wal_checkpoint(TRUNCATE)');
    const damaged = damage(journal, [1]);
    copyFileSync(join(roots, ROOTS_FILE), join(dirname(damaged), ROOTS_FILE));
    const { target, salvaged } = salvage(damaged);
    expect(salvaged).toMatchObject({ entries: 450, lostRows: 0, mayMissMore: false });
    const store = openReader(target, testKey);
    expect(hashContent(store)).toBe(hashContent(journal.context.db));
    store.close();
  });

  test('does not cost what is only in the log beside the file', async () => {
    const journal = await openFull(50);
    const [, other = 0] = listPages(journal.context.db);
    insertEntry(journal.context, entryDraftOf({ body: 'in the log' }), { index: 'now' });
    const hash = hashContent(journal.context.db);
    const damaged = damage(journal, [other]);
    copyFileSync(`${journal.file}-wal`, `${damaged}-wal`);
    const { target, salvaged } = salvage(damaged);
    expect(salvaged.entries).toBe(51);
    const store = openReader(target, testKey);
    expect(hashContent(store)).toBe(hash);
    store.close();
  });

  test('made anew, it lets the rest be saved of a file whose end is missing, and says that more is', async () => {
    const journal = await openFull(800);
    const damaged = damage(journal, []);
    const bytes = readFileSync(damaged);
    writeFileSync(damaged, bytes.subarray(0, Math.floor(bytes.length * 0.9) + 100));
    expect(() => openReader(damaged, testKey)).toThrow(KithError);
    const { salvaged } = salvage(damaged);
    expect(salvaged.people).toBe(60);
    expect(salvaged.entries).toBeGreaterThan(500);
    expect(salvaged.entries).toBeLessThan(800);
    expect(salvaged.mayMissMore).toBe(true);
  });

  test.each<[string, (file: string) => void]>([
    ['nothing is beside it', (file) => rmSync(file)],
    [
      'what is beside it was changed',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('"entry":', '"entry":1')),
    ],
    ['what is beside it is of another key', (file) => noteOfAnotherKey(dirname(file))],
  ])('is missed where %s: the file is refused, and nothing is left behind', async (_where, spoil) => {
    const journal = await openFull(50);
    const damaged = damage(journal, [1]);
    spoil(join(dirname(damaged), ROOTS_FILE));
    const target = join(makeTempFolder(), 'journal.kith');
    expect(() => salvageJournal({ damaged, target, key: testKey, migrations })).toThrow(
      expect.objectContaining({ kind: 'damaged', message: expect.stringContaining('Only a backup') }),
    );
    expect(readdirSync(dirname(target))).toEqual([]);
  });
});

function noteOfAnotherKey(folder: string): void {
  const other = openTestJournal({ key: new Uint8Array(32).fill(9) });
  rmSync(join(folder, ROOTS_FILE));
  noteTableRoots(folder, other.context.db, new Uint8Array(32).fill(9));
}

test('where the tables begin is written once, and again only when it is otherwise', async () => {
  const journal = openTestJournal();
  const { db } = journal.context;
  noteTableRoots(journal.folder, db, testKey);
  const file = join(journal.folder, ROOTS_FILE);
  const { ino } = statSync(file);
  await addPerson(journal);
  noteTableRoots(journal.folder, db, testKey);
  expect(statSync(file).ino).toBe(ino);
  db.exec('CREATE TABLE another (n INTEGER PRIMARY KEY) STRICT');
  noteTableRoots(journal.folder, db, testKey);
  expect(readTableRoots(journal.folder, testKey)?.roots).toHaveProperty('another');
});

/** A table that a migration to come adds: nothing here may know tables by their names. */
const coming = `CREATE TABLE letter (id TEXT PRIMARY KEY, person_n INTEGER NOT NULL, words TEXT NOT NULL) STRICT;
  CREATE INDEX letter_by_person ON letter (person_n);
  CREATE TABLE stamp (letter_id TEXT NOT NULL REFERENCES letter (id), value INTEGER NOT NULL,
    PRIMARY KEY (letter_id, value)) STRICT, WITHOUT ROWID;`;

test('tables that are to come are counted, backed up and salvaged as well', async () => {
  const journal = await openFull(50);
  const { db } = journal.context;
  const before = hashContent(db);
  db.exec(coming);
  db.pragma(`user_version=${migrations.length + 1}`);
  db.transaction(() => {
    for (let i = 0; i < 2000; i++) {
      db.prepare('INSERT INTO letter VALUES (?, ?, ?)').run(`letter ${i}`, i % 60, `dear ${i} `.repeat(30));
      db.prepare('INSERT INTO stamp VALUES (?, ?)').run(`letter ${i}`, i);
    }
  })();
  const hash = hashContent(db);
  expect(hash).not.toBe(before);
  await writeTestKeys(journal.folder);
  expect(backUp(journal).about.contentHash).toBe(hash);

  db.pragma('wal_checkpoint(TRUNCATE)');
  const target = join(makeTempFolder(), 'journal.kith');
  const options = { target, key: testKey, migrations: [...migrations, coming] };
  // The way to all rows of one of them, and the list of tables.
  const above = db
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'letter' AND pagetype = 'internal'")
    .pluck()
    .all();
  expect(above.length).toBeGreaterThan(0);
  const salvaged = salvageJournal({ damaged: damage(journal, [1, ...above]), ...options });
  expect(salvaged.lostRows).toBe(0);
  const store = openReader(target, testKey);
  expect(hashContent(store)).toBe(hash);
  store.close();
});
