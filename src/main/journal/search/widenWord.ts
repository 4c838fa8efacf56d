import { foldTag } from '../../../shared/rules/tags.ts';
import { personFacet, tagFacet } from '../../../shared/search/facets.ts';
import type { Widening } from '../../../shared/search/ftsQuery.ts';
import type { Word } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import { withOldNumbers } from '../people/aliases.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { namesWith } from './peopleCalled.ts';
import { tagsBeginning } from './planFilter.ts';
import { termsHolding } from './termsHolding.ts';
import { isKnownTerm } from './weighWord.ts';

/** A widening, and the people in it. */
export interface WideWord extends Widening {
  readonly people: readonly number[];
}

export const noWidening: WideWord = { facets: [], words: [], people: [] };

/** A beginning that so many people or tags share is no name yet, but any word. */
const TOO_MANY = 24;
const SHORTEST = 2;

/**
 * What else may stand for a word of a query: people who are called so now, whatever the entry calls them, and tags.
 * So an entry is found by a nickname that it does not hold, and renaming somebody needs no new index.
 */
export function widenByNames(db: Store, word: Word, open: boolean): WideWord {
  if (word.text.length < SHORTEST) return noWidening;
  const people = fewOrNone(namesWith(db, [word], open, TOO_MANY + 1));
  const tags = fewOrNone(tagsCalled(db, foldTag(word.text), open));
  const facets = [...withOldNumbers(db, people).map(personFacet), ...tags.map(tagFacet)];
  return { facets, words: [], people };
}

/** A word that nobody wrote may be a name misspelt; those whose names are most like it. */
const LIKELY = 3;

/**
 * As {@link widenByNames}, with the words of the journal that hold the word ("garten" stands in "Kindergarten"), and
 * for a word that the journal does not have, the people whose names are most like it.
 */
export function widenByParts({ db, people }: JournalContext, word: Word, open: boolean): WideWord {
  const wide = widenByNames(db, word, open);
  const words = word.alone ? [] : termsHolding(db, word.text);
  if (wide.people.length > 0 || words.length > 0 || isKnownTerm(db, word.text, open))
    return { ...wide, words };
  const likely = people.suggest(word.text, LIKELY).flatMap(({ id }) => people.number(id) ?? []);
  const facets = [...wide.facets, ...withOldNumbers(db, likely).map(personFacet)];
  return { facets, words, people: likely };
}

function tagsCalled(db: Store, folded: string, open: boolean): readonly number[] {
  if (open) return tagsBeginning(db, folded, TOO_MANY + 1);
  return statement<[string], number>(db, 'SELECT n FROM tag WHERE folded = ?').pluck().all(folded);
}

function fewOrNone(numbers: readonly number[]): readonly number[] {
  return numbers.length > TOO_MANY ? [] : numbers;
}
