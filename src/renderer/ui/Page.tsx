import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Page.module.css';

export interface PageProps {
  readonly children: ReactNode;
  /** `reading`: a column as wide as a line is good to read. `wide`: for tables and two columns. */
  readonly width?: 'reading' | 'wide';
  /** Whether the page scrolls as a whole. Set false where a `VirtualList` inside does, and give it `flex: 1; min-height: 0`. */
  readonly scroll?: boolean;
}

/** The column that a page stands in. */
export function Page({ children, width = 'reading', scroll = true }: PageProps) {
  return (
    <div className={classes(styles['page'], scroll && styles['scroll'])}>
      <div className={classes(styles['column'], styles[width], scroll ? styles['padded'] : styles['filled'])}>
        {children}
      </div>
    </div>
  );
}
