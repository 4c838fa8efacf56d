import { type ReactNode, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from '../ui/Icon.tsx';
import styles from './FormSection.module.css';

export interface FormSectionProps {
  readonly title: string;
  /** What belongs in it, in a few words. */
  readonly hint: string;
  /** Whether there is something in it when the form is opened: then it is open, too. */
  readonly isFilled: boolean;
  /** Something in it is wrong, and must be seen. */
  readonly hasError?: boolean;
  readonly children: ReactNode;
}

/** A part of a form that stays folded until it is needed. */
export function FormSection({ title, hint, isFilled, hasError = false, children }: FormSectionProps) {
  const [isOpen, setOpen] = useState(isFilled);
  return (
    <Disclosure
      isExpanded={isOpen || hasError}
      onExpandedChange={setOpen}
      className={styles['section'] ?? ''}
    >
      <Heading level={2} className={styles['heading'] ?? ''}>
        <Button slot="trigger" className={styles['trigger'] ?? ''}>
          <Icon name="chevronRight" size={16} />
          <span className={styles['title']}>{title}</span>
          <span className={styles['hint']}>{hint}</span>
        </Button>
      </Heading>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        <div className={styles['inside']}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
