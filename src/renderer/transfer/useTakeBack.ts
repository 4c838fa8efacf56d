import { useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { JournalOutput } from '../../shared/contract/index.ts';
import type { ImportBatch } from '../../shared/contract/transfer.ts';
import { capitalise, sayPeopleAndEntries } from '../../shared/rules/sayCounts.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';
import { withBrake } from '../ui/withBrake.ts';

export interface TakingBack {
  /** The job that is running, or null. */
  readonly job: string | null;
  /**
   * Takes an import back, of which the user confirmed what `batch` says is left of it, and says in a toast what came of
   * it. Whether it was done to its end.
   */
  readonly takeBack: (batch: ImportBatch) => Promise<boolean>;
  readonly stop: () => void;
}

/** Taking an import back. */
export function useTakeBack(): TakingBack {
  const [job, setJob] = useState<string | null>(null);
  const takeBack = async (batch: ImportBatch) => {
    const name = crypto.randomUUID();
    setJob(name);
    try {
      const taken = await withBrake(
        (confirmed) => askJournal('transfer.takeBack', { batchId: batch.id, job: name, confirmed }),
        batch.peopleCount + batch.entryCount,
      );
      if (taken) showToast({ message: sayTakenBack(taken) });
      return taken !== null;
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
