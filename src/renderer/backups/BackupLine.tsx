import type { ReactNode } from 'react';
import type { Backup } from '../../shared/contract/backups.ts';
import { capitalise } from '../../shared/rules/sayCounts.ts';
import { Button } from '../ui/Button.tsx';
import { useToday } from '../ui/useToday.ts';
import styles from './Backups.module.css';
import { useBackupWork } from './backupWork.ts';
import { sayBytes, sayContents, sayMoment } from './sayBackup.ts';

export interface BackupLineProps {
  readonly backup: Backup;
  readonly onRestore: (backup: Backup) => void;
  /** What else there is to say of it. */
  readonly note?: string;
  /** Beside the way to restore it. */
  readonly children?: ReactNode;
}

/** One backup: when it was made and what is in it. */
export function BackupLine({ backup, onRestore, note, children }: BackupLineProps) {
  const today = useToday();
  const isBusy = useBackupWork() !== null;
  const when = sayMoment(backup.madeAt, today);
  return (
    <li className={styles['backup']}>
      <div className={styles['what']}>
        <time className={styles['when']} dateTime={new Date(backup.madeAt).toISOString()}>
          {capitalise(when)}
        </time>
        <span className={styles['aside']}>
          {sayContents(backup, today)} · {sayBytes(backup.bytes)}
        </span>
        {note && <span className={styles['aside']}>{note}</span>}
      </div>
      {backup.needsNewerKith ? (
        <span className={styles['aside']}>Needs a newer Kith</span>
      ) : (
        <Button
          size="s"
          icon="undo"
          isDisabled={isBusy}
          aria-label={`Restore the one of ${when}`}
          onPress={() => onRestore(backup)}
        >
          Restore
        </Button>
      )}
      {children}
    </li>
  );
}
