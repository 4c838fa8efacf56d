import { useState } from 'react';
import type { Backup, Replaced } from '../../shared/contract/backups.ts';
import { KithError } from '../../shared/contract/errors.ts';
import { REPLACED_DAYS } from '../../shared/rules/replacedJournals.ts';
import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { askDesktop, askJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Section } from '../ui/Section.tsx';
import { showToast } from '../ui/toasts.ts';
import { useToday } from '../ui/useToday.ts';
import { BackupLine } from './BackupLine.tsx';
import styles from './Backups.module.css';
import { useBackupWork } from './backupWork.ts';
import { sayBytes, sayMoment } from './sayBackup.ts';

export interface ReplacedJournalsProps {
  /** Newest first. */
  readonly replaced: readonly Replaced[];
  /** What those that were whole say of themselves. */
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: Backup) => void;
}

/** The journals that others took the place of: until when each is kept, and ways to restore and to remove it. */
export function ReplacedJournals({ replaced, backups, onRestore }: ReplacedJournalsProps) {
  const [asked, setAsked] = useState<Replaced | null>(null);
  const today = useToday();
  const isBusy = useBackupWork() !== null;
  if (replaced.length === 0) return null;
  return (
    <Section title="Journals that were replaced">
      <p className={styles['aside']}>
        When a backup is restored, the journal that was there is kept here, as it was: for {REPLACED_DAYS}{' '}
        days, and until a newer backup was made and read through. One that could not be read whole stays until
        you remove it.
      </p>
      <ul className={styles['list']}>
        {replaced.map((journal) => {
          const backup = backups.find(({ id }) => id === journal.id);
          const remove = (
            <IconButton
              size="s"
              icon="trash"
              label={`Remove the one of ${sayReplaced(journal, today)}`}
              isDisabled={isBusy}
              onPress={() => setAsked(journal)}
            />
          );
          return backup ? (
            <BackupLine key={journal.id} backup={backup} note={sayKept(journal, today)} onRestore={onRestore}>
              {remove}
            </BackupLine>
          ) : (
            <li key={journal.id} className={styles['backup']}>
              <div className={styles['what']}>
                <span className={styles['when']}>Replaced {sayReplaced(journal, today)}</span>
                <span className={styles['aside']}>
                  {sayKept(journal, today)} · {sayBytes(journal.bytes)}
                </span>
              </div>
              {remove}
            </li>
          );
        })}
      </ul>
      <div className={styles['buttons']}>
        <Button icon="folder" onPress={() => void askDesktop('desktop.revealReplaced', {})}>
          Show in folder
        </Button>
      </div>
      <ConfirmDialog
        title="Remove this journal for good?"
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => asked && void remove(asked.id)}
        confirmLabel="Remove it"
        cancelLabel="Keep it"
        danger
      >
        <p>
          It is the one that was replaced {asked && sayReplaced(asked, today)}, with everything that was in it
          then. It cannot be brought back. Your journal and its backups stay as they are.
        </p>
      </ConfirmDialog>
    </Section>
  );
}

/** “yesterday 18:02”: the name of its folder is the moment, in local time. */
function sayReplaced({ id }: Replaced, today: string): string {
  return sayMoment(Date.parse(`${id.slice(0, 10)}T${id.slice(11, 19).replaceAll('.', ':')}`), today);
}

function sayKept({ keptUntil }: Replaced, today: string): string {
  if (keptUntil === null) return 'Could not be read whole; kept until you remove it';
  return keptUntil <= today ? 'Goes with the next backup' : `Kept until ${sayDateBriefly(keptUntil, today)}`;
}

async function remove(id: string): Promise<void> {
  try {
    await askJournal('backups.removeReplaced', { id });
    showToast({ message: 'Removed.' });
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
