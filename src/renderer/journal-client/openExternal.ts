import { KithError } from '../../shared/contract/errors.ts';
import { showToast } from '../ui/toasts.ts';
import { askDesktop } from './ask.ts';

/** Opens a web or mail address outside of Kith; the desktop asks the user first. Says so if it will not. */
export async function openExternal(url: string): Promise<void> {
  try {
    await askDesktop('desktop.openExternal', { url });
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
