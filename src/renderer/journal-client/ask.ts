import type { Settled } from '../../preload/bridge.ts';
import type { DesktopInput, DesktopMethod, DesktopOutput } from '../../shared/contract/desktop.ts';
import type { KithError } from '../../shared/contract/errors.ts';
import type { JournalInput, JournalMethod, JournalOutput } from '../../shared/contract/index.ts';
import { fromWireError } from '../../shared/contract/wire.ts';
import { getBridge } from './bridge.ts';

/** Asks the journal. Rejects with a {@link KithError} whose message is for the user. */
export async function askJournal<M extends JournalMethod>(
  method: M,
  input: JournalInput<M>,
): Promise<JournalOutput<M>> {
  return settle<JournalOutput<M>>(await getBridge().journal(method, input));
}

/** Asks the desktop: dialogs, the look of the window, links. Rejects with a {@link KithError}. */
export async function askDesktop<M extends DesktopMethod>(
  method: M,
  input: DesktopInput<M>,
): Promise<DesktopOutput<M>> {
  return settle<DesktopOutput<M>>(await getBridge().desktop(method, input));
}

function settle<T>(settled: Settled): T {
  if (!settled.ok) throw fromWireError(settled.error);
  // The journal parsed what went in, and its types say what comes out.
  return settled.value as T;
}
