import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import styles from './Fold.module.css';
import { Icon } from './Icon.tsx';

export interface FoldProps {
  /** Says what is folded away. */
  readonly label: string;
  readonly size?: 's' | 'm';
  readonly children: ReactNode;
}

/** Something that can wait, folded away under a line that opens it. */
export function Fold({ label, size = 'm', children }: FoldProps) {
  return (
    <Disclosure className={styles['fold'] ?? ''}>
      <Button slot="trigger" className={`${styles['trigger']} ${styles[size]}`}>
        <Icon name="chevronRight" size={size === 's' ? 15 : 18} />
        {label}
      </Button>
      <DisclosurePanel>
        <div className={styles['inside']}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
