import type { z } from 'zod';
import { peopleSort } from '../../shared/contract/people.ts';

export type PeopleSort = z.infer<typeof peopleSort>;

/** Which people the list shows, and in what order. All of it lives in the page's address. */
export interface PeopleQuery {
  readonly text: string;
  readonly circleId: string | null;
  readonly tag: string | null;
  readonly group: string | null;
  readonly sort: PeopleSort;
  readonly descending: boolean;
}

export const everybody: PeopleQuery = {
  text: '',
  circleId: null,
  tag: null,
  group: null,
  sort: 'name',
  descending: false,
};

/** Reads the part of an address after its `?`. */
export function readPeopleAddress(search: string): PeopleQuery {
  const params = new URLSearchParams(search);
  const sort = peopleSort.safeParse(params.get('sort'));
  return {
    text: params.get('find') ?? '',
    circleId: params.get('circle'),
    // Longer ones are none that anybody has.
    tag: params.get('tag')?.slice(0, 100) ?? null,
    group: params.get('group')?.slice(0, 120) ?? null,
    sort: sort.success ? sort.data : everybody.sort,
    descending: params.has('descending'),
  };
}

/** The route to a list, such as `/people?circle=close&sort=next`. */
export function peopleHref({ text, circleId, tag, group, sort, descending }: PeopleQuery): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('find', text);
  if (circleId !== null) params.set('circle', circleId);
  if (tag !== null) params.set('tag', tag);
  if (group !== null) params.set('group', group);
  if (sort !== everybody.sort) params.set('sort', sort);
  if (descending) params.set('descending', '');
  const query = params.toString();
  return query === '' ? '/people' : `/people?${query}`;
}

/** Whether the list shows only some of the people. */
export function isNarrowed({ text, circleId, tag, group }: PeopleQuery): boolean {
  return text.trim() !== '' || circleId !== null || tag !== null || group !== null;
}

/**
 * The query after a column's heading was pressed. A second press turns the order round; the first gives the order that
 * is asked for most: names from A, the latest talk first, the soonest next first.
 */
export function sortBy(query: PeopleQuery, sort: PeopleSort): PeopleQuery {
  if (query.sort === sort) return { ...query, descending: !query.descending };
  return { ...query, sort, descending: sort === 'lastTalk' };
}
