import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { JournalOutput } from '../../shared/contract/index.ts';
import type { ShelfItem } from '../../shared/models/shelf.ts';
import { askJournal } from '../journal-client/index.ts';
import type { ShelfQuery } from './shelfAddress.ts';

type Page = JournalOutput<'shelf.list'>;

export interface Shelf {
  /** Undefined until the first of it is there. */
  readonly items: readonly ShelfItem[] | undefined;
  readonly error: Error | null;
  readonly loadMore: () => void;
}

const A_PAGE = 30;

/** What is on the shelf, newest first, as far as it has been scrolled to. */
export function useShelf({ text, topic }: ShelfQuery): Shelf {
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery<
    Page,
    Error,
    InfiniteData<Page, number>,
    readonly unknown[],
    number
  >({
    queryKey: ['shelf.list', text, topic],
    queryFn: ({ pageParam: offset }) => askJournal('shelf.list', { text, topic, offset, limit: A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: ({ more }, _pages, offset) => (more ? offset + A_PAGE : undefined),
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { items, error, loadMore };
}
