import { type FormEvent, useState } from 'react';
import { useJournal } from '../journal-client/useJournal.ts';
import { useJournalMutation } from '../journal-client/useJournalMutation.ts';
import { Button } from '../ui/Button.tsx';
import styles from './DoorPage.module.css';
import { DoorPage } from './DoorPage.tsx';
import { NewPassphraseFields } from './NewPassphraseFields.tsx';
import { RecoveryKeySheet } from './RecoveryKeySheet.tsx';
import type { DoorProps } from './Unlock.tsx';
import { useNewPassphrase } from './useNewPassphrase.ts';
import { type Way, WayChoice } from './WayChoice.tsx';

/** First run: what Kith is, how the journal is to open, and its recovery key. */
export function Welcome({ onOpened, onFailure, onHold }: DoorProps) {
  const [way, setWay] = useState<Way>('passphrase');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const form = useNewPassphrase();
  const keyring = useJournal('vault.keyring', {});
  const create = useJournalMutation('vault.create');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending || (way === 'passphrase' && !form.check())) return;
    onHold(true);
    create.mutate(way === 'passphrase' ? { passphrase: form.first } : { thisComputer: true }, {
      onSuccess: (made) => setRecoveryKey(made.recoveryKey),
      onError: (error) => {
        onHold(false);
        onFailure(error);
      },
    });
  };
  if (recoveryKey !== null) {
    return (
      <DoorPage title="Your recovery key">
        <RecoveryKeySheet recoveryKey={recoveryKey} onDone={onOpened} />
      </DoorPage>
    );
  }
  return (
    <DoorPage title="A journal of the people in your life" isWide>
      <div className={styles['words']}>
        <p>
          Write down what passed between you and the people you care about, and find it again when you need
          it. It stays on this computer, in one encrypted file. Choose how it opens.
        </p>
      </div>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <WayChoice way={way} onChoose={setWay} whyNotThisComputer={keyring.data?.why ?? null} />
        {way === 'passphrase' ? (
          <NewPassphraseFields form={form} error={create.error?.message} autoFocus />
        ) : (
          create.error && (
            <p role="alert" className={styles['hint']}>
              {create.error.message}
            </p>
          )
        )}
        <div className={styles['actions']}>
          <Button type="submit" variant="primary" size="l" isPending={create.isPending}>
            {create.isPending ? 'Making your journal…' : 'Begin'}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}
