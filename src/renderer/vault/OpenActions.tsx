import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './DoorPage.module.css';

export interface OpenActionsProps {
  /** How long to wait after wrong tries, in words; null if there is nothing to wait for. */
  readonly wait: string | null;
  readonly isPending: boolean;
  /** What the button that opens says. */
  readonly label: string;
  /** Other ways on from here. */
  readonly children?: ReactNode;
}

/** The foot of a form that opens the journal: the wait, if there is one, and the button. */
export function OpenActions({ wait, isPending, label, children }: OpenActionsProps) {
  return (
    <>
      {wait !== null && (
        <p role="status" className={styles['hint']}>
          {wait}
        </p>
      )}
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" size="l" isPending={isPending} isDisabled={wait !== null}>
          {label}
        </Button>
        {children}
      </div>
    </>
  );
}
