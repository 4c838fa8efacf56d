import { useProgress } from '../journal-client/index.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { type BackupWork, useBackupWork } from './backupWork.ts';

const labels: Readonly<Record<BackupWork['what'], string>> = {
  making: 'Making a backup, and reading it through',
  restoring: 'Reading the backup through, and putting it in place',
  salvaging: 'Reading all that can be read',
};

/** How far the work with backups has come. Nothing while there is none. */
export function Working() {
  const work = useBackupWork();
  const progress = useProgress(work?.job ?? null);
  if (work === null) return null;
  return <ProgressBar label={labels[work.what]} done={progress?.done ?? 0} total={progress?.total ?? null} />;
}
