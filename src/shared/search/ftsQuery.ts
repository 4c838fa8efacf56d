import { anyEntryFacet } from './facets.ts';
import type { Clause, WordsTerm } from './parseQuery.ts';
import { indexWords, type Word } from './words.ts';

/** What else may stand for a word: facets of people and tags that are called so, and words that hold it. */
export interface Widening {
  readonly facets: readonly string[];
  readonly words: readonly string[];
}

/** What a filter comes to in the index: any of these facets; none at all for nobody. */
export type FilterFacets = readonly string[];

/** A demand with its filters looked up. */
export interface PlannedClause {
  readonly negated: boolean;
  readonly any: readonly (WordsTerm | FilterFacets)[];
}

const isFacets = (part: WordsTerm | FilterFacets): part is FilterFacets => Array.isArray(part);

/** Quotes a word for FTS5, where nothing inside quotes is special but the quote, which no word has. */
const quote = (word: string) => `"${word}"`;

/** The demand that every entry meets: what is left of a query of nothing but days. */
export const anyEntryExpression: string = quote(anyEntryFacet);

/**
 * The demand on `entry_typing`. That index knows no positions, so a phrase comes to all of its words, and what the
 * expression finds may be more than the query asks; see {@link phraseExpression} and `holdsPhrases`.
 * @param widen what else may stand for a word
 * @returns null if nothing can match
 */
export function typingExpression(
  clauses: readonly PlannedClause[],
  widen: (word: Word) => Widening,
): string | null {
  const demanded: string[] = [];
  const excluded: string[] = [];
  for (const { negated, any } of clauses) {
    const parts = any.map((part) => (isFacets(part) ? facets(part) : words(part, negated, widen)));
    const possible = parts.filter((part) => part !== '');
    if (negated) excluded.push(...possible);
    else if (possible.length === 0) return null;
    else demanded.push(possible.length === 1 ? (possible[0] ?? '') : `(${possible.join(' OR ')})`);
  }
  const base = demanded.length === 0 ? anyEntryExpression : demanded.join(' AND ');
  return excluded.length === 0 ? base : `(${base}) NOT (${excluded.join(' OR ')})`;
}

/** From so many words on, two may be missing. */
const TWO_MISSING_FROM = 5;
/** More words than this give more combinations than are worth asking for. */
const MOST_RELAXED = 10;

/**
 * The demand for entries that have all words but one, or of five and more all but two. Only single words may be
 * missing: what is quoted, excluded or filtered still holds.
 * @returns null if fewer than two words could be missing, or too many
 */
export function relaxedExpression(
  clauses: readonly PlannedClause[],
  widen: (word: Word) => Widening,
): string | null {
  const plain = clauses.filter(isPlain);
  if (plain.length < 2 || plain.length > MOST_RELAXED) return null;
  const rest = clauses.filter((clause) => !isPlain(clause));
  const without = plain.flatMap((clause, i) => {
    const others = plain.filter((each) => each !== clause);
    if (plain.length < TWO_MISSING_FROM) return [others];
    return others.slice(i).map((second) => others.filter((each) => each !== second));
  });
  const expressions = without.map((words) => typingExpression([...words, ...rest], widen));
  return expressions.every((each) => each !== null)
    ? expressions.map((each) => `(${each})`).join(' OR ')
    : null;
}

/** Whether a query is nothing but words to be found: no phrases, no filters, no exclusions. */
export function isPlainQuery(clauses: readonly PlannedClause[]): boolean {
  return clauses.length > 0 && clauses.every(isPlain);
}

function isPlain({ negated, any }: PlannedClause): boolean {
  const [only, second] = any;
  return !negated && only !== undefined && second === undefined && !isFacets(only) && !only.phrase;
}

function facets(any: FilterFacets): string {
  return any.length > 1 ? `(${any.map(quote).join(' OR ')})` : any.map(quote).join('');
}

function words(term: WordsTerm, negated: boolean, widen: (word: Word) => Widening): string {
  // Without positions, a phrase can be demanded as its words, but not excluded by them.
  if (negated && isPhrase(term)) return '';
  const all = term.words.map((word, i) => {
    const open = term.prefix && i === term.words.length - 1;
    const own = wordExpression(word, open);
    if (term.phrase) return own;
    const { facets, words } = widen(word);
    const others = [...words, ...facets].map(quote);
    return others.length === 0 ? own : `(${[own, ...others].join(' OR ')})`;
  });
  return all.length === 1 ? (all[0] ?? '') : `(${all.join(' AND ')})`;
}

/**
 * The demand for one word, or for all of its pairs of characters.
 * @param open whether the word may go on
 */
export function wordExpression(word: Pick<Word, 'text' | 'alone'>, open: boolean): string {
  const parts = indexWords(word).map(quote);
  if (parts.length > 1) return `(${parts.join(' AND ')})`;
  // One Chinese character begins each pair that it is the first of.
  return open || word.alone ? `${parts.join('')}*` : parts.join('');
}

/** Whether the words of a term must stand side by side, and there are several. */
export function isPhrase(term: WordsTerm): boolean {
  return term.phrase && (term.words.length > 1 || indexWords(term.words[0] as Word).length > 1);
}

/**
 * The demand on `entry_fts` for what must stand side by side; null if there is nothing to demand. A last word that is
 * not finished is left out, since that index has no prefixes: check it on the text.
 */
export function phraseExpression(clauses: readonly PlannedClause[]): string | null {
  const demanded = clauses.flatMap(({ negated, any }) => {
    if (negated) return [];
    const phrases = any.map((part) => (isFacets(part) ? null : sideBySide(part)));
    return phrases.every((phrase) => phrase !== null) ? [`(${phrases.join(' OR ')})`] : [];
  });
  return demanded.length === 0 ? null : demanded.join(' AND ');
}

/** Fewer words side by side are common by chance. */
const SHORTEST_RUN = 3;

/**
 * The demand on `entry_fts` for the finished words of a query side by side, as somebody types who remembers a sentence
 * though nothing is quoted; null if there are too few, or the query says anything else.
 */
export function sentenceExpression(clauses: readonly PlannedClause[]): string | null {
  if (!isPlainQuery(clauses)) return null;
  const words = wantedTerms(clauses).flatMap((term) => (term.prefix ? term.words.slice(0, -1) : term.words));
  if (words.length < SHORTEST_RUN) return null;
  return quote(words.flatMap((word, i) => indexWords(word, i < words.length - 1)).join(' '));
}

function sideBySide(term: WordsTerm): string | null {
  if (!isPhrase(term)) return null;
  const whole = term.prefix && !term.words.at(-1)?.alone ? term.words.slice(0, -1) : term.words;
  const parts = whole.flatMap((word, i) => indexWords(word, i < whole.length - 1));
  return parts.length < 2 ? null : quote(parts.join(' '));
}

/** The word terms of a query that are looked for, in order: for ranking and highlighting. */
export function wantedTerms(clauses: readonly (Clause | PlannedClause)[]): readonly WordsTerm[] {
  return clauses.flatMap(({ negated, any }) =>
    negated ? [] : any.filter((part): part is WordsTerm => 'kind' in part && part.kind === 'words'),
  );
}
