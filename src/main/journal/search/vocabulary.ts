import { FACET_MARK } from '../../../shared/search/facets.ts';
import type { Store } from '../store/openStore.ts';
import { preparedOnce } from './statements.ts';

/** Longer ones are keys and addresses, not words anybody would want to be offered. */
const LONGEST_TERM = 40;
const WORDS = /[0-9a-zA-Z\u0080-\uffff]+/g;

/**
 * Adds the words of a text that {@link indexText} prepared to the vocabulary, as far as they are new, so that what
 * was just written can be offered. Counts are left to the next snapshot.
 */
export function learnWords(db: Store, indexedText: string): void {
  const sql = statements(db);
  for (const word of new Set(indexedText.toLowerCase().match(WORDS) ?? [])) {
    if (word.length > LONGEST_TERM || sql.known.get(word) !== undefined) continue;
    addTerm(db, word, 1);
  }
}

function addTerm(db: Store, term: string, df: number): void {
  const sql = statements(db);
  const { lastInsertRowid } = sql.addTerm.run(term, df);
  sql.addParts.run(lastInsertRowid, partsOf(term).join(' '));
}

/** Marks the beginning and the end of a term among its trigrams. */
const EDGE = '\u2039';

/** The distinct trigrams of a term, with its edges: "art" has "‹ar", "art", "rt‹". */
export function partsOf(term: string): string[] {
  const characters = [EDGE, ...term, EDGE];
  const parts = new Set<string>();
  for (let i = 0; i + 3 <= characters.length; i++) parts.add(characters.slice(i, i + 3).join(''));
  return [...parts];
}

/** How many terms one step of a snapshot takes in: a few milliseconds of work. */
const STEP = 400;

/** Where the snapshot under way has come to. */
const underWay = new WeakMap<Store, { after: string }>();

/**
 * Does one small step of bringing `term` up to date with the index, beginning a snapshot when enough has changed.
 * Answers whether there is more to do.
 */
export function refreshVocabulary(db: Store, always = false): boolean {
  const sql = statements(db);
  let at = underWay.get(db);
  if (!at) {
    const { changes, entries } = sql.state.get() as { changes: number; entries: number };
    // A fiftieth is too little to be noticed in a ranking; new words are learnt at once in any case.
    if (changes === 0 || (!always && changes <= entries / 50)) return false;
    sql.begin.run();
    at = { after: '' };
    underWay.set(db, at);
  }
  const fresh = sql.vocabulary.all(at.after, FACET_MARK, STEP) as TermRow[];
  const last = fresh.length < STEP;
  const upTo = last ? FACET_MARK : (fresh.at(-1)?.term ?? FACET_MARK);
  db.transaction(() => adopt(db, fresh, at.after, upTo))();
  if (last) underWay.delete(db);
  else at.after = upTo;
  return !last;
}

interface TermRow {
  readonly term: string;
  readonly df: number;
}

/** Makes the terms after `after` up to `upTo` be exactly `fresh`. */
function adopt(db: Store, fresh: readonly TermRow[], after: string, upTo: string): void {
  const sql = statements(db);
  const known = new Map(
    (sql.between.all(after, upTo) as (TermRow & { n: number })[]).map((row) => [row.term, row]),
  );
  for (const { term, df } of fresh) {
    const old = known.get(term);
    known.delete(term);
    if (term.length > LONGEST_TERM) continue;
    if (!old) addTerm(db, term, df);
    else if (old.df !== df) sql.recount.run(df, old.n);
  }
  for (const { n } of known.values()) {
    sql.dropTerm.run(n);
    sql.dropParts.run(n);
  }
}

const statements = preparedOnce((db) => ({
  known: db.prepare('SELECT 1 FROM term WHERE term = ?').pluck(),
  addTerm: db.prepare('INSERT INTO term (term, df) VALUES (?, ?)'),
  addParts: db.prepare('INSERT INTO term_part (rowid, txt) VALUES (?, ?)'),
  dropTerm: db.prepare('DELETE FROM term WHERE n = ?'),
  dropParts: db.prepare('DELETE FROM term_part WHERE rowid = ?'),
  recount: db.prepare('UPDATE term SET df = ? WHERE n = ?'),
  state: db.prepare('SELECT changes, entries FROM index_state'),
  begin: db.prepare('UPDATE index_state SET changes = 0, entries = (SELECT count(*) FROM entry)'),
  vocabulary: db.prepare(
    'SELECT term, doc AS df FROM entry_vocabulary WHERE term > ? AND term < ? ORDER BY term LIMIT ?',
  ),
  between: db.prepare('SELECT n, term, df FROM term WHERE term > ? AND term <= ?'),
}));
