import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { ExchangeCursor } from '../../shared/contract/exchanges.ts';
import type { JournalOutput } from '../../shared/contract/index.ts';
import type { Exchange } from '../../shared/models/exchange.ts';
import { askJournal } from '../journal-client/index.ts';
import type { KindWordsQuery } from './kindWordsAddress.ts';

type Page = JournalOutput<'exchanges.list'>;

/** So many are looked for before anybody scrolls. */
const FIRST = 20;

export interface KindWords {
  readonly found: readonly Exchange[];
  readonly state: 'loading' | 'failed' | 'ready';
  readonly error: Error | null;
  readonly loadMore: () => void;
}

/** Kind words that were said of the user, newest first, as far as one has scrolled. */
export function useKindWords({ text, personId }: KindWordsQuery): KindWords {
  const input = { kinds: ['kind' as const], words: text, ...(personId === null ? {} : { personId }) };
  const { data, status, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery<
    Page,
    Error,
    InfiniteData<Page, ExchangeCursor | null>,
    readonly unknown[],
    ExchangeCursor | null
  >({
    queryKey: ['exchanges.list', input, 'pages'],
    queryFn: ({ pageParam: older }) => askJournal('exchanges.list', { ...input, ...(older && { older }) }),
    initialPageParam: null,
    getNextPageParam: (last) => last.older ?? undefined,
    placeholderData: keepPreviousData,
  });
  const found = useMemo(() => data?.pages.flatMap((page) => page.exchanges) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  useEffect(() => {
    // A page of what holds certain words may be short, and the next one not.
    if (found.length < FIRST) loadMore();
  }, [found.length, loadMore]);
  const isLooking = found.length === 0 && (hasNextPage || isFetching);
  return {
    found,
    state: status === 'pending' || (isLooking && !error) ? 'loading' : data ? 'ready' : 'failed',
    error,
    loadMore,
  };
}
