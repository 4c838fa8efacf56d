import { type FormEvent, useState } from 'react';
import type { Backup } from '../../shared/contract/backups.ts';
import type { KithError } from '../../shared/contract/errors.ts';
import { askJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { showToast } from '../ui/toasts.ts';
import { useToday } from '../ui/useToday.ts';
import styles from './Backups.module.css';
import { doBackupWork } from './backupWork.ts';
import { SecretField } from './SecretField.tsx';
import { sayContents, sayMoment } from './sayBackup.ts';
import { Working } from './Working.tsx';

export interface RestoreDialogProps {
  /** The one to ask about; null while nothing is asked. */
  readonly backup: Backup | null;
  readonly onClose: () => void;
}

/** Says what restoring does, and does it. Asks for a secret only if the backup has another key than the journal. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  return backup === null ? null : (
    <Asking key={`${backup.place} ${backup.id}`} backup={backup} onClose={onClose} />
  );
}

function Asking({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const today = useToday();
  const [secret, setSecret] = useState('');
  const [failure, setFailure] = useState<KithError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const asksSecret =
    failure !== null && ['locked', 'wrongPassphrase', 'mistyped', 'mustWait'].includes(failure.kind);
  const restore = async () => {
    setBusy(true);
    const done = await restoreBackup(backup, secret);
    setBusy(false);
    if (done && 'failure' in done) setFailure(done.failure);
    else if (done) {
      showToast({
        message: 'Restored. The journal that was there before is kept, and listed under Backups.',
      });
      onClose();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void restore();
  };
  return (
    <Dialog
      title="Go back to this backup?"
      isOpen
      onClose={onClose}
      size="s"
      role="alertdialog"
      actions={
        <>
          <Button variant="plain" autoFocus isDisabled={isBusy} onPress={onClose}>
            Leave it
          </Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void restore()}>
            Restore
          </Button>
        </>
      }
    >
      <form className={styles['asking']} onSubmit={submit}>
        <p>
          Your journal becomes what it was {sayMoment(backup.madeAt, today)}:{' '}
          {lowerFirst(sayContents(backup, today))}.
        </p>
        <p>
          What is in it now is not lost: it is kept beside, and can be brought back from this page in the same
          way.
        </p>
        {failure && !asksSecret && <p role="alert">{failure.message}</p>}
        {asksSecret && <SecretField value={secret} onChange={setSecret} failure={failure} />}
        {isBusy && <Working />}
      </form>
    </Dialog>
  );
}

/** Restores one, with a secret if the user gave one. */
export function restoreBackup({ place, id }: Backup, secret: string) {
  return doBackupWork('restoring', (job) =>
    askJournal('backups.restore', { place, id, job, ...(secret === '' ? {} : { secret }) }),
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
