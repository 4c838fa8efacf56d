import { KithError } from '../../shared/contract/errors.ts';
import { showToast } from '../ui/toasts.ts';
import type { DraftContent } from './draftContent.ts';
import { discardDraft, draftKeeper } from './draftKeepers.ts';

/** Throws a draft away and offers to bring it back. `onUndo` is called when it is there again. */
export async function discardWithUndo(slot: string, draft: DraftContent, onUndo?: () => void): Promise<void> {
  const undo = () => {
    draftKeeper(slot).write(() => JSON.stringify(draft));
    onUndo?.();
  };
  try {
    await discardDraft(slot);
    showToast({ message: 'The draft is gone.', action: { label: 'Undo', onPress: undo } });
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
