import type { BackupList } from '../../shared/contract/backups.ts';
import { KithError } from '../../shared/contract/errors.ts';
import { askDesktop, askJournal } from '../journal-client/index.ts';
import { Notice } from '../transfer/Notice.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { showToast } from '../ui/toasts.ts';
import styles from './Backups.module.css';

/** Another place for copies of the backups, for when this computer is lost. */
export function SecondFolder({ second }: { readonly second: BackupList['second'] }) {
  return (
    <Section title="A second place">
      {second === null ? (
        <p className={styles['words']}>
          A backup on the same disk does not help if the disk is lost. Choose a folder on a stick or another
          disk, or one that a service such as Dropbox or Syncthing keeps in step: every backup is copied there
          as well, encrypted.
        </p>
      ) : (
        <>
          <p className={styles['words']}>Every backup is copied into “{second.name}” as well, encrypted.</p>
          {!second.isThere && (
            <p className={styles['aside']} role="status">
              It is not there at the moment. If it is on a stick, plug it in: the next backup goes there
              again.
            </p>
          )}
          {second.isThere && second.failure && <Notice>{second.failure}</Notice>}
        </>
      )}
      <div className={styles['buttons']}>
        <Button icon="folder" onPress={() => void choose()}>
          {second === null ? 'Choose a folder' : 'Choose another'}
        </Button>
        {second !== null && (
          <Button variant="plain" onPress={() => void set(null)}>
            Stop copying there
          </Button>
        )}
      </div>
    </Section>
  );
}

async function choose(): Promise<void> {
  const chosen = await askDesktop('desktop.chooseBackupFolder', {});
  if (chosen) await set(chosen.grant);
}

async function set(folder: string | null): Promise<void> {
  try {
    await askJournal('backups.chooseSecondFolder', { folder });
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
