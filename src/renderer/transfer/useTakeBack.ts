import { useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { JournalOutput } from '../../shared/contract/index.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';
import { capitalise, sayPeopleAndEntries } from './sayCounts.ts';

export interface TakingBack {
  /** The job that is running, or null. */
  readonly job: string | null;
  /** Takes an import back, and says in a toast what came of it. Whether it was done to its end. */
  readonly takeBack: (batchId: string) => Promise<boolean>;
  readonly stop: () => void;
}

/** Taking an import back. */
export function useTakeBack(): TakingBack {
  const [job, setJob] = useState<string | null>(null);
  const takeBack = async (batchId: string) => {
    const name = crypto.randomUUID();
    setJob(name);
    try {
      showToast({ message: sayTakenBack(await askJournal('transfer.takeBack', { batchId, job: name })) });
      return true;
    } catch (error) {
      if (!(error instanceof KithError)) throw error;
      showToast({
        message: error.kind === 'stopped' ? 'Stopped. A part of it was taken back.' : error.message,
      });
      return false;
    } finally {
      setJob(null);
    }
  };
  return { job, takeBack, stop: () => job && void askJournal('transfer.stop', { job }) };
}

function sayTakenBack(taken: JournalOutput<'transfer.takeBack'>): string {
  const gone = capitalise(sayPeopleAndEntries(taken.removedPeople, taken.removedEntries));
  const kept = taken.keptPeople + taken.keptEntries;
  if (kept === 0) return `Taken back: ${gone.toLowerCase()}.`;
  const stays = sayPeopleAndEntries(taken.keptPeople, taken.keptEntries);
  return `Taken back: ${gone.toLowerCase()}. What you changed or wrote about since stays: ${stays}.`;
}
