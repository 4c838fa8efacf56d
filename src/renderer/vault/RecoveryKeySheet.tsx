import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { askDesktop } from '../journal-client/ask.ts';
import { useJournalMutation } from '../journal-client/useJournalMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './RecoveryKeySheet.module.css';

export interface RecoveryKeySheetProps {
  readonly recoveryKey: string;
  readonly onDone: () => void;
}

/** Shows a recovery key, this once. Goes on when the user says that they have it on paper. */
export function RecoveryKeySheet({ recoveryKey, onDone }: RecoveryKeySheetProps) {
  const [isWritten, setWritten] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const confirm = useJournalMutation('vault.confirmRecoveryKey');
  const copy = () =>
    askDesktop('desktop.copySecret', { text: recoveryKey }).then(
      () => setCopied('Copied. It leaves the clipboard again in a minute.'),
      () => setCopied('It could not be copied. Please write it down.'),
    );
  return (
    <div className={styles['sheet']}>
      <p>
        Write this down and keep it where you keep what matters. With it you open the journal when the
        passphrase is forgotten or this computer is gone; so does anybody else who has it. It is shown only
        now.
      </p>
      <ol className={styles['groups']} aria-label="Recovery key">
        {recoveryKey.split('-').map((group, i) => (
          <li key={i}>{group}</li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button size="s" onPress={() => void copy()}>
          Copy
        </Button>
        <span role="status" className={styles['told']}>
          {copied}
        </span>
      </div>
      <Checkbox isSelected={isWritten} onChange={setWritten} className={styles['check'] ?? ''}>
        <span className={styles['box']}>{isWritten && <Icon name="check" size={16} />}</span>I have written it
        down
      </Checkbox>
      {confirm.error && <p role="alert">{confirm.error.message}</p>}
      <div className={styles['actions']}>
        <Button
          variant="primary"
          size="l"
          isDisabled={!isWritten}
          isPending={confirm.isPending}
          onPress={() => confirm.mutate({}, { onSuccess: onDone })}
        >
          Go on
        </Button>
      </div>
    </div>
  );
}
