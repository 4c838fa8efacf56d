import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** A quiet line under the title. */
  readonly subtitle?: ReactNode;
  /** Stands at the right of the title. */
  readonly actions?: ReactNode;
}

/** The title of a page. Its `h1` takes focus when the page opens, so that a screen reader says where one is. */
export function PageHeader({ title, subtitle, actions }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      <div className={styles['words']}>
        <h1 className={styles['title']} tabIndex={-1}>
          {title}
        </h1>
        {subtitle && <div className={styles['subtitle']}>{subtitle}</div>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
