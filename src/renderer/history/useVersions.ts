import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';

interface Page<Version> {
  readonly versions: readonly Version[];
  readonly total: number;
}

interface WhichPage {
  readonly id: string;
  readonly offset: number;
  readonly limit: number;
}

const PAGE = 50;

/**
 * The earlier versions of an entry or a person, newest first, and a way to more of them where there are more.
 * Undefined until they are there. `method` is what `ask` asks.
 */
export function useVersions<Version>(
  method: 'history.entry' | 'history.person',
  id: string,
  ask: (which: WhichPage) => Promise<Page<Version>>,
) {
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery<
    Page<Version>,
    Error,
    InfiniteData<Page<Version>, number>,
    readonly unknown[],
    number
  >({
    queryKey: [method, id],
    queryFn: ({ pageParam: offset }) => ask({ id, offset, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * PAGE < total ? pages.length * PAGE : undefined),
  });
  return {
    versions: data?.pages.flatMap((page) => page.versions),
    onMore: hasNextPage ? () => void fetchNextPage() : undefined,
  };
}
