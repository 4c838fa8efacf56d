import {
  isPhrase,
  type PlannedClause,
  phraseExpression,
  relaxedExpression,
  sentenceExpression,
  typingExpression,
  type Widening,
  wantedTerms,
} from '../../../shared/search/ftsQuery.ts';
import type { WantedWord } from '../../../shared/search/matchText.ts';
import { type Clause, parseQuery, type Query, type Term } from '../../../shared/search/parseQuery.ts';
import { indexWords, type Word } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import { allKeys, type KeySpan, type PlannedFilter, planFilter } from './planFilter.ts';
import { weighWord } from './weighWord.ts';
import { noWidening, type WideWord } from './widenWord.ts';

/** A query with everything looked up that it names. */
export interface Plan {
  readonly query: Query;
  readonly clauses: readonly PlannedClause[];
  /** Whether the query demands nothing; then it finds nothing. */
  readonly empty: boolean;
  /** For `entry_typing`; null if nothing can match. */
  readonly expression: string | null;
  /** For `entry_typing`, for entries with most of the words; null where that is nothing else. */
  readonly relaxed: string | null;
  /** Whether `expression` has become the relaxed one. */
  readonly isRelaxed: boolean;
  /** For `entry_fts`; null if nothing must stand side by side. */
  readonly phrases: string | null;
  /** For `entry_fts`, for the words side by side though nobody asked for it; null if they are too few. */
  readonly sentence: string | null;
  readonly span: KeySpan;
  /** What is not asked of the indices, but of each key that they give. */
  readonly conditions: readonly KeyCondition[];
  /** Whether what the indices find must still be looked at, since they know less than the query asks. */
  readonly mustCheck: boolean;
  readonly wanted: readonly WantedWord[];
  /** The people whom the filters name. */
  readonly people: readonly number[];
  readonly notes: readonly string[];
  /** Filters that name nobody and nothing. */
  readonly notUnderstood: ReadonlySet<Term>;
}

/** A condition on the key of an entry. */
export type KeyCondition =
  | { readonly kind: 'outside'; readonly span: KeySpan }
  | { readonly kind: 'circle'; readonly circleId: string; readonly wanted: boolean };

/** What else may stand for each word; see widenWord.ts. */
export type Widen = (word: Word, open: boolean) => WideWord;

/** Reads a query and looks up what its filters name. Any text will do. */
export function planQuery(context: JournalContext, text: string, widen: Widen): Plan {
  const query = parseQuery(text);
  const draft: Draft = { span: allKeys, conditions: [], people: [], notes: [], notUnderstood: new Set() };
  const clauses = query.clauses.flatMap((clause) => planClause(context, clause, draft));
  const words = widenAll(clauses, widen);
  const widening = (word: Word): Widening => words.get(word) ?? noWidening;
  return {
    ...draft,
    query,
    clauses,
    empty: clauses.length === 0 && draft.span === allKeys && draft.conditions.length === 0,
    expression: typingExpression(clauses, widening),
    relaxed: relaxedExpression(clauses, widening),
    isRelaxed: false,
    phrases: phraseExpression(clauses),
    sentence: sentenceExpression(clauses),
    mustCheck: clauses.some(({ any, negated }) => any.some((part) => needsLook(part, negated))),
    wanted: wantWords(context, clauses, words),
  };
}

interface Draft {
  span: KeySpan;
  readonly conditions: KeyCondition[];
  readonly people: number[];
  readonly notes: string[];
  readonly notUnderstood: Set<Term>;
}

function planClause(context: JournalContext, { negated, any }: Clause, draft: Draft): PlannedClause[] {
  const planned: (PlannedClause['any'][number] | null)[] = any.map((term) => {
    if (term.kind === 'words') return term;
    const { planned, note, understood } = planFilter(context, term);
    if (note !== null) draft.notes.push(note);
    if (!understood) draft.notUnderstood.add(term);
    return applyFilter(planned, negated, draft);
  });
  const parts = planned.filter((part) => part !== null);
  return parts.length === 0 ? [] : [{ negated, any: parts }];
}

function applyFilter(planned: PlannedFilter, negated: boolean, draft: Draft): readonly string[] | null {
  switch (planned.kind) {
    case 'facets':
      if (!negated) draft.people.push(...planned.people);
      return planned.facets;
    case 'span':
      if (negated) draft.conditions.push({ kind: 'outside', span: planned.span });
      else {
        const { low, high } = draft.span;
        draft.span = { low: Math.max(low, planned.span.low), high: Math.min(high, planned.span.high) };
      }
      return null;
    case 'circle':
      draft.conditions.push({ kind: 'circle', circleId: planned.circleId, wanted: !negated });
      return null;
    case 'nothing':
      return null;
  }
}

/** A phrase that is excluded or not finished, and three Chinese characters, are more than the indices can tell. */
function needsLook(part: PlannedClause['any'][number], negated: boolean): boolean {
  if (!('kind' in part)) return false;
  if (isPhrase(part)) return negated || part.prefix || part.words.length === 1;
  return part.words.some((word) => word.alone && indexWords(word).length > 1);
}

function widenAll(clauses: readonly PlannedClause[], widen: Widen): ReadonlyMap<Word, WideWord> {
  const words = new Map<Word, WideWord>();
  for (const term of wantedTerms(clauses)) {
    if (term.phrase) continue;
    term.words.forEach((word, i) => {
      words.set(word, widen(word, term.prefix && i === term.words.length - 1));
    });
  }
  return words;
}

function wantWords(
  context: JournalContext,
  clauses: readonly PlannedClause[],
  wide: ReadonlyMap<Word, WideWord>,
): readonly WantedWord[] {
  const wanted = new Map<string, WantedWord>();
  for (const { words, prefix } of wantedTerms(clauses)) {
    words.forEach((word, i) => {
      const open = prefix && i === words.length - 1;
      const { words: others, people, facets } = wide.get(word) ?? noWidening;
      wanted.set(`${word.text}${open ? '*' : ''}`, {
        text: word.text,
        alone: word.alone,
        open,
        others,
        personIds: people.flatMap((n) => context.people.ids(n)),
        mayBeUnseen: facets.length > 0,
        weight: weighWord(context.db, word, open),
      });
    });
  }
  return [...wanted.values()];
}
