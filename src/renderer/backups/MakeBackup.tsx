import type { BackupList, JournalHealth } from '../../shared/contract/backups.ts';
import { askJournal } from '../journal-client/index.ts';
import { Notice } from '../transfer/Notice.tsx';
import { Button } from '../ui/Button.tsx';
import { showToast } from '../ui/toasts.ts';
import { useToday } from '../ui/useToday.ts';
import styles from './Backups.module.css';
import { doBackupWork, useBackupWork } from './backupWork.ts';
import { FullCheck } from './FullCheck.tsx';
import { sayContents, sayMoment } from './sayBackup.ts';
import { Working } from './Working.tsx';

export interface MakeBackupProps {
  readonly list: BackupList;
  readonly health: JournalHealth | undefined;
}

/** When the last backup was made, what it holds, and a way to make one now. */
export function MakeBackup({ list, health }: MakeBackupProps) {
  const today = useToday();
  const work = useBackupWork();
  const newest = list.backups.find(({ place }) => place === 'here');
  return (
    <section className={styles['lead']} aria-label="The last backup">
      <p className={styles['words']}>
        {newest
          ? `The last backup was made ${sayMoment(newest.madeAt, today)}. ${sayContents(newest, today)}.`
          : 'There is no backup yet. The first is made when you close Kith, or now.'}
      </p>
      {health?.backupFailure && <Notice>{health.backupFailure}</Notice>}
      {work ? (
        <Working />
      ) : (
        <div>
          <Button variant="primary" onPress={() => void makeNow()}>
            Make one now
          </Button>
        </div>
      )}
      <FullCheck />
      <p className={styles['aside']}>
        Kith makes one at the end of each session and every quarter of an hour while you write, opens it again
        and reads it through. It keeps three of today, and one for each of the last seven days, four weeks and
        twelve months. A backup is encrypted as your journal is, and opens with the same passphrase or
        recovery key.
      </p>
    </section>
  );
}

async function makeNow(): Promise<void> {
  const done = await doBackupWork('making', (job) => askJournal('backups.make', { job }));
  if (done && 'failure' in done) showToast({ message: done.failure.message });
  else if (done) showToast({ message: 'A backup was made, and read through.' });
}
