import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRow } from '../../shared/models/person.ts';
import { askJournal } from '../journal-client/index.ts';
import { PAGE_SIZE, pagesOfRows } from './listPages.ts';
import { type PeopleQuery, peopleHref } from './peopleAddress.ts';

export interface PeopleList {
  /** How many people match; undefined until the first answer. */
  readonly total: number | undefined;
  /** The query that the rows answer: the one before, while the newest is on its way, so that nothing flickers. */
  readonly shown: PeopleQuery;
  readonly rowAt: (index: number) => PersonRow | undefined;
  readonly error: Error | null;
}

function question(query: PeopleQuery, page: number) {
  const input = { ...query, offset: page * PAGE_SIZE, limit: PAGE_SIZE };
  return { queryKey: ['people.list', input] as const, queryFn: () => askJournal('people.list', input) };
}

/**
 * The people that match `query`, read page by page as far as rows `first` to `last` need.
 * The first page is always held, for it says how many there are.
 */
export function usePeopleList(
  query: PeopleQuery,
  visible: { readonly first: number; readonly last: number },
): PeopleList {
  const first = useQuery({ ...question(query, 0), placeholderData: keepPreviousData });
  const [shown, setShown] = useState(query);
  const answered = first.data !== undefined && !first.isPlaceholderData;
  if (answered && peopleHref(shown) !== peopleHref(query)) setShown(query);

  const total = first.data?.total;
  const pages = pagesOfRows(visible.first, visible.last, total ?? 0).filter((page) => page > 0);
  const others = useQueries({ queries: pages.map((page) => question(shown, page)) });
  const rowAt = (index: number) => {
    const page = Math.floor(index / PAGE_SIZE);
    const rows = page === 0 ? first.data?.rows : others[pages.indexOf(page)]?.data?.rows;
    return rows?.[index % PAGE_SIZE];
  };
  return { total, shown, rowAt, error: first.error ?? others.find((other) => other.error)?.error ?? null };
}
