import { createHash, type Hash } from 'node:crypto';
import type { Store } from '../store/openStore.ts';

/** What follows from the other tables, and changes while the journal is quiet. */
const DERIVED: ReadonlySet<string> = new Set(['term', 'index_state', 'index_pending']);

/**
 * SHA-256, in hexadecimal, over every row of every table that holds records, in the order of their keys: two journals
 * with the same rows have the same hash, however their files are laid out. Full-text indices, which follow from the
 * rows, are left out. Reads row by row, in the memory of one. `onTable` is told how many tables are done, of how many.
 */
export function hashContent(store: Store, onTable?: (done: number, total: number) => void): string {
  const hash = createHash('sha256');
  const tables = listTables(store);
  tables.forEach((table, i) => {
    onTable?.(i, tables.length);
    hashTable(store, table, hash);
  });
  return hash.digest('hex');
}

/** The tables that hold records, by name. */
export function listTables(store: Store): readonly string[] {
  return store
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
    .filter((name) => !DERIVED.has(name));
}

function hashTable(store: Store, table: string, hash: Hash): void {
  const columns = store
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid')
    .all(table);
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const order = key.length > 0 ? key.map(({ name }) => quoteName(name)).join(', ') : 'rowid';
  hashValue(hash, table);
  for (const { name } of columns) hashValue(hash, name);
  const rows = store
    .prepare(
      `SELECT ${columns.map(({ name }) => quoteName(name)).join(', ')} FROM ${quoteName(table)} ORDER BY ${order}`,
    )
    .raw()
    .safeIntegers();
  for (const row of rows.iterate() as IterableIterator<readonly unknown[]>) {
    hash.update(`r${row.length};`);
    for (const value of row) hashValue(hash, value);
  }
}

/** Each value with its kind and length before it, so that no two lists of values read alike. */
function hashValue(hash: Hash, value: unknown): void {
  if (value === null) hash.update('n;');
  else if (Buffer.isBuffer(value)) hash.update(`b${value.length};`).update(value);
  else if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8');
    hash.update(`t${bytes.length};`).update(bytes);
  } else hash.update(`${typeof value === 'bigint' ? 'i' : 'f'}${String(value)};`);
}

/** A name of a table or column as SQL takes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
