import type { ReactNode } from 'react';
import { Icon } from '../ui/Icon.tsx';
import styles from './Notice.module.css';

/** A sentence about something that did not come to pass. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles['notice']} role="alert">
      <Icon name="warning" size={18} />
      <span>{children}</span>
    </p>
  );
}
