import { type FormEvent, useId, useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/toasts.ts';
import styles from './KeyDialog.module.css';
import { type KeyTask, wordsFor } from './keyTasks.ts';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { RecoveryKeySheet } from './RecoveryKeySheet.tsx';
import { RekeyProgress } from './RekeyProgress.tsx';
import { useKeyTask } from './useKeyTask.ts';
import { useNewPassphrase } from './useNewPassphrase.ts';
import { useWait } from './useWait.ts';

export type { KeyTask };

export interface KeyDialogProps {
  readonly task: KeyTask;
  readonly status: VaultStatus;
  readonly onClose: () => void;
}

/** Does one thing about the keys, after the passphrase was given once more; shows a new recovery key if there is one. */
export function KeyDialog({ task, status, onClose }: KeyDialogProps) {
  const [passphrase, setPassphrase] = useState('');
  // As it was when the dialog opened: what is being changed must not change the questions.
  const [before] = useState(status);
  const form = useNewPassphrase();
  const formId = useId();
  const wait = useWait(status.waitMs);
  const { run, stop, isPending, isStopping, error, result, job } = useKeyTask(task);
  const words = wordsFor(task, before);
  const asksPassphrase = before.slots.includes('passphrase');
  const asksNew = task === 'changePassphrase';

  const finish = () => {
    showToast({ message: words.done });
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending || wait !== null || (asksNew && !form.check())) return;
    const made = await run({
      proof: asksPassphrase ? { passphrase } : { thisComputer: true },
      passphrase: form.first,
    });
    if (made === 'stopped') {
      showToast({ message: 'Stopped. The journal keeps the key that it had.' });
      onClose();
    } else if (made !== null && made.recoveryKey === null) finish();
  };

  if (result?.recoveryKey) {
    return (
      <Dialog title="Your new recovery key" isOpen role="alertdialog" onClose={finish}>
        {result.thisComputerLost && (
          <p>This computer could not be given the new key, so Kith asks for the passphrase from now on.</p>
        )}
        <RecoveryKeySheet recoveryKey={result.recoveryKey} onDone={finish} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      role={isPending ? 'alertdialog' : 'dialog'}
      onClose={() => !isPending && onClose()}
      actions={
        <>
          {job === null ? (
            <Button variant="plain" isDisabled={isPending} onPress={onClose}>
              Cancel
            </Button>
          ) : (
            <Button variant="plain" isDisabled={isStopping} onPress={() => void stop()}>
              Stop
            </Button>
          )}
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isPending={isPending}
            isDisabled={wait !== null || (asksPassphrase && passphrase === '')}
          >
            {words.does}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        {words.says.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {asksPassphrase && (
          <TextField
            label={asksNew ? 'Present passphrase' : 'Passphrase'}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={passphrase}
            onChange={setPassphrase}
            errorMessage={error?.message}
          />
        )}
        {asksNew && <NewPassphraseFields form={form} label="New passphrase" autoFocus={!asksPassphrase} />}
        {!asksPassphrase && error && <p role="alert">{error.message}</p>}
        {wait !== null && <p role="status">{wait}</p>}
        {job !== null && <RekeyProgress job={job} isStopping={isStopping} />}
      </form>
    </Dialog>
  );
}
