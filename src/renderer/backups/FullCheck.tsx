import { CHECK_JOB } from '../../shared/contract/backups.ts';
import { useProgress } from '../journal-client/index.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';

/** How far the weekly check of the whole file has come. Nothing while there is none. */
export function FullCheck() {
  const progress = useProgress(CHECK_JOB);
  if (progress === null || progress.done === progress.total) return null;
  return (
    <ProgressBar
      label="Reading the whole journal through, as once a week"
      done={progress.done}
      total={progress.total}
    />
  );
}
