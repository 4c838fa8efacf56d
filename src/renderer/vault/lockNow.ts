import { askDesktop } from '../journal-client/ask.ts';
import { showToast } from '../ui/toasts.ts';

/** Locks the journal. What is being written is kept, and is there again when it is opened. */
export function lockNow(): void {
  askDesktop('desktop.lock', {}).catch(() => showToast({ message: 'The journal could not be locked.' }));
}
