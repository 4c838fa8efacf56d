import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRow } from '../../shared/models/person.ts';
import { askJournal } from '../journal-client/index.ts';
import { PAGE_SIZE, pagesOfRows } from './listPages.ts';
import { type PeopleQuery, peopleHref } from './peopleAddress.ts';

/** The beginning of a list, and how long it is. */
export interface PeopleList {
  /** How many people match; undefined until the first answer. */
  readonly total: number | undefined;
  /** The query that the rows answer: the one before, while the newest is on its way, so that nothing flickers. */
  readonly shown: PeopleQuery;
  readonly firstRows: readonly PersonRow[];
  readonly error: Error | null;
}

function question(query: PeopleQuery, page: number) {
  const input = { ...query, offset: page * PAGE_SIZE, limit: PAGE_SIZE };
  return { queryKey: ['people.list', input] as const, queryFn: () => askJournal('people.list', input) };
}

const noRows: readonly PersonRow[] = [];

/** The people that match `query`: how many, and the first page of them. */
export function usePeopleList(query: PeopleQuery): PeopleList {
  const first = useQuery({ ...question(query, 0), placeholderData: keepPreviousData });
  const [shown, setShown] = useState(query);
  const answered = first.data !== undefined && !first.isPlaceholderData;
  if (answered && peopleHref(shown) !== peopleHref(query)) setShown(query);
  return {
    total: first.data?.total,
    shown,
    firstRows: first.data?.rows ?? noRows,
    error: first.error,
  };
}

/** Reads the pages that hold the rows `first` to `last`, and tells a row by its index; undefined while it is read. */
export function useRowsOf(
  { shown, total = 0, firstRows }: PeopleList,
  first: number,
  last: number,
): (index: number) => PersonRow | undefined {
  const pages = pagesOfRows(first, last, total).filter((page) => page > 0);
  const others = useQueries({ queries: pages.map((page) => question(shown, page)) });
  return (index) => {
    const page = Math.floor(index / PAGE_SIZE);
    const rows = page === 0 ? firstRows : others[pages.indexOf(page)]?.data?.rows;
    return rows?.[index % PAGE_SIZE];
  };
}
