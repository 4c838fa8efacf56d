import type { ImportBatch } from '../../shared/contract/transfer.ts';
import { sayPeopleAndEntries } from '../../shared/rules/sayCounts.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

export interface TakeBackDialogProps {
  /** The import to ask about; null while nothing is asked. */
  readonly batch: ImportBatch | null;
  readonly onClose: () => void;
  readonly onConfirm: (batch: ImportBatch) => void;
}

/** Asks before an import is taken back. */
export function TakeBackDialog({ batch, onClose, onConfirm }: TakeBackDialogProps) {
  return (
    <ConfirmDialog
      title="Take back this import?"
      isOpen={batch !== null}
      onClose={onClose}
      onConfirm={() => batch && onConfirm(batch)}
      confirmLabel="Take it back"
      cancelLabel="Keep it"
      danger
    >
      {batch && (
        <p>
          What “{batch.sourceName}” brought goes out of your journal:{' '}
          {sayPeopleAndEntries(batch.peopleCount, batch.entryCount)}. What you have changed since, and people
          whom your own entries name, will stay. This cannot be undone; importing again can bring it back.
        </p>
      )}
    </ConfirmDialog>
  );
}
