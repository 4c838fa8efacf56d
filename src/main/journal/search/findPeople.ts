import type { PersonHit } from '../../../shared/contract/search.ts';
import type { PersonRow } from '../../../shared/models/person.ts';
import { typingExpression, wantedTerms } from '../../../shared/search/ftsQuery.ts';
import { findWanted, type WantedWord } from '../../../shared/search/matchText.ts';
import type { WordsTerm } from '../../../shared/search/parseQuery.ts';
import { bestCluster } from '../../../shared/search/rank.ts';
import { makeSnippet, mergeRanges, type Range } from '../../../shared/search/snippet.ts';
import { type Word, wordsOf } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { readPersonTexts } from './indexPerson.ts';
import type { Plan } from './planQuery.ts';
import { mutable } from './readHits.ts';
import { isKnownTerm } from './weighWord.ts';
import { noWidening } from './widenWord.ts';

/** More words than this are a sentence, not a name. */
const LONGEST_NAME = 4;

/**
 * The people whom a query may mean: those whom it filters by; those who are called so; those of whom anything else
 * that is known has its words; and if there is nobody, and it has a word that the journal does not know, those whose
 * names are most like it.
 */
export function findPeople(context: JournalContext, plan: Plan, limit: number): PersonHit[] {
  const terms = wantedTerms(plan.clauses);
  const words = terms.flatMap((term) => term.words);
  const found = new Set<PersonRow>();
  for (const n of plan.people) addRow(context, n, found);
  const isName = words.length > 0 && words.length <= LONGEST_NAME;
  const like = isName ? context.people.suggest(words.map(({ text }) => text).join(' '), limit) : [];
  for (const row of like) if (isCalled(row, words)) found.add(row);
  if (found.size < limit) for (const n of byAnything(context, plan, limit)) addRow(context, n, found);
  const known = terms.every((term) => isKnown(context.db, term));
  if (found.size === 0 && !known) for (const row of like) found.add(row);
  return [...found].slice(0, limit).map((row) => toHit(context, row, plan.wanted));
}

/** Whether each word begins a word of a person's names. */
function isCalled({ name, preferredName, nicknames }: PersonRow, words: readonly Word[]): boolean {
  const own = wordsOf([name, preferredName, ...nicknames].join('\n'));
  return words.every(({ text, alone }) =>
    own.some((word) => (alone ? word.text.includes(text) : word.text.startsWith(text))),
  );
}

function isKnown(db: Store, { words, prefix }: WordsTerm): boolean {
  return words.every(({ text }, i) => isKnownTerm(db, text, prefix && i === words.length - 1));
}

function addRow({ people }: JournalContext, n: number, into: Set<PersonRow>): void {
  const name = people.name(n);
  const row = name && people.row(name.id);
  if (row) into.add(row);
}

/** Facets and phrases are of entries; only the words are asked of people. */
function byAnything({ db }: JournalContext, plan: Plan, limit: number): readonly number[] {
  const terms = plan.clauses
    .map((clause) => ({ ...clause, any: clause.any.filter((part) => 'kind' in part) }))
    .filter(({ any, negated }) => any.length > 0 && !negated);
  const expression = terms.length === 0 ? null : typingExpression(terms, () => noWidening);
  if (expression === null) return [];
  return statement<[string, number], number>(
    db,
    'SELECT rowid FROM person_typing WHERE person_typing MATCH ? LIMIT ?',
  )
    .pluck()
    .all(expression, limit);
}

function toHit({ db, people }: JournalContext, row: PersonRow, wanted: readonly WantedWord[]): PersonHit {
  const plain = wanted.map((want) => ({ ...want, personIds: [] }));
  const inName = findWanted(row.name, plain);
  const shown = {
    ...row,
    nameHighlights: mutable(mergeRanges(inName.map(({ from, to }): Range => [from, to]))),
  };
  const seen = new Set(inName.map(({ word }) => word));
  const n = people.number(row.id);
  const texts = n === undefined || seen.size === wanted.length ? null : readPersonTexts(db, n);
  if (!texts) return { ...shown, snippet: '', snippetHighlights: [] };
  let best = { told: seen.size, snippet: '', snippetHighlights: [] as [number, number][] };
  for (const text of [...texts.names.slice(1), ...texts.rest]) {
    const found = findWanted(text, plain);
    const told = new Set([...seen, ...found.map(({ word }) => word)]).size;
    if (told <= best.told) continue;
    const snippet = makeSnippet(text, found, bestCluster(found, plain));
    best = { told, snippet: snippet.text, snippetHighlights: mutable(snippet.highlights) };
  }
  return { ...shown, snippet: best.snippet, snippetHighlights: best.snippetHighlights };
}
