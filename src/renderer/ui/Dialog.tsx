import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Called on Escape, on a click outside and on the cross. */
  readonly onClose: () => void;
  readonly size?: 's' | 'm' | 'l';
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  /** `alertdialog` asks something that cannot be clicked away. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/** A sheet laid over the page. Focus stays in it and returns to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'm',
  actions,
  role = 'dialog',
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={classes(styles['modal'], styles[size])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" level={2} className={styles['title'] ?? ''}>
              {title}
            </Heading>
            {role === 'dialog' && <IconButton label="Close" icon="close" onPress={onClose} />}
          </header>
          <div className={styles['body']}>{children}</div>
          {actions && <footer className={styles['footer']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
