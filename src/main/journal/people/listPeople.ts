import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { PersonRow } from '../../../shared/models/person.ts';
import { readCircles } from '../circles/listCircles.ts';
import type { JournalContext } from '../context.ts';
import type { PeopleIndex } from './peopleIndex.ts';
import { peopleWithWord } from './personWords.ts';

type Sort = JournalParsed<'people.list'>['sort'];

/**
 * A window onto the people who match, in memory. What is typed finds names, then the groups and tags that begin with it.
 * People without the thing that is sorted by come last, either way.
 */
export function listPeople(
  context: JournalContext,
  { offset, limit, ...query }: JournalParsed<'people.list'>,
): JournalOutput<'people.list'> {
  const matching = peopleInOrder(context, query);
  return { total: matching.length, rows: matching.slice(offset, offset + limit) };
}

/** Everybody who matches, in the order of the list. */
export function peopleInOrder(
  context: JournalContext,
  { text, circleId, tag, group, sort, descending }: JournalParsed<'bulk.ids'>,
): readonly PersonRow[] {
  const ordered = text.trim() ? findByText(context, text) : sortedPeople(context, sort, descending);
  const inCircle = circleId === null ? ordered : ordered.filter((row) => row.circleId === circleId);
  const tagged = tag === null ? inCircle : keepWithWord(context, inCircle, 'tag', tag);
  return group === null ? tagged : keepWithWord(context, tagged, 'group', group);
}

function findByText({ db, people }: JournalContext, text: string): readonly PersonRow[] {
  const found = new Set(people.find(text));
  for (const kind of ['group', 'tag'] as const) {
    for (const n of peopleWithWord(db, kind, text.replace(/^#/, ''), 'beginning')) {
      const id = people.name(n)?.id;
      const row = id === undefined ? undefined : people.row(id);
      if (row) found.add(row);
    }
  }
  return [...found];
}

function keepWithWord(
  { db, people }: JournalContext,
  rows: readonly PersonRow[],
  kind: 'tag' | 'group',
  word: string,
): readonly PersonRow[] {
  const wanted = peopleWithWord(db, kind, word, 'whole');
  return rows.filter(({ id }) => wanted.has(people.number(id) ?? 0));
}

const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** The orders that were asked for since the people last changed: scrolling asks for the same one again and again. */
const kept = new WeakMap<
  PeopleIndex,
  { readonly version: number; readonly orders: Map<string, readonly PersonRow[]> }
>();

function sortedPeople(context: JournalContext, sort: Sort, descending: boolean): readonly PersonRow[] {
  const version = context.people.version();
  let cache = kept.get(context.people);
  if (cache?.version !== version) {
    cache = { version, orders: new Map() };
    kept.set(context.people, cache);
  }
  const name = `${sort} ${descending}`;
  let order = cache.orders.get(name);
  if (!order) {
    order = sortPeople(context, sort, descending);
    cache.orders.set(name, order);
  }
  return order;
}

function sortPeople(context: JournalContext, sort: Sort, descending: boolean): readonly PersonRow[] {
  const sign = descending ? -1 : 1;
  const everybody = [...context.people.all()];
  if (sort === 'name') return everybody.sort((a, b) => sign * byName(a, b));
  const value = sortValue(context, sort);
  return everybody.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === y) return byName(a, b);
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -sign : sign;
  });
}

function byName(a: PersonRow, b: PersonRow): number {
  return names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

function sortValue(
  context: JournalContext,
  sort: Exclude<Sort, 'name'>,
): (row: PersonRow) => string | number | null {
  switch (sort) {
    case 'lastTalk':
      return (row) => row.lastTalk;
    case 'next':
      return (row) => row.next;
    case 'circle': {
      const positions = new Map(readCircles(context.db).map(({ id }, position) => [id, position]));
      return (row) => (row.circleId === null ? null : (positions.get(row.circleId) ?? null));
    }
  }
}
