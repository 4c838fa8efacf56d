import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import { indexPerson } from './indexPerson.ts';

/** Raise it when the rules change by which text becomes words or facets: every journal then makes its indices anew. */
const RULES_VERSION = 1;

/**
 * Empties the indices and lets everything wait to be indexed again; people are indexed at once.
 * @returns whether it was done
 */
export function rebuildIndex(context: JournalContext, { evenIfCurrent = true } = {}): boolean {
  const { db } = context;
  const version = statement<[], number>(db, 'SELECT version FROM index_state').pluck().get();
  if (version === RULES_VERSION && !evenIfCurrent) return false;
  db.transaction(() => {
    for (const table of ['entry_typing', 'head_typing', 'entry_fts', 'person_typing', 'term_part']) {
      db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
    }
    db.exec(`DELETE FROM term;
      UPDATE index_state SET changes = 0, entries = 0;
      INSERT OR IGNORE INTO index_pending (k) SELECT k FROM entry;`);
    for (const n of statement<[], number>(db, 'SELECT n FROM person').pluck().all()) indexPerson(context, n);
    statement(db, 'UPDATE index_state SET version = ?').run(RULES_VERSION);
  })();
  return true;
}
