import { FACET_MARK } from '../../../shared/search/facets.ts';
import { partsOf } from '../../../shared/search/spelling.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Longer ones are keys and addresses, not words anybody would want to be offered. */
const LONGEST_TERM = 40;
const WORDS = /[0-9a-zA-Z\u0080-\uffff]+/g;

/**
 * Adds the words of a text that `indexText` prepared to the vocabulary, as far as they are new, so that what was just
 * written can be offered. Counts are left to the next snapshot.
 */
export function learnWords(db: Store, indexedText: string): void {
  const known = statement<[string], number>(db, 'SELECT 1 FROM term WHERE term = ?').pluck();
  for (const word of new Set(indexedText.toLowerCase().match(WORDS) ?? [])) {
    if (word.length <= LONGEST_TERM && known.get(word) === undefined) addTerm(db, word, 1);
  }
}

function addTerm(db: Store, term: string, df: number): void {
  const { lastInsertRowid } = statement(db, 'INSERT INTO term (term, df) VALUES (?, ?)').run(term, df);
  statement(db, 'INSERT INTO term_part (rowid, txt) VALUES (?, ?)').run(
    lastInsertRowid,
    partsOf(term).join(' '),
  );
}

function dropTerm(db: Store, n: number): void {
  statement(db, 'DELETE FROM term WHERE n = ?').run(n);
  statement(db, 'DELETE FROM term_part WHERE rowid = ?').run(n);
}

/** How many terms one step of a snapshot takes in: a few milliseconds of work. */
const STEP = 400;

/** Where the snapshot under way has come to. */
const underWay = new WeakMap<Store, string>();

/**
 * Does one small step of bringing `term` up to date with the index, beginning a snapshot when enough has changed.
 * Answers whether there is more to do.
 * @param always begins one for the least change
 */
export function refreshVocabulary(db: Store, always = false): boolean {
  const after = underWay.get(db) ?? (begin(db, always) ? '' : null);
  if (after === null) return false;
  const fresh = statement<[string, string, number], TermRow>(
    db,
    'SELECT term, doc AS df FROM entry_vocabulary WHERE term > ? AND term < ? ORDER BY term LIMIT ?',
  ).all(after, FACET_MARK, STEP);
  const last = fresh.length < STEP;
  const upTo = last ? FACET_MARK : (fresh.at(-1)?.term ?? FACET_MARK);
  db.transaction(() => adopt(db, fresh, after, upTo))();
  if (last) underWay.delete(db);
  else underWay.set(db, upTo);
  return !last;
}

function begin(db: Store, always: boolean): boolean {
  const state = statement<[], { changes: number; entries: number }>(
    db,
    'SELECT changes, entries FROM index_state',
  ).get();
  // A fiftieth is too little to be noticed in a ranking, and new words are learnt at once in any case.
  if (!state || state.changes === 0 || (!always && state.changes <= state.entries / 50)) return false;
  statement(db, 'UPDATE index_state SET changes = 0, entries = (SELECT count(*) FROM entry)').run();
  return true;
}

interface TermRow {
  readonly term: string;
  readonly df: number;
}

/** Makes the terms after `after` up to `upTo` be exactly `fresh`. */
function adopt(db: Store, fresh: readonly TermRow[], after: string, upTo: string): void {
  const kept = statement<[string, string], TermRow & { n: number }>(
    db,
    'SELECT n, term, df FROM term WHERE term > ? AND term <= ?',
  ).all(after, upTo);
  const known = new Map(kept.map((row) => [row.term, row]));
  for (const { term, df } of fresh) {
    const old = known.get(term);
    known.delete(term);
    if (term.length > LONGEST_TERM) continue;
    if (!old) addTerm(db, term, df);
    else if (old.df !== df) statement(db, 'UPDATE term SET df = ? WHERE n = ?').run(df, old.n);
  }
  for (const { n } of known.values()) dropTerm(db, n);
}
