import type { Table } from '../../../shared/contract/wire.ts';
import type { RecordKind } from '../../../shared/models/record.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** A row as SQLite gives it; none of these tables holds bytes. */
export type Row = Readonly<Record<string, string | number | null>>;
/** The rows of one record, by table. */
export type RecordRows = Readonly<Record<string, readonly Row[]>>;

interface RecordTable {
  readonly table: string;
  /** The column that holds the record's id. */
  readonly key: string;
  /** By which its rows are told apart and put into order; empty where there is one row. */
  readonly order: string;
  /** Columns that hold numbers of people. */
  readonly people: readonly string[];
}

const main = (table: string, key: string, ...people: string[]): RecordTable => ({
  table,
  key,
  order: '',
  people,
});
const part = (table: string, key: string, order: string, ...people: string[]): RecordTable => ({
  table,
  key,
  order,
  people,
});

/** Where the rows of each kind are: its own row first, then what belongs to it and goes with it. */
export const recordTables: Readonly<Record<RecordKind, readonly [RecordTable, ...RecordTable[]]>> = {
  fact: [main('fact', 'id', 'person_n')],
  tie: [main('tie', 'id', 'from_n', 'to_n')],
  promise: [main('promise', 'id'), part('promise_person', 'promise_id', 'person_n', 'person_n')],
  shelfItem: [
    main('shelf_item', 'id'),
    part('shelf_topic', 'item_id', 'position'),
    part('shelf_shared', 'item_id', 'person_n', 'person_n'),
  ],
  circle: [main('circle', 'id')],
  nudgeAct: [main('nudge_act', 'key')],
};

/** What windows are told after a record of a kind changed. */
export const tablesOfKind: Readonly<Record<RecordKind, readonly Table[]>> = {
  fact: ['fact'],
  tie: ['tie'],
  promise: ['promise'],
  shelfItem: ['shelf'],
  circle: ['circle', 'person', 'entry'],
  nudgeAct: ['nudgeAct'],
};

/** All rows of a record, or null if it is not there. */
export function readRecord(store: Store, kind: RecordKind, id: string): RecordRows | null {
  const rows: Record<string, readonly Row[]> = {};
  for (const { table, key, order } of recordTables[kind]) {
    rows[table] = statement<[string], Row>(
      store,
      `SELECT * FROM ${table} WHERE ${key} = ? ORDER BY ${order || key}`,
    ).all(id);
  }
  return rows[recordTables[kind][0].table]?.length === 0 ? null : rows;
}

/** Makes a record what `rows` says, inside the caller's transaction: deletes, changes or brings it back. */
export function writeRecord(store: Store, kind: RecordKind, id: string, rows: RecordRows | null): void {
  const [own, ...parts] = recordTables[kind];
  // What belongs to it goes with it.
  if (rows === null) {
    statement(store, `DELETE FROM ${own.table} WHERE ${own.key} = ?`).run(id);
    return;
  }
  // Never deleted and made anew: other rows may lean on it.
  for (const row of rows[own.table] ?? []) upsert(store, own, row);
  for (const { table, key } of parts) {
    statement(store, `DELETE FROM ${table} WHERE ${key} = ?`).run(id);
    for (const row of rows[table] ?? []) insert(store, table, row);
  }
}

function upsert(store: Store, { table, key }: RecordTable, row: Row): void {
  const columns = knownColumns(store, table, row);
  const sets = columns.filter((column) => column !== key).map((column) => `${column} = excluded.${column}`);
  statement(
    store,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${key}) DO UPDATE SET ${sets.join(', ')}`,
  ).run(...columns.map((column) => row[column] ?? null));
}

function insert(store: Store, table: string, row: Row): void {
  const columns = knownColumns(store, table, row);
  statement(
    store,
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(...columns.map((column) => row[column] ?? null));
}

/** The columns of the table that the row tells of; it may have been kept by an older or a newer Kith. */
function knownColumns(store: Store, table: string, row: Row): readonly string[] {
  const columns = statement<[string], string>(store, 'SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table);
  return columns.filter((column) => Object.hasOwn(row, column));
}
