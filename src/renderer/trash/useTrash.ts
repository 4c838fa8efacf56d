import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { JournalOutput } from '../../shared/contract/index.ts';
import type { TrashItem } from '../../shared/contract/trash.ts';
import { askJournal } from '../journal-client/index.ts';

type Page = JournalOutput<'trash.list'>;
type Place = { readonly deletedAt: number; readonly trashId: string } | null;

export interface Trash {
  readonly items: readonly TrashItem[];
  readonly people: number;
  readonly entries: number;
  /** Small records. */
  readonly records: number;
  readonly state: 'loading' | 'failed' | 'ready';
  readonly error: Error | null;
  readonly loadMore: () => void;
}

/** What was deleted, newest first, as far as it has been scrolled to. */
export function useTrash(): Trash {
  const { data, status, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery<
    Page,
    Error,
    InfiniteData<Page, Place>,
    readonly unknown[],
    Place
  >({
    queryKey: ['trash.list'],
    queryFn: ({ pageParam: after }) => askJournal('trash.list', { after }),
    initialPageParam: null,
    getNextPageParam: ({ more, items }) => {
      const last = items.at(-1);
      return more && last ? { deletedAt: last.deletedAt, trashId: last.trashId } : undefined;
    },
  });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const newest = data?.pages.at(-1);
  return {
    items,
    people: newest?.people ?? 0,
    entries: newest?.entries ?? 0,
    records: newest?.records ?? 0,
    state: status === 'pending' ? 'loading' : data ? 'ready' : 'failed',
    error,
    loadMore,
  };
}
