import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ImportWarning } from '../../shared/contract/transfer.ts';
import { capitalise } from '../../shared/rules/sayCounts.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './FileNotices.module.css';

export interface FileNoticesProps {
  readonly title: string;
  readonly notices: readonly ImportWarning[];
}

/** What there is to say about single files: a line that opens. Nothing if there is nothing to say. */
export function FileNotices({ title, notices }: FileNoticesProps) {
  if (notices.length === 0) return null;
  return (
    <Disclosure className={styles['notices'] ?? ''}>
      <Heading level={4} className={styles['heading'] ?? ''}>
        <Button slot="trigger" className={styles['trigger'] ?? ''}>
          <Icon name="chevronRight" size={16} />
          {capitalise(title)}
        </Button>
      </Heading>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        <ul className={styles['list']}>
          {notices.map(({ where, message }, i) => (
            // One file may have the same to say twice, and the list never changes.
            <li key={i}>
              {where && <span className={styles['where']}>{where}</span>} {message}
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
