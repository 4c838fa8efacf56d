import type { Bridge, Settled } from '../../../src/preload/bridge.ts';
import type { DesktopMethod, MenuCommand } from '../../../src/shared/contract/desktop.ts';
import { toWireError } from '../../../src/shared/contract/errors.ts';
import type { ConnectionState, JournalEvent } from '../../../src/shared/contract/wire.ts';

/** A bridge whose other side is in the same process. */
export interface TestBridge extends Bridge {
  /** Tells the window what the journal tells. */
  readonly tell: (event: JournalEvent) => void;
  readonly tellConnection: (state: ConnectionState) => void;
  /** Tells the window that it is about to be emptied; resolves when it has kept what it wanted to. */
  readonly tellLocking: () => Promise<unknown>;
  readonly tellMenu: (command: MenuCommand) => void;
  /** What the window asked of the desktop, oldest first. */
  readonly askedOfDesktop: { readonly method: DesktopMethod; readonly input: unknown }[];
}

export interface TestBridgeOptions {
  /** Answers the journal's methods, rejecting with a `KithError`. */
  readonly journal: (method: string, input: unknown) => Promise<unknown>;
  /** Answers the desktop's methods. All answer null if it is not given. */
  readonly desktop?: (method: DesktopMethod, input: unknown) => unknown;
  readonly platform?: Bridge['platform'];
}

/** Makes a {@link TestBridge}. Answers come as they do over a port: later, and copied. */
export function createTestBridge(options: TestBridgeOptions): TestBridge {
  const events = new Set<(event: JournalEvent) => void>();
  const connections = new Set<(state: ConnectionState) => void>();
  const lockings = new Set<() => Promise<unknown>>();
  const menus = new Set<(command: MenuCommand) => void>();
  const askedOfDesktop: TestBridge['askedOfDesktop'] = [];
  return {
    platform: options.platform ?? 'linux',
    journal: (method, input) => settle(async () => options.journal(method, structuredClone(input))),
    desktop: (method, input) => {
      askedOfDesktop.push({ method, input });
      return settle(async () => options.desktop?.(method, input) ?? null);
    },
    grantDropped: async () => ({ ok: true, value: null }),
    onEvent: (listener) => join(events, listener),
    onConnection: (listener) => join(connections, listener),
    onLocking: (listener) => {
      const own = () => listener();
      lockings.add(own);
      return () => void lockings.delete(own);
    },
    onMenu: (listener) => join(menus, listener),
    tell: (event) => tell(events, event),
    tellConnection: (state) => tell(connections, state),
    tellLocking: () => Promise.allSettled([...lockings].map((keep) => keep())),
    tellMenu: (command) => tell(menus, command),
    askedOfDesktop,
  };
}

async function settle(ask: () => Promise<unknown>): Promise<Settled> {
  try {
    return { ok: true, value: structuredClone(await ask()) };
  } catch (error) {
    return { ok: false, error: toWireError(error) };
  }
}

function join<T>(all: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  all.add(listener);
  return () => void all.delete(listener);
}

function tell<T>(all: ReadonlySet<(value: T) => void>, value: T): void {
  for (const listener of all) listener(value);
}
