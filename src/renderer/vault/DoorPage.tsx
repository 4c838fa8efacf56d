import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './DoorPage.module.css';

export interface DoorPageProps {
  readonly title: string;
  /** For a sheet with much on it. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** What is seen before the journal: one quiet sheet. */
export function DoorPage({ title, isWide = false, children }: DoorPageProps) {
  return (
    <main className={styles['page']}>
      <div className={classes(styles['sheet'], isWide && styles['wide'])}>
        <p className={styles['name']}>Kith</p>
        <h1 className={styles['title']}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
