import { join } from 'node:path';
import type { MessagePortMain, ParentPort } from 'electron';
import { v7 } from 'uuid';
import { createWorkerRunner } from '../journal/backups/runInWorker.ts';
import { describeBug } from './describeBug.ts';
import { createDigestKeeper, type DigestKeeper } from './digestKeeper.ts';
import { createJournalDesk, type JournalDesk } from './journalDesk.ts';
import type { FromJournal, LogLevel, ToJournal } from './messages.ts';
import { createRemoteKeyring } from './remoteKeyring.ts';
import { serveWindow, type WindowPort } from './serveWindow.ts';
import { isDiskFailure } from './storageFailure.ts';
import { createSystemClock } from './systemClock.ts';

// The one place where the journal meets Electron: main's messages and the windows' ports come in here.

/** How long a last question of a closing window may take to arrive. */
const LAST_WORDS_MS = 1_000;
/** A message to main needs a moment to leave before this process ends. */
const LAST_LOG_MS = 100;

const main: ParentPort = process.parentPort;
const windows = new Set<MessagePortMain>();
const remoteKeyring = createRemoteKeyring((id, question) => tellMain({ type: 'keyring', id, question }));
let desk: JournalDesk | undefined;
let digests: DigestKeeper | undefined;

function tellMain(message: FromJournal): void {
  main.postMessage(message);
}

function log(level: LogLevel, what: string): void {
  tellMain({ type: 'log', level, what });
}

/** Ends as a crash does: main starts the process again, and the journal is opened afresh. */
function endAbruptly(): void {
  setTimeout(() => process.exit(1), LAST_LOG_MS);
}

type OpenFolder = Extract<ToJournal, { type: 'open-folder' }>;

function openFolder({ dataFolder, opensItself, clockAheadMs }: OpenFolder): void {
  const clock = createSystemClock(clockAheadMs);
  digests = createDigestKeeper({
    clock,
    ask: async (method) => await desk?.ask(method, {}),
    onDigest: (digest) => tellMain({ type: 'digest', ...digest }),
    onPlan: (plan) => tellMain({ type: 'digest-plan', plan }),
    onFailure: (error) => log('error', `on the digest: ${describeBug(error)}`),
  });
  desk = createJournalDesk({
    dataFolder,
    opensItself,
    keyring: remoteKeyring.keyring,
    clock,
    newId: v7,
    runTask: createWorkerRunner(join(import.meta.dirname, 'backups.js'), (where) =>
      log('error', `in the work on backups: ${where}`),
    ),
    onEvent: (event) => {
      for (const window of windows) window.postMessage(event);
      if (event.type === 'changed') digests?.changed(event.tables);
    },
    onOpened: (key) => {
      tellMain({ type: 'opened', key });
      key.fill(0);
      digests?.opened();
    },
    onIdleFailure: (error) => {
      log('error', `while idle: ${describeBug(error)}`);
      if (isDiskFailure(error)) endAbruptly();
    },
  });
}

function connect(window: MessagePortMain, opened: JournalDesk): void {
  windows.add(window);
  window.on('close', () => windows.delete(window));
  const port: WindowPort = {
    post: (message) => window.postMessage(message),
    onMessage: (listener) => void window.on('message', ({ data }) => listener(data)),
  };
  serveWindow(port, { ask: opened.ask, log, onDiskFailure: endAbruptly });
  window.start();
}

function reopen(key: Uint8Array, opened: JournalDesk): void {
  try {
    opened.reopen(key);
    digests?.reopened();
  } catch (error) {
    // It stays locked; the window asks for the passphrase and is told what is wrong.
    log('error', `opening again after a crash: ${describeBug(error)}`);
  }
}

/** Waits until every window is gone, for what a window sent before it closed must be answered first. */
async function close(opened: JournalDesk): Promise<void> {
  const until = Date.now() + LAST_WORDS_MS;
  while (windows.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  digests?.stop();
  await opened.backUpLast();
  opened.close();
  process.exit(0);
}

/** At once: the windows are emptied at the same time, and kept what they had before. */
function lock(opened: JournalDesk): void {
  digests?.stop();
  opened.close();
  process.exit(0);
}

function receive(message: ToJournal, window: MessagePortMain | undefined): void {
  if (message.type === 'open-folder') openFolder(message);
  else if (desk === undefined) throw new Error(`${message.type} before open-folder`);
  else receiveOpened(message, window, desk);
}

function receiveOpened(
  message: Exclude<ToJournal, OpenFolder>,
  window: MessagePortMain | undefined,
  opened: JournalDesk,
): void {
  switch (message.type) {
    case 'connect':
      if (window !== undefined) connect(window, opened);
      break;
    case 'grant':
      opened.grant(message.token, { path: message.path, name: message.name });
      break;
    case 'reopen':
      reopen(message.key, opened);
      break;
    case 'keyring':
      remoteKeyring.receive(message.id, message.answer);
      break;
    case 'lock':
      lock(opened);
      break;
    case 'close':
      void close(opened);
      break;
    default:
      message satisfies never;
  }
}

process.on('uncaughtException', (error) => {
  log('error', `uncaught in the journal process: ${describeBug(error)}`);
  endAbruptly();
});
main.on('message', ({ data, ports }) => receive(data as ToJournal, ports[0]));
