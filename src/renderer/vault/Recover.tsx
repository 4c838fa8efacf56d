import { type FormEvent, useRef, useState } from 'react';
import { useJournalMutation } from '../journal-client/useJournalMutation.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './DoorPage.module.css';
import { DoorPage } from './DoorPage.tsx';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { OpenActions } from './OpenActions.tsx';
import type { DoorProps } from './Unlock.tsx';
import { useNewPassphrase } from './useNewPassphrase.ts';

export interface RecoverProps extends DoorProps {
  readonly wait: string | null;
  readonly onBack: () => void;
}

/** In by the recovery key, and out with a new passphrase. */
export function Recover({ onOpened, onFailure, onHold, onBack, wait }: RecoverProps) {
  const [recoveryKey, setRecoveryKey] = useState('');
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const unlock = useJournalMutation('vault.unlock');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (recoveryKey.trim() === '' || unlock.isPending || wait !== null) return;
    onHold(true);
    unlock.mutate(
      { recoveryKey },
      {
        onSuccess: () => setOpen(true),
        onError: (error) => {
          onHold(false);
          onFailure(error);
          field.current?.focus();
        },
      },
    );
  };
  if (isOpen) return <ChooseNewPassphrase recoveryKey={recoveryKey} onDone={onOpened} />;
  return (
    <DoorPage title="Open with the recovery key">
      <div className={styles['words']}>
        <p>Type what you wrote down when the journal was made: eight groups of four letters and digits.</p>
      </div>
      <form className={styles['form']} onSubmit={submit}>
        <TextField
          label="Recovery key"
          autoComplete="off"
          spellCheck="false"
          autoFocus
          inputRef={field}
          value={recoveryKey}
          onChange={(text) => {
            setRecoveryKey(text);
            if (unlock.isError) unlock.reset();
          }}
          errorMessage={unlock.error?.message}
          description="Capital or small letters, with or without the hyphens."
        />
        <OpenActions wait={wait} isPending={unlock.isPending} label="Open">
          <Button variant="plain" size="l" onPress={onBack}>
            Back
          </Button>
        </OpenActions>
      </form>
    </DoorPage>
  );
}

function ChooseNewPassphrase({
  recoveryKey,
  onDone,
}: {
  readonly recoveryKey: string;
  readonly onDone: () => void;
}) {
  const form = useNewPassphrase();
  const change = useJournalMutation('vault.changePassphrase');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending || !form.check()) return;
    change.mutate({ proof: { recoveryKey }, passphrase: form.first }, { onSuccess: onDone });
  };
  return (
    <DoorPage title="Choose a new passphrase">
      <div className={styles['words']}>
        <p>
          Your journal is open. From now on it opens with the passphrase that you choose here; the forgotten
          one no longer does. The recovery key stays as it is.
        </p>
      </div>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <NewPassphraseFields form={form} error={change.error?.message} autoFocus />
        <div className={styles['actions']}>
          <Button type="submit" variant="primary" size="l" isPending={change.isPending}>
            Use this passphrase
          </Button>
          <Button variant="plain" size="l" onPress={onDone}>
            Leave it as it was
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}
