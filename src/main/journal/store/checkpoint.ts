import type { JournalContext } from '../context.ts';
import type { Store } from './openStore.ts';
import { statement } from './statements.ts';

/** How many rows the connection had written when its log was last emptied. */
const emptiedAt = new WeakMap<Store, number>();

/**
 * Moves what was saved from the log beside the journal file into the file, if anything was: a log that is lost takes
 * acknowledged rows with it. A task for quiet moments; there is never more of it.
 */
export function checkpoint({ db }: Pick<JournalContext, 'db'>): false {
  const written = statement<[], number>(db, 'SELECT total_changes()').pluck().get() ?? 0;
  if (emptiedAt.get(db) === written) return false;
  if (emptyLog(db)) emptiedAt.set(db, written);
  return false;
}

/** Whether the log could be emptied: not while a backup reads it, and questions must not wait for that. */
function emptyLog(db: Store): boolean {
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout=0');
  try {
    const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return outcome?.busy === 0;
  } finally {
    db.pragma(`busy_timeout=${patience}`);
  }
}
