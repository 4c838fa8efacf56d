import { quoteName } from '../backups/contentHash.ts';
import type { Store } from '../store/openStore.ts';
import { isUnreadable } from '../store/storeErrors.ts';
import { listNames, type TableShape } from './tableShape.ts';

export type Value = string | number | bigint | Buffer | null;
export type Row = readonly Value[];
type Key = readonly Value[];

/** How many fruitless looks a stretch gets in which no index says where rows are. */
const MOST_LOOKS = 4_000;

export interface ReadAround {
  /** Whether there was anything that could not be read. */
  readonly isDamaged: boolean;
  /** The keys of rows that an index knows and that could not be read. */
  readonly lost: readonly Key[];
  /** Whether an index that can be read whole says which rows there are. */
  readonly knowsAll: boolean;
}

/**
 * Gives `take` every row of `table` that can be read, some of them more than once. A page that cannot be read ends a
 * scan; so the table is read from both ends, and between them from each key that its indices (or the keys of its
 * parent, `parentKeys`) name, since those lie in other pages. Where no index helps, the stretch is halved again and
 * again.
 */
export function readAround(
  store: Store,
  table: TableShape,
  parentKeys: readonly Value[],
  take: (row: Row) => void,
): ReadAround {
  const read = new Set<string>();
  const keep = (row: Row, key: Key) => {
    read.add(keyText(key));
    take(row);
  };
  const first = scan(store, table, { from: null, to: null, order: 'ASC' }, keep);
  if (first.whole) return { isDamaged: false, lost: [], knowsAll: true };
  const last = scan(store, table, { from: null, to: null, order: 'DESC' }, keep);
  const gap = { from: first.last, to: last.last };
  const known = knownKeys(store, table);
  const places = [...known.keys, ...parentKeys.map((value) => [value])].sort(compareKeys);
  scanFrom(store, table, places, gap, keep, read);
  if (!known.isWhole) halve(store, table, gap, keep);
  return {
    isDamaged: true,
    lost: known.keys.filter((key) => !read.has(keyText(key))),
    knowsAll: known.isWhole,
  };
}

interface Stretch {
  /** Exclusive; null for the end of the table. */
  readonly from: Key | null;
  readonly to: Key | null;
}

interface Scanned {
  /** Whether the scan came to the end of its stretch. */
  readonly whole: boolean;
  /** The key of the last row that was read. */
  readonly last: Key | null;
}

/** Reads rows of the stretch in the order of their keys until one cannot be read. */
function scan(
  store: Store,
  table: TableShape,
  { from, to, order, including = false }: Stretch & { order: 'ASC' | 'DESC'; including?: boolean },
  keep: (row: Row, key: Key) => void,
): Scanned {
  const bounds = [
    ...(from === null ? [] : [compare(table, from, including ? '>=' : '>')]),
    ...(to === null ? [] : [compare(table, to, '<')]),
  ];
  const sql = `SELECT ${listNames(table.key)}, ${listNames(table.columns)} FROM ${quoteName(table.name)}
    ${bounds.length > 0 ? `WHERE ${bounds.join(' AND ')}` : ''}
    ORDER BY ${table.key.map((name) => `${quoteName(name)} ${order}`).join(', ')}`;
  let last: Key | null = null;
  try {
    const rows = store.prepare(sql).raw().safeIntegers();
    for (const row of rows.iterate(...(from ?? []), ...(to ?? [])) as IterableIterator<Row>) {
      const key = row.slice(0, table.key.length);
      keep(row.slice(table.key.length), key);
      last = key;
    }
    return { whole: true, last };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { whole: false, last };
  }
}

/** Of a key that is known only by its first columns, those are compared. */
function compare(table: TableShape, key: Key, sign: string): string {
  const names = table.key.slice(0, key.length);
  return names.length === 1
    ? `${quoteName(names[0] ?? '')} ${sign} ?`
    : `(${listNames(names)}) ${sign} (${names.map(() => '?').join(', ')})`;
}

function scanFrom(
  store: Store,
  table: TableShape,
  places: readonly Key[],
  gap: Stretch,
  keep: (row: Row, key: Key) => void,
  read: ReadonlySet<string>,
): void {
  let done: Key | null = gap.from;
  for (const place of places) {
    if (done !== null && compareKeys(place, done) <= 0) continue;
    if (gap.to !== null && compareKeys(place, gap.to) >= 0) break;
    if (read.has(keyText(place))) continue;
    const { whole, last } = scan(
      store,
      table,
      { from: place, to: gap.to, order: 'ASC', including: true },
      keep,
    );
    if (whole) return;
    done = last ?? place;
  }
}

/** The widest stretches first, so that much is found soon. Only for keys that are one number. */
function halve(store: Store, table: TableShape, gap: Stretch, keep: (row: Row, key: Key) => void): void {
  if (table.key.length !== 1) return;
  const waiting: (readonly [bigint, bigint])[] = [[numberOf(gap.from, 0n), numberOf(gap.to, 0n)]];
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const [low, high] = waiting.shift() ?? [0n, 0n];
    if (high - low < 2n) {
      if (waiting.length === 0) return;
      continue;
    }
    const middle = low + (high - low) / 2n;
    const upper = scan(store, table, { from: [middle], to: [high], order: 'ASC', including: true }, keep);
    if (!upper.whole) waiting.push([numberOf(upper.last, middle), high]);
    const lower = scan(store, table, { from: [low], to: [middle], order: 'DESC' }, keep);
    if (!lower.whole) waiting.push([low, numberOf(lower.last, middle)]);
  }
}

function numberOf(key: Key | null, otherwise: bigint): bigint {
  const value = key?.[0];
  return typeof value === 'bigint' ? value : otherwise;
}

/** The keys that the table's indices know, whether or not the rows can be read. */
function knownKeys(
  store: Store,
  table: TableShape,
): { readonly keys: readonly Key[]; readonly isWhole: boolean } {
  const keys = new Map<string, Key>();
  let isWhole = false;
  for (const { name } of table.indices) {
    const whole = scanIndex(store, table, name, table.key, (key) => keys.set(keyText(key), key));
    isWhole ||= whole;
  }
  return { keys: [...keys.values()], isWhole };
}

/** Gives `take` the `columns`, all of which are in the index, of each of its rows, from both ends. Whether all were read. */
export function scanIndex(
  store: Store,
  table: TableShape,
  index: string,
  columns: readonly string[],
  take: (values: Row) => void,
): boolean {
  const sql = `SELECT ${listNames(columns)} FROM ${quoteName(table.name)} INDEXED BY ${quoteName(index)}`;
  const order = table.indices.find(({ name }) => name === index)?.columns ?? [];
  for (const direction of ['ASC', 'DESC']) {
    const by = order.map((name) => `${quoteName(name)} ${direction}`).join(', ');
    try {
      const rows = store.prepare(`${sql} ORDER BY ${by}`).raw().safeIntegers();
      for (const row of rows.iterate() as IterableIterator<Row>) take(row);
      return true;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }
  return false;
}

/** A key in one piece, for comparing. */
export const keyText = (key: Key) => key.map((value) => `${typeof value}:${String(value)}`).join('|');

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i] ?? null, b[i] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** As SQLite compares numbers and text in binary collation. */
function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}
