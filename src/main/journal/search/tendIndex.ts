import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { indexPending } from './indexPending.ts';
import { rebuildIndex } from './rebuildIndex.ts';
import { refreshVocabulary } from './vocabulary.ts';

/** The housekeeping of the indices, for quiet moments. Each does a few milliseconds of work and says whether there is more. */

/** Entries of one step; an entry takes about a fifth of a millisecond. */
const ENTRIES = 40;
/** Pages of the index that one step of merging writes, about. */
const PAGES = 64;

/** Makes the indices anew where an older Kith made them by other rules. */
export function rebuildOldIndex(context: JournalContext): boolean {
  return rebuildIndex(context, { evenIfCurrent: false });
}

/** Indexes what an import left waiting. */
export function indexWaiting(context: JournalContext): boolean {
  return indexPending(context, ENTRIES) === ENTRIES;
}

/** Brings the vocabulary up to date, where enough has changed. */
export function countWords({ db }: JournalContext): boolean {
  return refreshVocabulary(db);
}

/** The count of changes after which there was nothing left to merge. */
const merged = new WeakMap<Store, number>();

const changesOf = (db: Store): number =>
  statement<[], number>(db, 'SELECT total_changes()').pluck().get() ?? 0;

/** Merges the segments of the indices, a little at a time, so that looking something up stays as quick as it was. */
export function mergeIndex({ db }: JournalContext): boolean {
  if (merged.get(db) === changesOf(db)) return false;
  const more = mergeStep(db);
  if (!more) merged.set(db, changesOf(db));
  return more;
}

/** One step of merging. Whether there was anything to do. */
export function mergeStep(db: Store): boolean {
  for (const sql of MERGES) {
    const before = changesOf(db);
    statement(db, sql).run();
    // By the FTS5 documentation ("The 'merge' Command"): fewer than two changes say that nothing was left to do.
    if (changesOf(db) - before >= 2) return true;
  }
  return false;
}

const MERGES = ['entry_typing', 'entry_fts', 'head_typing', 'person_typing', 'term_part'].map(
  (table) => `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${PAGES})`,
);
