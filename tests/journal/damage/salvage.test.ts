import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isWhole } from '../../../src/main/journal/backups/checkJournal.ts';
import { hashContent } from '../../../src/main/journal/backups/contentHash.ts';
import { salvageJournal } from '../../../src/main/journal/damage/salvage.ts';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { migrations } from '../../../src/main/journal/store/migrate.ts';
import { openReader, type Store } from '../../../src/main/journal/store/openStore.ts';
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

/** A copy of the journal in which these pages, counted from 1, cannot be read. */
function damage(journal: TestJournal, pages: readonly number[]): string {
  const file = join(makeTempFolder(), 'journal.kith');
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

/** The list of tables stands in the first pages, and without it nothing can be read: see the last test. */
const schemaPages = (db: Store) =>
  1 +
  (db.prepare<[], number>("SELECT max(pageno) FROM dbstat WHERE name = 'sqlite_schema'").pluck().get() ?? 0);

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

test('of twenty bad pages anywhere, at least 98 % of the rows are saved, and what was lost is told', async () => {
  const entries = 10_000;
  const journal = await openFull(entries);
  const pages = readFileSync(journal.file).length / PAGE;
  const all = rowsIn(journal.context.db);
  for (const seed of [1, 2, 3]) {
    const damaged = damage(journal, somePages(20, schemaPages(journal.context.db), pages, seed));
    const before = readFileSync(damaged);
    const reader = openReader(damaged, testKey);
    expect(isWhole(reader, 'quick_check')).toBe(false);
    reader.close();

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

test('a file of which not even the list of tables can be read is refused, and nothing is left behind', async () => {
  const journal = await openFull(50);
  const damaged = damage(journal, [1]);
  const target = join(makeTempFolder(), 'journal.kith');
  expect(() => salvageJournal({ damaged, target, key: testKey, migrations })).toThrow(
    expect.objectContaining({ kind: 'damaged' }),
  );
  expect(() => copyFileSync(target, `${target}.copy`)).toThrow(/ENOENT/);
});
