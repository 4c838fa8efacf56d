import { rmSync, statSync } from 'node:fs';
import { openScratch, type Store } from '../store/openStore.ts';
import { isUnreadable } from '../store/storeErrors.ts';
import { copyWithLog, PAGE, putNewList } from './mendTableList.ts';
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
 * such a table begins at each page. The copy is made at `scratch` when it is first needed.
 * @param from the damaged file `damaged`, open
 */
export function createStrays(
  from: Store,
  damaged: string,
  scratch: string,
  key: Uint8Array,
): { readonly read: Strays; readonly close: () => void } {
  let copy: Copy | null = null;
  const open = (): Copy => {
    copyWithLog(damaged, scratch, key);
    const pages = Math.floor(statSync(scratch).size / PAGE);
    putNewList(scratch, key, [], 0);
    return { store: openScratch(scratch, key), pages };
  };
  return {
    read: (table, take) => {
      copy ??= open();
      readEveryPage(copy, table, readCreated(from, table), take);
    },
    close: () => {
      copy?.store.close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${scratch}${suffix}`, { force: true });
    },
  };
}

/** How the table was created. */
const readCreated = (from: Store, { name }: TableShape) =>
  from
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck()
    .get(name) ?? '';

/** For so many pages at once the list of tables is bent. Reading it costs more than reading a page. */
const AT_ONCE = 500;
/** The beginning of what created a table. */
const NAMED = /^CREATE TABLE\s+(?:"(?:[^"]|"")*"|[^\s("]+)/i;

interface Copy {
  readonly store: Store;
  /** Without those that the list is given. */
  readonly pages: number;
}

function readEveryPage(
  { store, pages }: Copy,
  table: TableShape,
  created: string,
  take: (key: Value, row: Row) => void,
): void {
  const columns = `${listNames(table.key)}, ${listNames(table.columns)}`;
  for (let first = 2; first <= pages; first += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, pages + 1 - first) }, (_, i) => first + i);
    listAs(store, batch, created);
    for (const page of batch) readPage(store, `SELECT ${columns} FROM "${nameAt(page)}" NOT INDEXED`, take);
  }
}

const nameAt = (page: number) => `page ${page}`;

/** Lets the list say that there is such a table on each of these pages, and nothing else. */
function listAs(store: Store, pages: readonly number[], created: string): void {
  store.pragma('writable_schema=ON');
  store.transaction(() => {
    store.exec('DELETE FROM sqlite_schema');
    const list = store.prepare<[string, string, number, string]>(
      "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', ?, ?, ?, ?)",
    );
    for (const page of pages) {
      const name = nameAt(page);
      list.run(name, name, page, created.replace(NAMED, `CREATE TABLE "${name}"`));
    }
  })();
  // Lets SQLite read the list anew, and ends the permission to change it.
  store.pragma('writable_schema=RESET');
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
