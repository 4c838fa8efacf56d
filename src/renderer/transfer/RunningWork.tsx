import type { ReactNode } from 'react';
import { useProgress } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './RunningWork.module.css';

export interface RunningWorkProps {
  readonly job: string;
  readonly label: string;
  /** Whether it was asked to stop already. */
  readonly stopping: boolean;
  readonly stoppingLabel: string;
  readonly onStop: () => void;
  readonly children?: ReactNode;
}

/** How far long work has come, and a way to stop it. */
export function RunningWork({ job, label, stopping, stoppingLabel, onStop, children }: RunningWorkProps) {
  const progress = useProgress(job);
  const total = stopping ? null : (progress?.total ?? null);
  return (
    <div className={styles['work']}>
      <div className={styles['bar']}>
        <ProgressBar label={stopping ? stoppingLabel : label} done={progress?.done ?? 0} total={total} />
        {children && <p className={styles['aside']}>{children}</p>}
      </div>
      <Button onPress={onStop} isDisabled={stopping}>
        Stop
      </Button>
    </div>
  );
}
