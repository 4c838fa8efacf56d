import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Called in any case, after `onConfirm` if it was that. */
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** Says what will be done: “Take it back”, never “OK”. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/** Asks before something that cannot be undone. What can be undone is done at once, with a toast that offers undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onClose, onConfirm, confirmLabel, cancelLabel = 'Cancel', danger, children } = props;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="s"
      role="alertdialog"
      actions={
        <>
          <Button variant="plain" autoFocus onPress={onClose}>
            {cancelLabel}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            onPress={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
