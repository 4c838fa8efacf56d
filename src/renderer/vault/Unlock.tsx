import { type FormEvent, useRef, useState } from 'react';
import type { KithError } from '../../shared/contract/errors.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { useJournalMutation } from '../journal-client/useJournalMutation.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './DoorPage.module.css';
import { DoorPage } from './DoorPage.tsx';
import { OpenActions } from './OpenActions.tsx';
import { Recover } from './Recover.tsx';
import { useCapsLock } from './useCapsLock.ts';
import { useWait } from './useWait.ts';

export interface DoorProps {
  readonly onOpened: () => void;
  /** Told of failures that the form itself has no words for. */
  readonly onFailure: (error: KithError) => void;
  /** While true, the door stays although the journal is open: something is still to be shown or asked. */
  readonly onHold: (isHeld: boolean) => void;
}

export interface UnlockProps extends DoorProps {
  readonly status: VaultStatus;
}

/** Asks for the passphrase, or opens by this computer; and the way round a forgotten passphrase. */
export function Unlock(props: UnlockProps) {
  const { status } = props;
  const [isRecovering, setRecovering] = useState(false);
  const wait = useWait(status.waitMs);
  const opens = (kind: VaultStatus['slots'][number]) => status.slots.includes(kind);
  if (isRecovering) return <Recover {...props} wait={wait} onBack={() => setRecovering(false)} />;
  return (
    <DoorPage title="Your journal is locked">
      {opens('thisComputer') && <ByThisComputer {...props} isOnly={!opens('passphrase')} />}
      {opens('passphrase') && <ByPassphrase {...props} wait={wait} />}
      {opens('recoveryKey') && (
        <div className={styles['aside']}>
          <Button variant="plain" size="s" onPress={() => setRecovering(true)}>
            {opens('passphrase') ? 'Forgot the passphrase?' : 'Open with the recovery key'}
          </Button>
        </div>
      )}
    </DoorPage>
  );
}

function ByPassphrase({ onOpened, onFailure, wait }: DoorProps & { readonly wait: string | null }) {
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const capsLock = useCapsLock();
  const unlock = useJournalMutation('vault.unlock');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || unlock.isPending || wait !== null) return;
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
      <OpenActions wait={wait} isPending={unlock.isPending} label={unlock.isPending ? 'Opening…' : 'Open'} />
    </form>
  );
}

function ByThisComputer({ onOpened, onFailure, isOnly }: DoorProps & { readonly isOnly: boolean }) {
  const unlock = useJournalMutation('vault.unlock');
  const open = () =>
    unlock.mutate({ thisComputer: true }, { onSuccess: onOpened, onError: (error) => onFailure(error) });
  return (
    <div className={styles['form']}>
      <div className={styles['actions']}>
        <Button
          variant={isOnly ? 'primary' : 'quiet'}
          size="l"
          autoFocus={isOnly}
          isPending={unlock.isPending}
          onPress={open}
        >
          Open on this computer
        </Button>
      </div>
      {unlock.error && (
        <p role="alert" className={styles['hint']}>
          {unlock.error.message}
        </p>
      )}
    </div>
  );
}
