import type { DesktopInput, DesktopMethod, MenuCommand } from '../shared/contract/desktop.ts';
import type { JournalInput, JournalMethod } from '../shared/contract/index.ts';
import type { ConnectionState, JournalEvent, Reply } from '../shared/contract/wire.ts';

/** `Reply` without the count that matches it to its question. */
export type Settled = Reply extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

/** What the preload puts on `window.kith`. It never rejects: failures are data, for errors lose their kind on the way. */
export interface Bridge {
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly journal: <M extends JournalMethod>(method: M, input: JournalInput<M>) => Promise<Settled>;
  readonly desktop: <M extends DesktopMethod>(method: M, input: DesktopInput<M>) => Promise<Settled>;
  /** A grant for a file or folder dropped on the window, or null if it was none. */
  readonly grantDropped: (file: File) => Promise<Settled>;
  readonly onEvent: (listener: (event: JournalEvent) => void) => () => void;
  readonly onConnection: (listener: (state: ConnectionState) => void) => () => void;
  /** Before the window is emptied and the journal locked: what is to be kept is kept now, within a moment. */
  readonly onLocking: (listener: () => Promise<unknown>) => () => void;
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void;
}

declare global {
  var kith: Bridge;
}
