import type { Statement } from 'better-sqlite3';
import { quoteName } from '../backups/contentHash.ts';
import type { Store } from '../store/openStore.ts';
import { isConstraint, isUnreadable } from '../store/storeErrors.ts';
import { keyText, type Row, readAround, scanIndex, type Value } from './readAround.ts';
import type { Strays } from './readStrays.ts';
import { listNames, readShape, type TableShape } from './tableShape.ts';
import { createWitness } from './witness.ts';

type Insert = Statement<Value[]>;

/** What became of one table. */
export interface Copied {
  /** How many rows were copied. */
  readonly rows: number;
  /** The keys of those that an index knows and that could not be read. */
  readonly lost: readonly Row[];
  /** Whether rows may be lost that no index knows. */
  readonly mayMissMore: boolean;
}

/** Columns that an index lacks, and what stands for them when all else of a row could be read from the index. */
const standIns: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // Who was there matters more than in which order they were named.
  entry_person: { position: 0 },
};

/**
 * Copies what can be read of `table`. What its own pages do not give up is taken from its indices where they hold
 * enough of it.
 */
export function copyTable(from: Store, to: Store, table: string, strays: Strays): Copied {
  to.exec(`DELETE FROM ${quoteName(table)}`);
  const shape = shapeIfAny(from, table);
  if (shape === null) return { rows: 0, lost: [], mayMissMore: true };
  const insert = to.prepare<Value[]>(
    `INSERT OR IGNORE INTO ${quoteName(table)} (${listNames(shape.columns)})
     VALUES (${shape.columns.map(() => '?').join(', ')})`,
  );
  const parentKeys = shape.parent === null ? [] : keysOf(to, shape.parent);
  const { isDamaged, lost, knowsAll } = readAround(from, shape, parentKeys, (row) => {
    insertIfSound(insert, row);
  });
  const filled = isDamaged ? fillFromIndices(from, shape, insert) : new Set<string>();
  const missing = lost.filter((key) => !filled.has(key.join('|')));
  const mayHaveStrays = missing.length > 0 || (isDamaged && !knowsAll);
  const found = mayHaveStrays ? findStrays(from, to, shape, strays, insert) : new Set<string>();
  copySequence(from, to, table);
  return {
    rows:
      to
        .prepare<[], number>(`SELECT count(*) FROM ${quoteName(table)}`)
        .pluck()
        .get() ?? 0,
    lost: missing.filter((key) => !found.has(keyText(key))),
    mayMissMore: isDamaged && !knowsAll,
  };
}

function shapeIfAny(store: Store, table: string): TableShape | null {
  const shape = readShape(store, table);
  return shape.columns.length === 0 ? null : shape;
}

function keysOf(
  store: Store,
  { table, column }: { readonly table: string; readonly column: string },
): readonly Value[] {
  return store
    .prepare<[], Value>(`SELECT ${quoteName(column)} FROM ${quoteName(table)} ORDER BY 1`)
    .pluck()
    .safeIntegers()
    .all();
}

/** Whether it was new. A row that the new journal's own rules refuse is as lost as one that cannot be read. */
function insertIfSound(insert: Insert, row: Row): boolean {
  try {
    return insert.run(...row).changes > 0;
  } catch (error) {
    if (!isConstraint(error)) throw error;
    return false;
  }
}

/** Copies rows that an index holds whole, or but for a stand-in. The keys of those, written `a|b`. */
function fillFromIndices(from: Store, shape: TableShape, insert: Insert): ReadonlySet<string> {
  const filled = new Set<string>();
  const standIn = standIns[shape.name] ?? {};
  for (const { name, columns } of shape.indices) {
    const held = [...new Set([...columns, ...shape.key])];
    if (!shape.columns.every((column) => held.includes(column) || column in standIn)) continue;
    scanIndex(from, shape, name, held, (values) => {
      const value = (column: string) => values[held.indexOf(column)] ?? standIn[column] ?? null;
      insertIfSound(insert, shape.columns.map(value));
      filled.add(shape.key.map(value).join('|'));
    });
  }
  return filled;
}

/** Copies lost rows that stand in pages which can be read, but to which no way leads any more. The keys of those. */
function findStrays(
  from: Store,
  to: Store,
  shape: TableShape,
  strays: Strays,
  insert: Insert,
): ReadonlySet<string> {
  const found = new Set<string>();
  const [key] = shape.key;
  if (key === undefined || shape.key.length > 1) return found;
  // Rows without a number of their own get new ones; that they are there, the table's own rules say.
  const isThere =
    key === 'rowid'
      ? null
      : to
          .prepare<[Value], number>(`SELECT 1 FROM ${quoteName(shape.name)} WHERE ${quoteName(key)} = ?`)
          .pluck();
  const isOfTable = createWitness(from, shape);
  strays(shape, (value, row) => {
    if (isThere?.get(value) === undefined && isOfTable(value, row) && insertIfSound(insert, row)) {
      found.add(keyText([value]));
    }
  });
  return found;
}

/** Numbers that were used once are not used again, even if the row that had them is lost. */
function copySequence(from: Store, to: Store, table: string): void {
  try {
    const seq = from
      .prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?')
      .pluck()
      .get(table);
    if (seq === undefined) return;
    to.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?').run(seq, table);
  } catch (error) {
    // Then the greatest number that was read is where counting goes on.
    if (!isUnreadable(error)) throw error;
  }
}
