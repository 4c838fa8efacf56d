import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';

/** Deletes an entry and offers to bring it back. Says a failure in words. Whether the entry is gone. */
export function removeEntry(entryId: string): Promise<boolean> {
  return telling(async () => {
    const { trashId } = await askJournal('entries.remove', { id: entryId });
    showToast({
      message: 'Entry deleted.',
      action: { label: 'Undo', onPress: () => void telling(() => askJournal('trash.restore', { trashId })) },
      isUndo: true,
    });
  });
}
