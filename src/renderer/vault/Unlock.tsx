import { type FormEvent, useRef, useState } from 'react';
import type { KithError } from '../../shared/contract/errors.ts';
import { useJournalMutation } from '../journal-client/useJournalMutation.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './DoorPage.module.css';
import { DoorPage } from './DoorPage.tsx';
import { useCapsLock } from './useCapsLock.ts';

export interface DoorProps {
  readonly onOpened: () => void;
  /** Told of failures that the form itself has no words for. */
  readonly onFailure: (error: KithError) => void;
}

/** Asks for the passphrase. */
export function Unlock({ onOpened, onFailure }: DoorProps) {
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const capsLock = useCapsLock();
  const unlock = useJournalMutation('vault.unlock');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || unlock.isPending) return;
    unlock.mutate(
      { passphrase },
      {
        onSuccess: onOpened,
        onError: (error) => {
          onFailure(error);
          field.current?.select();
        },
      },
    );
  };
  return (
    <DoorPage title="Your journal is locked">
      <form className={styles['form']} onSubmit={submit} {...capsLock.listeners}>
        <TextField
          label="Passphrase"
          type="password"
          autoComplete="current-password"
          autoFocus
          inputRef={field}
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text);
            if (unlock.isError) unlock.reset();
          }}
          errorMessage={unlock.error?.message}
          description={capsLock.isOn ? 'Caps lock is on.' : undefined}
        />
        <div className={styles['actions']}>
          <Button type="submit" variant="primary" size="l" isPending={unlock.isPending}>
            {unlock.isPending ? 'Opening…' : 'Open'}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}
