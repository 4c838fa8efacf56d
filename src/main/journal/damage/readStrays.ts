import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import type { Statement } from 'better-sqlite3';
import { quoteName } from '../backups/contentHash.ts';
import { openScratch, type Store } from '../store/openStore.ts';
import { isUnreadable } from '../store/storeErrors.ts';
import type { Row, Value } from './readAround.ts';
import { listNames, type TableShape } from './tableShape.ts';

/**
 * Gives `take` whatever in any page reads like a row of the table, with its key. Most of it belongs to other tables, or
 * was read before: the caller knows what it looks for. Only for tables whose key is one number.
 */
export type Strays = (table: TableShape, take: (key: Value, row: Row) => void) => void;

/**
 * When a page high in a table's tree is lost, no way leads to the whole pages below it. But every page of rows is a
 * small tree of its own: so in a scratch copy of the file (encrypted as it is), the list of tables is bent to say that
 * the table begins at one page after the other. The copy is made at `scratch` when it is first needed.
 */
export function createStrays(
  damaged: string,
  scratch: string,
  key: Uint8Array,
): { readonly read: Strays; readonly close: () => void } {
  let store: Store | null = null;
  const files = ['', '-wal', '-shm'].map((suffix) => `${scratch}${suffix}`);
  const clear = () => {
    for (const file of files) rmSync(file, { force: true });
  };
  const open = () => {
    copyFileSync(damaged, scratch);
    if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${scratch}-wal`);
    return openScratch(scratch, key);
  };
  return {
    read: (table, take) => {
      try {
        store ??= open();
        readEveryPage(store, scratch, table, take);
      } catch (error) {
        // The copy is as damaged as the file: then there is nothing more to be found.
        if (!isUnreadable(error)) throw error;
      }
    },
    close: () => {
      store?.close();
      clear();
    },
  };
}

function readEveryPage(
  store: Store,
  file: string,
  table: TableShape,
  take: (key: Value, row: Row) => void,
): void {
  const pageSize = Number(store.pragma('page_size', { simple: true }));
  const pages = Math.floor(statSync(file).size / pageSize);
  const sql = `SELECT ${listNames(table.key)}, ${listNames(table.columns)} FROM ${quoteName(table.name)} NOT INDEXED`;
  store.pragma('writable_schema=ON');
  const begin = store.prepare<[number, string]>(
    "UPDATE sqlite_schema SET rootpage = ? WHERE type = 'table' AND name = ?",
  );
  const root = store
    .prepare<[string], number>("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck()
    .get(table.name);
  for (let page = 2; page <= pages; page++) {
    beginAt(store, begin, page, table.name);
    readPage(store, sql, take);
  }
  beginAt(store, begin, root ?? 0, table.name);
}

function beginAt(store: Store, begin: Statement<[number, string]>, page: number, table: string): void {
  begin.run(page, table);
  // RESET lets SQLite read the list of tables anew, and ends the permission to change it.
  store.pragma('writable_schema=RESET');
  store.pragma('writable_schema=ON');
}

function readPage(store: Store, sql: string, take: (key: Value, row: Row) => void): void {
  try {
    const rows = store.prepare(sql).raw().safeIntegers();
    for (const [key = null, ...row] of rows.iterate() as IterableIterator<Row>) take(key, row);
  } catch (error) {
    // Not a page of rows, or a damaged one.
    if (!isUnreadable(error)) throw error;
  }
}
