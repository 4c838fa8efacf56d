import { useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { Secret } from '../../shared/contract/vault.ts';
import { askJournal } from '../journal-client/ask.ts';
import type { KeyTask } from './keyTasks.ts';

export interface KeyTaskInput {
  readonly proof: Secret;
  /** The new one, for the task that takes one. */
  readonly passphrase: string;
}

export interface KeyTaskResult {
  /** To be shown once, if the task made one. */
  readonly recoveryKey: string | null;
  readonly thisComputerLost: boolean;
}

const JOB = 'rekey';

/**
 * Does `task`, and tells how it stands. `run` gives null if it failed, and then there is an `error`; and `stopped` after
 * `stop`, which only a change of the journal's own key takes.
 */
export function useKeyTask(task: KeyTask) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<KithError | null>(null);
  const [result, setResult] = useState<KeyTaskResult | null>(null);
  const [isStopping, setStopping] = useState(false);
  const run = async (input: KeyTaskInput): Promise<KeyTaskResult | 'stopped' | null> => {
    setPending(true);
    setError(null);
    try {
      const made = await doTask(task, input);
      setResult(made);
      return made;
    } catch (failure) {
      if (!(failure instanceof KithError)) throw failure;
      if (failure.kind === 'stopped') return 'stopped';
      setError(failure);
      return null;
    } finally {
      setPending(false);
      setStopping(false);
    }
  };
  const stop = async () => {
    setStopping(true);
    // What can no longer be stopped is done in a moment.
    await askJournal('vault.stopRekey', {});
  };
  const job = isPending && task === 'rekey' ? JOB : null;
  return { run, stop, isPending, isStopping, error, result, job };
}

async function doTask(task: KeyTask, { proof, passphrase }: KeyTaskInput): Promise<KeyTaskResult> {
  const nothing: KeyTaskResult = { recoveryKey: null, thisComputerLost: false };
  switch (task) {
    case 'changePassphrase':
      await askJournal('vault.changePassphrase', { proof, passphrase });
      return nothing;
    case 'removePassphrase':
      await askJournal('vault.removeSlot', { proof, kind: 'passphrase' });
      return nothing;
    case 'makeRecoveryKey':
      return { ...nothing, ...(await askJournal('vault.makeRecoveryKey', { proof })) };
    case 'addThisComputer':
      await askJournal('vault.addSlot', { proof, kind: 'thisComputer' });
      return nothing;
    case 'removeThisComputer':
      await askJournal('vault.removeSlot', { proof, kind: 'thisComputer' });
      return nothing;
    case 'rekey':
      return await askJournal('vault.rekey', { proof, job: JOB });
    default:
      return task satisfies never;
  }
}
