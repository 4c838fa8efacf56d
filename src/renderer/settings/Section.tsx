import type { ReactNode } from 'react';
import { Section as PageSection } from '../ui/Section.tsx';
import styles from './Section.module.css';

/** A part of the settings, closer together than the parts of other pages. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <PageSection title={title} className={styles['section']}>
      <div className={styles['body']}>{children}</div>
    </PageSection>
  );
}
