import { useSyncExternalStore } from 'react';
import { KithError } from '../../shared/contract/errors.ts';

/** What is being done with backups. Kept outside of the page, so that one can go elsewhere meanwhile. */
export interface BackupWork {
  readonly what: 'making' | 'restoring' | 'salvaging';
  readonly job: string;
}

let work: BackupWork | null = null;
const listeners = new Set<() => void>();

function setWork(next: BackupWork | null): void {
  work = next;
  for (const listener of listeners) listener();
}

/** What is being done, or null. */
export function useBackupWork(): BackupWork | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => work,
  );
}

/**
 * Does one thing at a time: `ask` is given the name of its job. Answers with what came of it, or with the failure; null
 * if something else is being done already.
 */
export async function doBackupWork<T>(
  what: BackupWork['what'],
  ask: (job: string) => Promise<T>,
): Promise<{ readonly value: T } | { readonly failure: KithError } | null> {
  if (work !== null) return null;
  const job = crypto.randomUUID();
  setWork({ what, job });
  try {
    return { value: await ask(job) };
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    return { failure: error };
  } finally {
    setWork(null);
  }
}
