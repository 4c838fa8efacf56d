import { type ReactNode, useState } from 'react';
import type { JournalHealth, Salvaged } from '../../shared/contract/backups.ts';
import { askJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { showToast } from '../ui/toasts.ts';
import styles from './Backups.module.css';
import { doBackupWork, useBackupWork } from './backupWork.ts';
import { SalvageReport } from './SalvageReport.tsx';

/** What is not as it should be with the journal's file or folder, and what to do about it. Nothing if all is well. */
export function HealthNotices({ health }: { readonly health: JournalHealth }) {
  const [saved, setSaved] = useState<Salvaged | null>(null);
  const isBusy = useBackupWork() !== null;
  return (
    <>
      {health.isDamaged && (
        <HealthNotice title="A part of the journal’s file cannot be read">
          <p>
            The disk gave back something else than was written there. Restore the newest backup below; or let
            Kith make a new journal of all that can still be read. The damaged file is kept either way.
          </p>
          <Button size="s" isDisabled={isBusy} onPress={() => void salvage(setSaved)}>
            Save what can be read
          </Button>
        </HealthNotice>
      )}
      {health.takenBack > 0 && (
        <HealthNotice title="Something that was saved is missing">
          <p>
            The journal’s file is older than it was when you last wrote. A file beside it may have been
            deleted, or an older copy put in its place. If something is missing, restore the newest backup.
          </p>
          <Button size="s" onPress={() => void askJournal('backups.acceptTakenBack', {})}>
            Nothing is missing
          </Button>
        </HealthNotice>
      )}
      {health.syncedBy && (
        <HealthNotice title="The journal is in a place that is not safe for it">
          <p>
            Its folder lies in {health.syncedBy}. What keeps folders in step copies files while they are being
            written, and can put an older part of the journal back. Keep the journal on this computer, and
            choose that folder as the second place for backups instead: those are finished when they are
            copied.
          </p>
        </HealthNotice>
      )}
      {saved && (
        <Dialog title="What could be saved" isOpen onClose={() => setSaved(null)}>
          <SalvageReport saved={saved} />
        </Dialog>
      )}
    </>
  );
}

function HealthNotice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['trouble']} aria-label={title}>
      <h2 className={styles['troubleTitle']}>
        <Icon name="warning" size={19} />
        {title}
      </h2>
      {children}
    </section>
  );
}

async function salvage(onSaved: (saved: Salvaged) => void): Promise<void> {
  const done = await doBackupWork('salvaging', (job) => askJournal('backups.salvage', { job }));
  if (done && 'failure' in done) showToast({ message: done.failure.message });
  else if (done) onSaved(done.value);
}
