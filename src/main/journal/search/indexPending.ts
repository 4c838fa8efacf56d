import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import { writeEntryIndex } from './indexEntry.ts';

/**
 * Indexes the newest `limit` of the entries that were written in bulk and wait (`index_pending`), in one transaction.
 * 200 take some tens of milliseconds. Until an entry is indexed, search does not find it, and says so.
 * @returns how many were indexed; 0 if none waits
 */
export function indexPending({ db }: JournalContext, limit: number): number {
  return db.transaction(() => {
    const keys = statement<[number], number>(db, 'SELECT k FROM index_pending ORDER BY k DESC LIMIT ?')
      .pluck()
      .all(limit);
    const done = statement(db, 'DELETE FROM index_pending WHERE k = ?');
    // In rising order, as the index is laid out.
    for (const k of keys.toReversed()) {
      writeEntryIndex(db, k);
      done.run(k);
    }
    if (keys.length > 0) statement(db, 'UPDATE index_state SET changes = changes + ?').run(keys.length);
    return keys.length;
  })();
}

/** How many entries wait to be indexed. */
export function countPending({ db }: JournalContext): number {
  return statement<[], number>(db, 'SELECT count(*) FROM index_pending').pluck().get() ?? 0;
}
