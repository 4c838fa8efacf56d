import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { migrate, migrations } from '../../../src/main/journal/store/migrate.ts';
import { openStore, type Store } from '../../../src/main/journal/store/openStore.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import { testKey } from '../../support/journal.ts';

afterEach(removeTempFolders);

function withStore(use: (store: Store) => void): void {
  const file = join(makeTempFolder(), 'j');
  const store = openStore(file, { key: testKey, create: true, newestSchema: 99 });
  use(store);
  store.close();
}

const version = (store: Store) => store.pragma('user_version', { simple: true });
const tables = (store: Store) =>
  store.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

test('every step raises the version by one', () => {
  withStore((store) => {
    migrate(store, ['CREATE TABLE a (x)']);
    expect(version(store)).toBe(1);
    migrate(store, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'CREATE TABLE c (x)']);
    expect(version(store)).toBe(3);
    expect(tables(store)).toEqual(['a', 'b', 'c']);
  });
});

test('a step that fails leaves the version before it, whole', () => {
  withStore((store) => {
    const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);'];
    expect(() => migrate(store, steps)).toThrow('nowhere');
    expect(version(store)).toBe(1);
    expect(tables(store)).toEqual(['a']);
  });
});

test('the real steps make a schema that is sound, and every table of records is strict', () => {
  withStore((store) => {
    migrate(store);
    expect(version(store)).toBe(migrations.length);
    expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.pragma('foreign_key_check')).toEqual([]);
    const loose = store
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });
});

test('every foreign key has an index to find its rows by, so that deleting never reads a whole table', () => {
  withStore((store) => {
    migrate(store);
    const keys = store
      .prepare<[], { name: string; column: string }>(
        `SELECT t.name, f."from" AS "column"
         FROM pragma_table_list AS t JOIN pragma_foreign_key_list(t.name) AS f WHERE t.schema = 'main'`,
      )
      .all();
    expect(keys.length).toBeGreaterThan(5);
    for (const { name, column } of keys) {
      const plan = store
        .prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM ${name} WHERE ${column} = 1`)
        .all()
        .map((row) => (row as { detail: string }).detail)
        .join('\n');
      expect(`${name}.${column}: ${plan}`).toMatch(/: SEARCH /);
    }
  });
});
