import { KithError } from '../../../shared/contract/errors.ts';
import { openReader, type Store } from '../store/openStore.ts';
import { isUnreadable } from '../store/storeErrors.ts';
import type { About } from './about.ts';
import { hashContent, quoteName } from './contentHash.ts';

/** How far a check has come, from 0 to 1. */
export type Report = (part: number) => void;

/** What checking a whole journal file found. */
export interface Checked {
  readonly contentHash: string;
  readonly schema: number;
}

const unreadable = () =>
  new KithError('damaged', 'A part of this journal file cannot be read. It was left as it is.');

/**
 * Whether SQLite finds `store` whole. The quick check reads every page, which is enough to find a page that was changed
 * on the disk, for each is authenticated; the full one also compares every index with its table.
 */
export function isWhole(store: Store, kind: 'quick_check' | 'integrity_check'): boolean {
  try {
    return store.pragma(`${kind}(1)`, { simple: true }) === 'ok';
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
}

/** How long the tables that take nearly all of the time take, of 100; measured with 200,000 entries. */
const heavy: ReadonlyMap<string, number> = new Map([
  ['entry', 20],
  ['entry_fts', 23],
  ['entry_typing', 38],
]);

/**
 * The full check of {@link isWhole}, table by table, so that `report` can be told how far it is. It says nothing of
 * pages that belong to no table; the quick check does.
 */
export function isWholeByTable(store: Store, report: Report): boolean {
  const tables = store
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' ORDER BY name`)
    .pluck()
    .all();
  const weightOf = (table: string) => heavy.get(table) ?? 20 / tables.length;
  const total = tables.reduce((sum, table) => sum + weightOf(table), 0);
  let done = 0;
  try {
    return tables.every((table) => {
      const isFine = store.pragma(`integrity_check(${quoteName(table)})`, { simple: true }) === 'ok';
      done += weightOf(table);
      report(done / total);
      return isFine;
    });
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
}

/** Reads everything in `store`. Fails with `damaged` if anything is not as it should be. */
export function checkJournal(store: Store, report: Report = () => undefined): Checked {
  try {
    if (!isWhole(store, 'integrity_check')) throw unreadable();
    report(0.5);
    return {
      contentHash: hashContent(store, (done, total) => report(0.5 + (0.5 * done) / total)),
      schema: Number(store.pragma('user_version', { simple: true })),
    };
  } catch (error) {
    if (isUnreadable(error)) throw unreadable();
    throw error;
  }
}

/** Whether the journal `file` opens with `key` and is what `about` says, to the last row. Fails with `damaged` if not. */
export function checkAgainst(file: string, key: Uint8Array, about: About, report?: Report): void {
  const store = openReader(file, key);
  try {
    const { contentHash, schema } = checkJournal(store, report);
    if (contentHash !== about.contentHash || schema !== about.schema) {
      throw new KithError('damaged', 'This backup is not what it was when it was made. Nothing was changed.');
    }
  } finally {
    store.close();
  }
}
