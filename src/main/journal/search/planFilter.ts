import { dayNumber } from '../../../shared/models/day.ts';
import { fold } from '../../../shared/rules/fold.ts';
import { foldTag } from '../../../shared/rules/tags.ts';
import { readChannels } from '../../../shared/search/channelWords.ts';
import {
  begunByFacet,
  channelFacet,
  personFacet,
  tagFacet,
  takesPartFacet,
} from '../../../shared/search/facets.ts';
import type { FilterTerm } from '../../../shared/search/parseQuery.ts';
import { parseWhen } from '../../../shared/search/parseWhen.ts';
import type { JournalContext } from '../context.ts';
import { PLACES_PER_DAY } from '../entries/entryKey.ts';
import { withOldNumbers } from '../people/aliases.ts';
import { statement } from '../store/statements.ts';
import { peopleCalled } from './peopleCalled.ts';

/** Keys from `low` to `high`, both included. */
export interface KeySpan {
  readonly low: number;
  readonly high: number;
}

/** What a filter comes to. */
export type PlannedFilter =
  | { readonly kind: 'facets'; readonly facets: readonly string[]; readonly people: readonly number[] }
  | { readonly kind: 'span'; readonly span: KeySpan }
  | { readonly kind: 'circle'; readonly circleId: string }
  /** Still being typed, or not understood: it bounds nothing. */
  | { readonly kind: 'nothing' };

export interface FilterAnswer {
  readonly planned: PlannedFilter;
  /** For the user, where the filter names nobody or no day. */
  readonly note: string | null;
  readonly understood: boolean;
}

const FIRST_KEY = 0;
const LAST_KEY = (dayNumber('9999-12-31') + 1) * PLACES_PER_DAY - 1;
export const allKeys: KeySpan = { low: FIRST_KEY, high: LAST_KEY };

/** More tags than this begin alike only while the first letter is being typed. */
const MOST_TAGS = 100;

/** Up to so many people of a circle are asked of the index one by one; for more, each match is asked for its circle. */
const FEW_PEOPLE = 50;

const nothingYet: FilterAnswer = { planned: { kind: 'nothing' }, note: null, understood: true };

/** Looks up what a filter names. */
export function planFilter(context: JournalContext, { name, value }: FilterTerm): FilterAnswer {
  if (value.trim() === '') return nothingYet;
  switch (name) {
    case 'with':
      return planWith(context, value);
    case 'about':
      return planPeople(context, value, personFacet);
    case 'from':
      return fold(value) === 'me' ? facets([begunByFacet('me')]) : planPeople(context, value, begunByFacet);
    case 'channel': {
      const found = readChannels(value).map(channelFacet);
      return facets(found, found.length > 0 ? null : `There is no channel called “${value}”.`);
    }
    case 'tag':
      return planTag(context, value);
    case 'circle':
      return planCircle(context, value);
    case 'before':
    case 'after':
    case 'since':
    case 'until':
    case 'on':
      return planSpan(context, name, value);
  }
}

function facets(
  found: readonly string[],
  note: string | null = null,
  people: readonly number[] = [],
): FilterAnswer {
  return { planned: { kind: 'facets', facets: found, people }, note, understood: found.length > 0 };
}

function planPeople(context: JournalContext, value: string, facet: (n: number) => string): FilterAnswer {
  const people = peopleCalled(context, value);
  const note = people.length > 0 ? null : `Nobody here is called “${value}”.`;
  return facets(withOldNumbers(context.db, people).map(facet), note, people);
}

/** Those who took part; or, where nobody ever did, those who are named. */
function planWith(context: JournalContext, value: string): FilterAnswer {
  const answer = planPeople(context, value, takesPartFacet);
  if (answer.planned.kind !== 'facets' || !answer.understood) return answer;
  const { people } = answer.planned;
  const names = people.map((n) => context.people.name(n));
  const talked = names.some((name) => name && context.people.row(name.id)?.lastTalk);
  if (talked) return answer;
  const who = people.length === 1 ? (names[0]?.name ?? value) : `“${value}”`;
  const note = `No entry has ${who} as somebody who took part. These mention them.`;
  return facets(withOldNumbers(context.db, people).map(personFacet), note, people);
}

function planTag({ db }: JournalContext, value: string): FilterAnswer {
  const folded = foldTag(value.replace(/^#/, ''));
  const exact = statement<[string], number>(db, 'SELECT n FROM tag WHERE folded = ?').pluck().get(folded);
  if (exact !== undefined) return facets([tagFacet(exact)]);
  const found = tagsBeginning(db, folded, MOST_TAGS).map(tagFacet);
  return facets(found, found.length > 0 ? null : `Nothing is tagged “${value}”.`);
}

/** The numbers of the tags that begin so, in the order of the alphabet. */
export function tagsBeginning(db: JournalContext['db'], folded: string, most: number): readonly number[] {
  return statement<[string, string, number], number>(
    db,
    'SELECT n FROM tag WHERE folded >= ? AND folded < ? ORDER BY folded LIMIT ?',
  )
    .pluck()
    .all(folded, `${folded}\u{10ffff}`, most);
}

function planCircle(context: JournalContext, value: string): FilterAnswer {
  const circles = statement<[], { id: string; name: string }>(
    context.db,
    'SELECT id, name FROM circle ORDER BY position',
  ).all();
  const wanted = fold(value);
  const circle =
    circles.find(({ name }) => fold(name) === wanted) ??
    circles.find(({ name }) => fold(name).startsWith(wanted));
  if (!circle) return facets([], `There is no circle called “${value}”.`);
  const people = context.people.inCircle(circle.id).flatMap(({ id }) => context.people.number(id) ?? []);
  const note = people.length > 0 ? null : `Nobody is in the circle “${circle.name}” yet.`;
  if (people.length <= FEW_PEOPLE) {
    return { ...facets(withOldNumbers(context.db, people).map(personFacet), note), understood: true };
  }
  return { planned: { kind: 'circle', circleId: circle.id }, note, understood: true };
}

type DateFilterName = 'before' | 'after' | 'since' | 'until' | 'on';

function planSpan({ clock }: JournalContext, name: DateFilterName, value: string): FilterAnswer {
  const days = parseWhen(value, clock.local().day);
  if (!days) {
    const note = `“${value}” is no day that Kith understands, so it was left out.`;
    return { planned: { kind: 'nothing' }, note, understood: false };
  }
  const first = dayNumber(days.first) * PLACES_PER_DAY;
  const last = (dayNumber(days.last) + 1) * PLACES_PER_DAY - 1;
  const span = (low: number, high: number): FilterAnswer => ({
    planned: { kind: 'span', span: { low, high } },
    note: null,
    understood: true,
  });
  switch (name) {
    case 'before':
      return span(FIRST_KEY, first - 1);
    case 'after':
      return span(last + 1, LAST_KEY);
    case 'since':
      return span(first, LAST_KEY);
    case 'until':
      return span(FIRST_KEY, last);
    case 'on':
      return span(first, last);
  }
}
