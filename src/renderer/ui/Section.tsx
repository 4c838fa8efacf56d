import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, className, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={classes(styles['section'], className)} aria-labelledby={heading}>
      <h2 id={heading} className={styles['title']}>
        {title}
      </h2>
      {children}
    </section>
  );
}
