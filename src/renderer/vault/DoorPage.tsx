import type { ReactNode } from 'react';
import styles from './DoorPage.module.css';

/** What is seen before the journal: one quiet sheet. */
export function DoorPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={styles['page']}>
      <div className={styles['sheet']}>
        <p className={styles['name']}>Kith</p>
        <h1 className={styles['title']}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
