import { useProgress } from '../journal-client/useProgress.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';

export interface RekeyProgressProps {
  readonly job: string;
  /** Whether it was asked to stop already. */
  readonly isStopping: boolean;
}

/** How far the journal is on its way to another key. */
export function RekeyProgress({ job, isStopping }: RekeyProgressProps) {
  const progress = useProgress(job);
  return (
    <ProgressBar
      label={isStopping ? 'Stopping…' : 'Putting the journal under a new key…'}
      done={progress?.done ?? 0}
      total={isStopping ? null : (progress?.total ?? null)}
    />
  );
}
