import { type ReactNode, useState } from 'react';
import type { Backup, Salvaged } from '../../shared/contract/backups.ts';
import type { KithError } from '../../shared/contract/errors.ts';
import { askJournal, useJournal } from '../journal-client/index.ts';
import { Notice } from '../transfer/Notice.tsx';
import { Button } from '../ui/Button.tsx';
import { useToday } from '../ui/useToday.ts';
import styles from './Backups.module.css';
import { doBackupWork, useBackupWork } from './backupWork.ts';
import { restoreBackup } from './RestoreDialog.tsx';
import { SalvageReport } from './SalvageReport.tsx';
import { SecretField } from './SecretField.tsx';
import { sayContents, sayMoment } from './sayBackup.ts';
import { Working } from './Working.tsx';

export interface DamageWizardProps {
  /** Why the journal could not be opened: it is damaged, or missing. */
  readonly error: KithError;
  /** Looks again whether it can be opened. */
  readonly onRetry: () => void;
}

const secretKinds: readonly string[] = ['locked', 'wrongPassphrase', 'mistyped', 'mustWait'];

/**
 * The ways on when the journal cannot be opened: the newest backup, another one, a new journal of what can be read, or
 * leaving it. Nothing is deleted by any of them.
 */
export function DamageWizard({ error, onRetry }: DamageWizardProps) {
  const { data: list } = useJournal('backups.list', {});
  const [secret, setSecret] = useState('');
  const [failure, setFailure] = useState<KithError | null>(null);
  const [saved, setSaved] = useState<Salvaged | null>(null);
  const isBusy = useBackupWork() !== null;
  const backups = (list?.backups ?? []).filter(({ needsNewerKith }) => !needsNewerKith);
  const asksSecret = failure !== null && secretKinds.includes(failure.kind);

  const restore = async (backup: Backup) => {
    const done = await restoreBackup(backup, secret);
    if (done && 'failure' in done) setFailure(done.failure);
    else if (done) onRetry();
  };
  const salvage = async () => {
    const done = await doBackupWork('salvaging', (job) =>
      askJournal('backups.salvage', { job, ...(secret === '' ? {} : { secret }) }),
    );
    if (done && 'failure' in done) setFailure(done.failure);
    else if (done) setSaved(done.value);
  };

  if (saved) {
    return (
      <>
        <SalvageReport saved={saved} />
        <div>
          <Button variant="primary" onPress={onRetry}>
            Open the journal
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      {asksSecret && <SecretField value={secret} onChange={setSecret} failure={failure} />}
      {failure && !asksSecret && <Notice>{failure.message}</Notice>}
      {isBusy && <Working />}
      <div className={styles['ways']}>
        {list && (
          <BestBackup backups={backups} isBusy={isBusy} onRestore={(backup) => void restore(backup)} />
        )}
        {error.kind === 'damaged' && (
          <Way title="Save what can be read">
            <p className={styles['aside']}>
              Kith makes a new journal of all that the damaged file still gives up, and says what it does not.
            </p>
            <Button isDisabled={isBusy} onPress={() => void salvage()}>
              Save what can be read
            </Button>
          </Way>
        )}
        <Way title="Leave it as it is">
          <p className={styles['aside']}>Nothing was changed, and nothing will be until you choose.</p>
          <Button isDisabled={isBusy} onPress={onRetry}>
            Try again
          </Button>
        </Way>
      </div>
    </>
  );
}

interface BestBackupProps {
  /** Newest first. */
  readonly backups: readonly Backup[];
  readonly isBusy: boolean;
  readonly onRestore: (backup: Backup) => void;
}

/** How many others are offered beside the newest. */
const MOST_OTHERS = 8;

function BestBackup({ backups: [best, ...others], isBusy, onRestore }: BestBackupProps) {
  const today = useToday();
  if (!best) {
    return (
      <Way title="Restore a backup">
        <p className={styles['aside']}>Kith finds no backup beside the journal or in a second folder.</p>
      </Way>
    );
  }
  return (
    <Way title={`Restore the backup of ${sayMoment(best.madeAt, today)}`}>
      <p className={styles['aside']}>{sayContents(best, today)}. What is there now is kept beside.</p>
      <Button variant="primary" isDisabled={isBusy} onPress={() => onRestore(best)}>
        Restore it
      </Button>
      {others.length > 0 && (
        <details>
          <summary className={styles['aside']}>Or an earlier one</summary>
          <ul className={styles['list']}>
            {others.slice(0, MOST_OTHERS).map((backup) => (
              <li key={`${backup.place} ${backup.id}`} className={styles['backup']}>
                <span className={styles['what']}>
                  {sayMoment(backup.madeAt, today)}
                  <span className={styles['aside']}>{sayContents(backup, today)}</span>
                </span>
                <Button size="s" isDisabled={isBusy} onPress={() => onRestore(backup)}>
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Way>
  );
}

function Way({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['way']} aria-label={title}>
      <h2 className={styles['wayTitle']}>{title}</h2>
      {children}
    </section>
  );
}
