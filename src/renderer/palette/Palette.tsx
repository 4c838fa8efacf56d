import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Palette.module.css';
import { PaletteBox } from './PaletteBox.tsx';

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** Finds anybody and anything, and does what the menus do, without the hands leaving the keys. */
export function Palette({ isOpen, onClose, onShortcuts }: PaletteProps) {
  const [opened, setOpened] = useState(0);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
          setOpened(opened + 1);
        }
      }}
      isDismissable
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label="Find anybody and anything" className={styles['dialog'] ?? ''}>
          <PaletteBox key={opened} onClose={onClose} onShortcuts={onShortcuts} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
