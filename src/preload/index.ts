import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { MenuCommand } from '../shared/contract/desktop.ts';
import type { ConnectionState, JournalEvent, Reply } from '../shared/contract/wire.ts';
import type { Bridge, Settled } from './bridge.ts';

// The bridge: carries questions and answers, and understands none of them.

const interrupted: Settled = {
  ok: false,
  error: { kind: 'interrupted', message: 'The journal was interrupted before it could answer.' },
};

/**
 * A list of listeners that hands each what is told, and a way to join and leave it. What was told last before anybody
 * listened goes to whoever comes first.
 */
function createListeners<T>() {
  const all = new Set<(value: T) => void>();
  let missed: { readonly value: T } | undefined;
  return {
    tell: (value: T) => {
      if (all.size === 0) missed = { value };
      for (const listener of all) listener(value);
    },
    join: (listener: (value: T) => void) => {
      // Each joining is its own, even of the same function.
      const own = (value: T) => listener(value);
      all.add(own);
      if (missed !== undefined) own(missed.value);
      missed = undefined;
      return () => void all.delete(own);
    },
  };
}

const events = createListeners<JournalEvent>();
const connection = createListeners<ConnectionState>();
const menu = createListeners<MenuCommand>();
const locking = createListeners<Promise<unknown>[]>();

const pending = new Map<number, (settled: Settled) => void>();
/** Questions from before the first port, or between two ports: they go out with the next. */
let waiting: object[] = [];
let port: MessagePort | undefined;
let count = 0;

function askJournal(method: string, input: unknown): Promise<Settled> {
  return new Promise((resolve) => {
    count += 1;
    const question = { id: count, method, input };
    if (port === undefined) waiting.push(question);
    else port.postMessage(question);
    pending.set(count, resolve);
  });
}

function settle({ id, ...settled }: Reply): void {
  pending.get(id)?.(settled);
  pending.delete(id);
}

function receive(message: Reply | JournalEvent): void {
  if ('id' in message) settle(message);
  else events.tell(message);
}

function connect(fresh: MessagePort): void {
  port?.close();
  port = fresh;
  fresh.onmessage = ({ data }) => receive(data);
  for (const question of waiting) fresh.postMessage(question);
  waiting = [];
  connection.tell('connected');
}

/** Nobody knows whether what was asked was done, so the askers are told just that. */
function interrupt(): void {
  port?.close();
  port = undefined;
  waiting = [];
  const asked = [...pending.values()];
  pending.clear();
  for (const settle of asked) settle(interrupted);
  connection.tell('interrupted');
}

ipcRenderer.on('journal-port', ({ ports }) => {
  const fresh = ports[0];
  if (fresh !== undefined) connect(fresh);
});
ipcRenderer.on('journal-interrupted', interrupt);
ipcRenderer.on('about-to-lock', async () => {
  const kept: Promise<unknown>[] = [];
  locking.tell(kept);
  await Promise.allSettled(kept);
  ipcRenderer.send('ready-to-lock');
});
ipcRenderer.on('menu', (_event, command: MenuCommand) => menu.tell(command));

const bridge: Bridge = {
  platform: process.platform as Bridge['platform'],
  journal: askJournal,
  desktop: (method, input) => ipcRenderer.invoke('desktop', method, input),
  grantDropped: (file) => ipcRenderer.invoke('grant-dropped', webUtils.getPathForFile(file)),
  onEvent: events.join,
  onConnection: connection.join,
  onLocking: (listener) => locking.join((kept) => kept.push(listener())),
  onMenu: menu.join,
};

contextBridge.exposeInMainWorld('kith', bridge);
ipcRenderer.send('connect');
