import { useSyncExternalStore } from 'react';
import { getBridge } from './bridge.ts';

/** `restarted`: it was interrupted and is back; shown until the user has read it. */
export type Connection = 'connected' | 'interrupted' | 'restarted';

let connection: Connection = 'connected';
const listeners = new Set<() => void>();

function setConnection(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

/** Follows the bridge's connection. Calls `onReturn` when the journal is back after an interruption. Returns a way to stop. */
export function trackConnection(onReturn: () => void): () => void {
  connection = 'connected';
  return getBridge().onConnection((state) => {
    if (state === 'interrupted') {
      setConnection('interrupted');
    } else if (connection === 'interrupted') {
      setConnection('restarted');
      onReturn();
    }
  });
}

/** Takes away the word about a restart. */
export function dismissRestart(): void {
  if (connection === 'restarted') setConnection('connected');
}

/** How the window stands with its journal. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}
