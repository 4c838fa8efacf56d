import { BrowserWindow, dialog, shell } from 'electron';
import { KithError } from '../../shared/contract/errors.ts';
import { parseAddress } from './address.ts';

/** What may be opened outside, and how it is asked. */
const questions: Readonly<Record<string, string>> = {
  'https:': 'Open this address in your browser?',
  'mailto:': 'Write to this address in your mail program?',
};

/**
 * Opens `url` in another program if the user agrees. Fails with `badInput` for anything but https and mailto, and with
 * `notFound` if no program takes it.
 */
export async function openOutside(url: string): Promise<void> {
  const address = parseAddress(url);
  const question = address && questions[address.protocol];
  if (address === undefined || question === undefined) {
    throw new KithError(
      'badInput',
      'Kith only opens web addresses that begin with https, and mail addresses.',
    );
  }
  const options = {
    type: 'question' as const,
    message: question,
    detail: address.href,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  if (response === 0) await open(address);
}

async function open(address: URL): Promise<void> {
  try {
    await shell.openExternal(address.href);
  } catch (error) {
    throw new KithError('notFound', 'No program on this computer opens such an address.', { cause: error });
  }
}

/** The same for a link that was followed in a page: what may not be opened is left alone. */
export async function offerOutside(url: string): Promise<void> {
  const protocol = parseAddress(url)?.protocol ?? '';
  if (!Object.hasOwn(questions, protocol)) return;
  try {
    await openOutside(url);
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    await dialog.showMessageBox({ type: 'warning', message: error.message });
  }
}
