import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { listTables, quoteName } from '../../../src/main/journal/backups/contentHash.ts';
import { openJournal } from '../../../src/main/journal/openJournal.ts';
import { migrations } from '../../../src/main/journal/store/migrate.ts';
import { openReader, openStore, type Store } from '../../../src/main/journal/store/openStore.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { testClock, testIds } from '../../support/journal.ts';

afterEach(removeTempFolders);

const folder = join(import.meta.dirname, '../../fixtures/schemas');
const frozen = readdirSync(folder)
  .filter((name) => name.endsWith('.kith'))
  .sort();
/** As in freeze.mjs, which made them. */
const key = Uint8Array.from({ length: 32 }, (_, i) => i + 1);

function copyOf(name: string): string {
  const file = join(makeTempFolder(), 'journal.kith');
  copyFileSync(join(folder, name), file);
  return file;
}

const open = (file: string) =>
  openJournal(file, { key: Uint8Array.from(key), clock: testClock(), newId: testIds(5000) });

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Small journals: each table has rows, but for these. */
const mayBeEmpty = ['trash', 'link_work', 'entry_history', 'person_history'];

function readRows(store: Store, table: string, columns: readonly string[]): Rows {
  const names = columns.map(quoteName).join(', ');
  return store.prepare<[], Rows[number]>(`SELECT ${names} FROM ${quoteName(table)} ORDER BY ${names}`).all();
}

const columnsOf = (store: Store, table: string) =>
  store.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

test('the schemas that were released are here', () => {
  expect(frozen).toContain('2.kith');
});

describe.each(frozen)('%s', (name) => {
  test('migrates to the newest schema and keeps every record', async () => {
    const file = copyOf(name);
    const before = openReader(file, key);
    const expected = listTables(before).map((table) => {
      const columns = columnsOf(before, table);
      return { table, columns, rows: readRows(before, table, columns) };
    });
    before.close();
    const empty = expected.filter(({ rows }) => rows.length === 0).map(({ table }) => table);
    expect(mayBeEmpty).toEqual(expect.arrayContaining(empty));
    expect(expected.find(({ table }) => table === 'entry')?.rows).toHaveLength(40);

    const journal = open(file);
    const { db } = journal.context;
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    for (const { table, columns, rows } of expected) expect(readRows(db, table, columns)).toEqual(rows);
    const { entries } = await journal.ask('entries.timeline', { limit: 200 });
    expect(entries).toHaveLength(40);
    expect(entries.every(({ people }) => people.length === 1)).toBe(true);
    expect((await journal.ask('people.list', {})).total).toBe(5);
    journal.close();
  });

  test('is left alone, byte for byte, by a Kith that does not know its schema', () => {
    const file = copyOf(name);
    const store = openStore(file, { key, create: false });
    store.pragma(`user_version=${migrations.length + 1}`);
    store.close();
    const before = readFileSync(file);
    expect(() => open(file)).toThrow(expect.objectContaining({ kind: 'newerSchema' }));
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
