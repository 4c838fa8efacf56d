import { wordWeight } from '../../../shared/search/rank.ts';
import { indexWords, type Word } from '../../../shared/search/words.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Before the first snapshot nothing is counted; then all words say about the same. */
const FEWEST_ENTRIES = 100;
/** Terms with a common beginning that are added up. It is the order of magnitude that matters. */
const TERMS_ADDED = 100;

/**
 * How much it says that an entry has this word, by how many entries have it.
 * @param open whether the word may go on
 */
export function weighWord(db: Store, word: Word, open: boolean): number {
  const entries = statement<[], number>(db, 'SELECT entries FROM index_state').pluck().get() ?? 0;
  const count = Math.min(...indexWords(word).map((part) => documentCount(db, part)));
  const df = count === 0 && open && !word.alone ? countBeginning(db, word.text) : count;
  return wordWeight(df, Math.max(FEWEST_ENTRIES, entries));
}

/** In how many entries a term stood when the vocabulary was last counted; 0 if it is not known. */
export function documentCount(db: Store, term: string): number {
  return statement<[string], number>(db, 'SELECT df FROM term WHERE term = ?').pluck().get(term) ?? 0;
}

function countBeginning(db: Store, beginning: string): number {
  const counts = statement<[string, string, number], number>(
    db,
    'SELECT df FROM term WHERE term >= ? AND term < ? LIMIT ?',
  )
    .pluck()
    .all(beginning, `${beginning}\u{10ffff}`, TERMS_ADDED);
  return counts.reduce((sum, df) => sum + df, 0);
}

/** Whether the journal has the term, or one that begins with it if it is `open`. */
export function isKnownTerm(db: Store, term: string, open: boolean): boolean {
  if (documentCount(db, term) > 0) return true;
  if (!open) return false;
  const longer = statement<[string, string], number>(
    db,
    'SELECT 1 FROM term WHERE term >= ? AND term < ? LIMIT 1',
  );
  return longer.pluck().get(term, `${term}\u{10ffff}`) !== undefined;
}
