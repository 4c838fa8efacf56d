import { KithError } from '../../shared/contract/errors.ts';
import { undoLast } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';

/** Makes an entry or a person what they were in an earlier version, and offers undo. Whether that was done. */
export async function bringBack(
  method: 'history.restoreEntry' | 'history.restorePerson',
  versionId: string,
): Promise<boolean> {
  try {
    await askJournal(method, { versionId });
    showToast({
      message: 'The earlier version is back.',
      action: { label: 'Undo', onPress: () => void undoLast() },
      isUndo: true,
    });
    return true;
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
    return false;
  }
}
