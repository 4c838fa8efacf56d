import { KithError } from '../../shared/contract/errors.ts';
import { showToast } from './toasts.ts';

// The ways of doing something that may fail: every failure that is expected is a sentence for the user, and
// anything else is a bug and goes on its way.

/** Does `work`, and says at the foot of the window why it could not be done. Whether it was. */
export async function telling(work: () => Promise<unknown>): Promise<boolean> {
  const wrong = await trying(work);
  if (wrong !== null) showToast({ message: wrong });
  return wrong === null;
}

/** Does `work` for a form, which shows itself why it could not be done: a sentence, or null when it is done. */
export async function trying(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    return error.message;
  }
}

/** For where neither fits: says an expected failure at the foot of the window. */
export function sayError(error: unknown): void {
  if (!(error instanceof KithError)) throw error;
  showToast({ message: error.message });
}
