import { chooseSpelling, partsInside, partsOf, type Spelling } from '../../../shared/search/spelling.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** The commonest terms that hold a piece stand for it; more would make the query slow, and the rest are rare. */
const MOST_TERMS = 20;
/** So many are looked at. */
const CANDIDATES = 400;

/** The commonest words of the journal that hold `piece`, other than itself; none for less than three characters. */
export function termsHolding(db: Store, piece: string): readonly string[] {
  const parts = partsInside(piece);
  if (parts.length === 0) return [];
  return statement<[string, string, string, number], string>(
    db,
    `SELECT term FROM (SELECT term, df FROM term_part CROSS JOIN term ON term.n = term_part.rowid
       WHERE term_part MATCH ? AND instr(term, ?) > 0 AND term <> ? LIMIT ${CANDIDATES})
     ORDER BY df DESC LIMIT ?`,
  )
    .pluck()
    .all(all(parts), piece, piece, MOST_TERMS);
}

/**
 * The word of the journal that `word` was meant to be, or null if there is none near enough.
 * @param open whether the word may be unfinished
 */
export function spellingOf(db: Store, word: string, open: boolean): string | null {
  return chooseSpelling(word, alike(db, word, open), open);
}

/** Terms that share trigrams with `word`. One wrong letter spoils at most three, and two swapped ones four. */
function alike(db: Store, word: string, open: boolean): readonly Spelling[] {
  const parts = open ? partsOf(word).slice(0, -1) : partsOf(word);
  if (parts.length === 0) return [];
  return statement<[string, number], Spelling>(
    db,
    `SELECT term, df FROM term_part CROSS JOIN term ON term.n = term_part.rowid
     WHERE term_part MATCH ? ORDER BY bm25(term_part) LIMIT ?`,
  ).all(any(parts), CANDIDATES);
}

const quoted = (parts: readonly string[]) => parts.map((part) => `"${part}"`);
const all = (parts: readonly string[]) => quoted(parts).join(' AND ');
const any = (parts: readonly string[]) => quoted(parts).join(' OR ');
