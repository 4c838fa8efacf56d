import { type FormEvent, useState } from 'react';
import { PASSPHRASE_MIN } from '../../shared/models/passphrase.ts';
import { useJournalMutation } from '../journal-client/useJournalMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './DoorPage.module.css';
import { DoorPage } from './DoorPage.tsx';
import { sayLength } from './passphrase.ts';
import type { DoorProps } from './Unlock.tsx';
import { useCapsLock } from './useCapsLock.ts';

/** First run: what Kith is, and a passphrase for the journal. */
export function Welcome({ onOpened, onFailure }: DoorProps) {
  const form = useNewPassphrase();
  const capsLock = useCapsLock();
  const create = useJournalMutation('vault.create');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending || !form.check()) return;
    create.mutate({ passphrase: form.first }, { onSuccess: onOpened, onError: onFailure });
  };
  return (
    <DoorPage title="A journal of the people in your life">
      <div className={styles['words']}>
        <p>
          Write down what passed between you and the people you care about, and find it again when you need
          it. It stays on this computer, in one file that only you can open. Choose the passphrase that opens
          it.
        </p>
      </div>
      <form className={styles['form']} onSubmit={submit} noValidate {...capsLock.listeners}>
        <TextField
          label="Passphrase"
          type="password"
          autoComplete="new-password"
          autoFocus
          value={form.first}
          onChange={form.setFirst}
          errorMessage={form.firstError}
          description={capsLock.isOn ? 'Caps lock is on.' : sayLength(form.first)}
        />
        <TextField
          label="The same again"
          type="password"
          autoComplete="new-password"
          value={form.second}
          onChange={form.setSecond}
          errorMessage={form.secondError ?? create.error?.message}
        />
        <p className={styles['warning']}>
          <Icon name="warning" size={18} />
          <span>
            There is no way back in without it: nobody can reset it, and Kith does not keep it. Keep a copy
            somewhere safe.
          </span>
        </p>
        <div className={styles['actions']}>
          <Button type="submit" variant="primary" size="l" isPending={create.isPending}>
            {create.isPending ? 'Making your journal…' : 'Begin'}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}

/** A passphrase typed twice. It complains only once asked to `check`, and no longer than it must. */
function useNewPassphrase() {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = first.length < PASSPHRASE_MIN;
  const isDifferent = first !== second;
  return {
    first,
    second,
    setFirst,
    setSecond,
    firstError: isChecked && isShort ? `Please use at least ${PASSPHRASE_MIN} characters.` : undefined,
    secondError: isChecked && !isShort && isDifferent ? 'The two are not the same.' : undefined,
    check: () => {
      setChecked(true);
      return !isShort && !isDifferent;
    },
  };
}
