import { type Word, wordsOf } from './words.ts';

/**
 * The query language. Any string is a query; what looks like a slip is taken as words.
 *
 * | written | finds |
 * | --- | --- |
 * | `plague city` | entries with both words; the last one may be unfinished |
 * | `"my wife"` | these words side by side |
 * | `gard*` | words that begin so |
 * | `-lunch`, `-"my wife"`, `-tag:work` | entries without |
 * | `gold OR silver` | either; OR binds its two neighbours |
 * | `with:Anna`, `with:"Will Hewer"` | a filter; see {@link filterNames} |
 * | `#garden` | `tag:garden` |
 */

export const filterNames = [
  'with',
  'about',
  'from',
  'channel',
  'tag',
  'circle',
  'before',
  'after',
  'since',
  'until',
  'on',
] as const;
export type FilterName = (typeof filterNames)[number];

const boundingNames: readonly FilterName[] = ['circle', 'before', 'after', 'since', 'until', 'on'];

export interface WordsTerm {
  readonly kind: 'words';
  readonly from: number;
  readonly to: number;
  /** At least one. Several stand side by side if `phrase`, anywhere otherwise ("e-mail" is two words). */
  readonly words: readonly Word[];
  readonly phrase: boolean;
  /** Whether the last word may go on. */
  readonly prefix: boolean;
}

export interface FilterTerm {
  readonly kind: 'filter';
  readonly from: number;
  readonly to: number;
  readonly name: FilterName;
  /** Without its quotes; may be empty while it is being typed. */
  readonly value: string;
  /** Where the value stands, quotes included. */
  readonly valueFrom: number;
}

export type Term = WordsTerm | FilterTerm;

/** One demand on an entry: that one of the terms holds, or that none does. */
export interface Clause {
  readonly negated: boolean;
  readonly any: readonly Term[];
}

export interface Query {
  /** All must hold. */
  readonly clauses: readonly Clause[];
  /** Everything that is not space, in order, as the user sees it coloured. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly kind: 'word' | 'phrase' | 'filter' | 'operator';
  /** Half-open UTF-16 offsets into the query. */
  readonly from: number;
  readonly to: number;
  readonly term: Term | null;
}

const QUOTES = '"“”„«»';
const FILTER = new RegExp(`(${filterNames.join('|')}):`, 'iy');
const TAG = /#([^\s#,"“”„«»]+)/y;
const SPACE = /\s/;

interface Item extends Part {
  readonly negated: boolean;
}

/** Reads a query. Never throws, and takes time in proportion to the text. */
export function parseQuery(text: string): Query {
  const items: Item[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const next = text[at + 1];
    const negated = text[at] === '-' && next !== undefined && next !== '-' && !SPACE.test(next);
    if (negated) {
      items.push({ kind: 'operator', from: at, to: at + 1, term: null, negated: false });
      at++;
    }
    const item = readItem(text, at);
    items.push({ ...item, negated });
    at = item.to;
  }
  return { clauses: joinClauses(items), parts: items.map(({ negated: _, ...part }) => part) };
}

function readItem(text: string, from: number): Part {
  if (QUOTES.includes(text[from] ?? '')) return readPhrase(text, from);
  const filter = readFilter(text, from) ?? readTag(text, from);
  if (filter) return { kind: 'filter', from, to: filter.to, term: filter };
  const to = endOfBare(text, from);
  const bare = text.slice(from, to);
  if (bare === 'OR' || bare === 'AND') return { kind: 'operator', from, to, term: null };
  return { kind: 'word', from, to, term: wordsTerm(text, from, to, false, to === text.length) };
}

function readPhrase(text: string, from: number): Part {
  let end = from + 1;
  while (end < text.length && !QUOTES.includes(text[end] ?? '')) end++;
  const closed = end < text.length;
  const unfinished = !closed && end > from + 1 && !SPACE.test(text[end - 1] ?? ' ');
  const term = wordsTerm(text, from + 1, end, true, unfinished);
  const to = closed ? end + 1 : end;
  return { kind: 'phrase', from, to, term: term && { ...term, from, to } };
}

function readFilter(text: string, from: number): FilterTerm | null {
  FILTER.lastIndex = from;
  const match = FILTER.exec(text);
  if (!match) return null;
  const valueFrom = FILTER.lastIndex;
  const name = (match[1] ?? '').toLowerCase() as FilterName;
  if (!QUOTES.includes(text[valueFrom] || ' ')) {
    let to = valueFrom;
    while (to < text.length && !SPACE.test(text[to] ?? '')) to++;
    return { kind: 'filter', from, to, name, value: text.slice(valueFrom, to), valueFrom };
  }
  let end = valueFrom + 1;
  while (end < text.length && !QUOTES.includes(text[end] ?? '')) end++;
  const value = text.slice(valueFrom + 1, end).trim();
  return { kind: 'filter', from, to: Math.min(end + 1, text.length), name, value, valueFrom };
}

function readTag(text: string, from: number): FilterTerm | null {
  TAG.lastIndex = from;
  const match = TAG.exec(text);
  if (!match) return null;
  return { kind: 'filter', from, to: TAG.lastIndex, name: 'tag', value: match[1] ?? '', valueFrom: from + 1 };
}

function endOfBare(text: string, from: number): number {
  let to = from + 1;
  while (to < text.length && !SPACE.test(text[to] ?? '') && !QUOTES.includes(text[to] ?? '')) to++;
  return to;
}

function wordsTerm(
  text: string,
  from: number,
  to: number,
  phrase: boolean,
  unfinished: boolean,
): WordsTerm | null {
  const words = wordsOf(text.slice(from, to)).map((word) => ({
    ...word,
    from: word.from + from,
    to: word.to + from,
  }));
  const last = words.at(-1);
  if (!last) return null;
  const prefix = text.startsWith('*', last.to) || (unfinished && last.to === to);
  return { kind: 'words', from, to, words, phrase, prefix };
}

function joinClauses(items: readonly Item[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let or = false;
  let afterTerm = false;
  for (const { kind, term, negated, from, to } of items) {
    if (term === null) {
      // The "-" before a term says nothing of the OR before it.
      if (kind === 'operator' && to - from > 1) or = afterTerm && to - from === 2;
      continue;
    }
    const last = clauses.at(-1);
    if (or && last && !negated && !last.negated && mayJoin(term) && last.any.every(mayJoin)) {
      clauses[clauses.length - 1] = { negated: false, any: [...last.any, term] };
    } else clauses.push({ negated, any: [term] });
    or = false;
    afterTerm = true;
  }
  return clauses;
}

/** Days and circles bound the whole query. */
function mayJoin(term: Term): boolean {
  return term.kind === 'words' || !boundingNames.includes(term.name);
}

/** Quotes the value of a filter where it needs it. */
export function quoteValue(value: string): string {
  const bare = value.replace(/["“”„«»]/g, '').trim();
  return /\s/.test(bare) || bare === '' ? `"${bare}"` : bare;
}
