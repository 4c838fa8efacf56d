import { offerBack } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';

/** Deletes an entry and offers to bring it back. Says a failure in words. Whether the entry is gone. */
export function removeEntry(entryId: string): Promise<boolean> {
  return telling(async () => {
    const { trashId } = await askJournal('entries.remove', { id: entryId });
    offerBack('Entry deleted.', trashId);
  });
}
