import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { EntryFilter } from '../../shared/contract/entries.ts';
import type { JournalInput, JournalOutput } from '../../shared/contract/index.ts';
import { askJournal } from '../journal-client/index.ts';
import { rowsOf, type TimelineRow } from './timelineRows.ts';

type Page = JournalOutput<'entries.timeline'>;
type From = NonNullable<JournalInput<'entries.timeline'>['from']>;

const PAGE_ENTRIES = 40;
/** Pages beyond this are forgotten at the far end, so that the window stays light however far one scrolls. */
const PAGES_AT_MOST = 6;

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly state: 'loading' | 'failed' | 'ready';
  readonly error: Error | null;
  readonly retry: () => void;
  /** Whether the first row is the newest entry of all that match. */
  readonly atTop: boolean;
  readonly loadNewer: () => void;
  readonly loadOlder: () => void;
}

/**
 * A window onto the journal, newest first, that grows at the end that is asked for and is never read whole.
 * It begins at the newest entry, or at `startDay`.
 */
export function useTimeline(filter: EntryFilter, startDay: string | null): Timeline {
  const query = useInfiniteQuery<
    Page,
    Error,
    InfiniteData<Page, From | null>,
    readonly unknown[],
    From | null
  >({
    queryKey: ['entries.timeline', { filter, startDay }, 'pages'],
    queryFn: ({ pageParam }) =>
      askJournal('entries.timeline', {
        filter,
        limit: PAGE_ENTRIES,
        ...(pageParam ? { from: pageParam } : {}),
      }),
    initialPageParam: startDay === null ? null : { day: startDay },
    getNextPageParam: (last) => (last.older === null ? null : { older: last.older }),
    getPreviousPageParam: (first) => (first.newer === null ? null : { newer: first.newer }),
    maxPages: PAGES_AT_MOST,
  });
  const { data, status, error, isFetching, hasNextPage, hasPreviousPage } = query;
  const { fetchNextPage, fetchPreviousPage, refetch } = query;
  const rows = useMemo(() => rowsOf(data?.pages ?? []), [data]);
  const loadNewer = useCallback(() => {
    if (hasPreviousPage && !isFetching) void fetchPreviousPage();
  }, [hasPreviousPage, isFetching, fetchPreviousPage]);
  const loadOlder = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return {
    rows,
    state: status === 'pending' ? 'loading' : data ? 'ready' : 'failed',
    error,
    retry: () => void refetch(),
    atTop: !hasPreviousPage,
    loadNewer,
    loadOlder,
  };
}
