import { QueryClient } from '@tanstack/react-query';
import type { Table } from '../../shared/contract/wire.ts';
import { isStaleAfter } from './keys.ts';

/** The window's memory of answers. They stay until the journal says that something changed. */
export function createQueryClient(): QueryClient {
  const always = { networkMode: 'always', retry: false } as const;
  return new QueryClient({
    defaultOptions: {
      queries: {
        ...always,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: always,
    },
  });
}

/** Asks again for what is on the screen and reads `tables`, and forgets the rest of it. */
export function refetchAfter(client: QueryClient, tables: readonly Table[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [method] }) => typeof method === 'string' && isStaleAfter(method, tables),
  });
}
