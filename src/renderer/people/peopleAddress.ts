import type { z } from 'zod';
import { peopleSort } from '../../shared/contract/people.ts';

export type PeopleSort = z.infer<typeof peopleSort>;

/** Which people the list shows, and in what order. All of it lives in the page's address. */
export interface PeopleQuery {
  readonly text: string;
  readonly circleId: string | null;
  readonly sort: PeopleSort;
  readonly descending: boolean;
}

export const everybody: PeopleQuery = { text: '', circleId: null, sort: 'name', descending: false };

/** Reads the part of an address after its `?`. */
export function readPeopleAddress(search: string): PeopleQuery {
  const params = new URLSearchParams(search);
  const sort = peopleSort.safeParse(params.get('sort'));
  return {
    text: params.get('find') ?? '',
    circleId: params.get('circle'),
    sort: sort.success ? sort.data : everybody.sort,
    descending: params.has('descending'),
  };
}

/** The route to a list, such as `/people?circle=close&sort=next`. */
export function peopleHref({ text, circleId, sort, descending }: PeopleQuery): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('find', text);
  if (circleId !== null) params.set('circle', circleId);
  if (sort !== everybody.sort) params.set('sort', sort);
  if (descending) params.set('descending', '');
  const query = params.toString();
  return query === '' ? '/people' : `/people?${query}`;
}

/**
 * The query after a column's heading was pressed. A second press turns the order round; the first gives the order that
 * is asked for most: names from A, the latest talk first, the soonest next first.
 */
export function sortBy(query: PeopleQuery, sort: PeopleSort): PeopleQuery {
  if (query.sort === sort) return { ...query, descending: !query.descending };
  return { ...query, sort, descending: sort === 'lastTalk' };
}
