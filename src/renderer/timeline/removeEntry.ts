import { KithError } from '../../shared/contract/errors.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';

/** Deletes an entry and offers to bring it back. Says a failure in words. Whether the entry is gone. */
export function removeEntry(entryId: string): Promise<boolean> {
  return succeeds(async () => {
    const { trashId } = await askJournal('entries.remove', { id: entryId });
    showToast({
      message: 'Entry deleted.',
      action: { label: 'Undo', onPress: () => void restore(trashId) },
      isUndo: true,
    });
  });
}

function restore(trashId: string): Promise<boolean> {
  return succeeds(() => askJournal('trash.restore', { trashId }));
}

async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
    return false;
  }
}
