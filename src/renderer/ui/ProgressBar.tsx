import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}

/** How far long work has come. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const isIndeterminate = total === null || total === 0;
  return (
    <AriaProgressBar
      className={styles['progress'] ?? ''}
      isIndeterminate={isIndeterminate}
      value={done}
      maxValue={total || 1}
    >
      {({ percentage }) => (
        <>
          <Label className={styles['label'] ?? ''}>{label}</Label>
          <div className={styles['track']}>
            <div
              className={isIndeterminate ? styles['wandering'] : styles['fill']}
              style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
