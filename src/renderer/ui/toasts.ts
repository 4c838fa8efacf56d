import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

/** Long enough to read the sentence, reach for the mouse and press undo (WCAG 2.2, 2.2.1: it also waits while pointed at). */
const WITH_ACTION_MS = 12_000;
const PLAIN_MS = 5_000;

export interface Toast {
  readonly message: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** Takes the place of the last one that said it undoes: what that offered may be out of order by now. */
  readonly isUndo?: true;
}

export const toastQueue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

let lastUndo: string | null = null;

/** Says something at the foot of the window for a while, with perhaps one thing to do about it. Returns a way to take it away. */
export function showToast(toast: Toast): () => void {
  if (toast.isUndo && lastUndo !== null) toastQueue.close(lastUndo);
  const key = toastQueue.add(toast, { timeout: toast.action ? WITH_ACTION_MS : PLAIN_MS });
  if (toast.isUndo) lastUndo = key;
  return () => toastQueue.close(key);
}
