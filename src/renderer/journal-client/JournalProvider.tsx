import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { getBridge } from './bridge.ts';
import { trackConnection } from './connection.ts';
import { refetchAfter } from './queryClient.ts';

export interface JournalProviderProps {
  readonly client: QueryClient;
  readonly children: ReactNode;
}

/** Gives the window its memory of answers and keeps it true: by what the journal tells, and after it was started again. */
export function JournalProvider({ client, children }: JournalProviderProps) {
  useEffect(() => {
    const stopEvents = getBridge().onEvent((event) => {
      if (event.type === 'changed') void refetchAfter(client, event.tables);
    });
    const stopConnection = trackConnection(() => void client.invalidateQueries());
    return () => {
      stopEvents();
      stopConnection();
    };
  }, [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
