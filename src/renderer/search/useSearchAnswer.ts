import { keepPreviousData, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { KithError } from '../../shared/contract/errors.ts';
import type { SearchAnswer } from '../../shared/contract/search.ts';
import { askJournal } from '../journal-client/index.ts';
import type { SearchMode } from './searchAddress.ts';

/** As many as a tall window shows while one types; the rest comes after Enter. */
const TYPING_LIMIT = 20;
const RUN_LIMIT = 50;
/** As far as `search.run` goes; see the contract. */
const LAST_OFFSET = 10_000;

/** An answer, and what was asked: while the next is on its way, the previous one stays. */
export interface ShownAnswer extends SearchAnswer {
  readonly askedText: string;
  readonly mode: SearchMode;
}

export interface SearchState {
  /** Null before the first answer. */
  readonly shown: ShownAnswer | null;
  /** Whether `shown` answers what stands in the field now. */
  readonly isCurrent: boolean;
  readonly error: KithError | null;
  /** Reads more of the ranked entries, if there are more; does nothing while it is at it. */
  readonly readMore: () => void;
}

/** The answer to `text`: newest matches at every key, or all of them by rank or day. */
export function useSearchAnswer(text: string, mode: SearchMode): SearchState {
  const isEmpty = text.trim() === '';
  const typing = useTypingAnswer(text, !isEmpty);
  const run = useRankedAnswer(text, mode === 'newest' ? 'newest' : 'best', !isEmpty && mode !== 'typing');
  const typed = typing.data ?? null;
  const ranked = mode === 'typing' ? null : (run.data ?? null);
  const current = mode === 'typing' ? typing : run;
  const shown = isEmpty ? null : (ranked ?? typed);
  const error = isSuperseded(current.error) ? null : current.error;
  return {
    shown: error ? null : shown,
    isCurrent: shown !== null && shown.askedText === text && (mode === 'typing' || shown.mode === mode),
    error: isEmpty ? null : error,
    readMore: () => {
      if (mode !== 'typing' && run.hasNextPage && !run.isFetchingNextPage) void run.fetchNextPage();
    },
  };
}

function useTypingAnswer(text: string, enabled: boolean): UseQueryResult<ShownAnswer, KithError> {
  const input = { text, limit: TYPING_LIMIT };
  const query = useQuery<ShownAnswer, KithError>({
    queryKey: ['search.typing', input],
    queryFn: async () => ({ ...(await askJournal('search.typing', input)), askedText: text, mode: 'typing' }),
    placeholderData: keepPreviousData,
    enabled,
  });
  const { error, refetch } = query;
  // The journal answers the newest question of a window only, and another part of the window may have asked as well.
  useEffect(() => {
    if (isSuperseded(error)) void refetch();
  }, [error, refetch]);
  return query;
}

function useRankedAnswer(text: string, order: 'best' | 'newest', enabled: boolean) {
  return useInfiniteQuery<SearchAnswer, KithError, ShownAnswer | undefined, readonly unknown[], number>({
    queryKey: ['search.run', { text, order, limit: RUN_LIMIT }],
    queryFn: ({ pageParam: offset }) => askJournal('search.run', { text, order, offset, limit: RUN_LIMIT }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) =>
      last.more && offset + RUN_LIMIT <= LAST_OFFSET ? offset + RUN_LIMIT : null,
    select: ({ pages }): ShownAnswer | undefined => {
      const [first] = pages;
      if (first === undefined) return undefined;
      const entries = pages.flatMap((page) => page.entries);
      return { ...first, entries, more: pages.at(-1)?.more ?? false, askedText: text, mode: order };
    },
    placeholderData: keepPreviousData,
    enabled,
  });
}

function isSuperseded(error: Error | null): boolean {
  return error !== null && 'kind' in error && error.kind === 'superseded';
}
