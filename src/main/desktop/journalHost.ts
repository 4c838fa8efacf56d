import { join } from 'node:path';
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import type { FromJournal, ToJournal } from '../journalProcess/messages.ts';
import type { Granted } from './grants.ts';
import type { Log } from './log.ts';

export interface JournalHostOptions {
  readonly dataFolder: string;
  readonly log: Log;
  /** The journal process fell again and again, and was not started any more. */
  readonly onGivenUp: (host: JournalHost) => void;
}

/** The journal process, kept alive, as the rest of main sees it. */
export interface JournalHost {
  /** Gives a window a port of its own to the journal, now and after every crash. */
  readonly connect: (window: WebContents) => void;
  readonly grant: (granted: Granted) => void;
  /** Starts it again after it was given up. */
  readonly tryAgain: () => void;
  /** Lets it finish what it was asked and put everything into the file, for at most {@link CLOSE_MS}; forgets the key. */
  readonly close: () => Promise<void>;
}

/** So many crashes within a minute are not chance. */
const MOST_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;
const CLOSE_MS = 5_000;

/** Starts the journal process. Whenever it falls, it is started again, with the key and the grants that it had. */
export function startJournalHost(options: JournalHostOptions): JournalHost {
  const { dataFolder, log } = options;
  const windows = new Set<WebContents>();
  const grants: Granted[] = [];
  let key: Buffer | undefined;
  let crashes: readonly number[] = [];
  let closing = false;
  let child: UtilityProcess | undefined;

  const tell = (message: ToJournal) => child?.postMessage(message);

  const start = () => {
    child = forkJournal();
    child.on('message', (message: FromJournal) => receive(message));
    child.once('exit', fall);
    tell({ type: 'open-folder', dataFolder });
    if (key !== undefined) tell({ type: 'reopen', key });
    for (const granted of grants) tell({ type: 'grant', ...granted });
    for (const window of windows) givePort(window);
  };

  const receive = (message: FromJournal) => {
    if (message.type === 'log') return log(message.level, message.what);
    key?.fill(0);
    key = Buffer.from(message.key);
    message.key.fill(0);
  };

  const fall = (code: number) => {
    child = undefined;
    if (closing) return;
    log('error', `the journal process ended with code ${code}`);
    for (const window of windows) window.send('journal-interrupted');
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
    if (crashes.length < MOST_CRASHES) start();
    else options.onGivenUp(host);
  };

  const givePort = (window: WebContents) => {
    if (child === undefined) return;
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'connect' } satisfies ToJournal, [port1]);
    window.postMessage('journal-port', null, [port2]);
  };

  const host: JournalHost = {
    connect: (window) => {
      if (!windows.has(window)) {
        windows.add(window);
        window.once('destroyed', () => windows.delete(window));
      }
      givePort(window);
    },
    grant: (granted) => {
      grants.push(granted);
      tell({ type: 'grant', ...granted });
    },
    tryAgain: () => {
      crashes = [];
      if (child === undefined) start();
    },
    close: async () => {
      closing = true;
      if (child !== undefined) await closeOrKill(child);
      key?.fill(0);
      key = undefined;
    },
  };
  start();
  return host;
}

function forkJournal(): UtilityProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'journal.js'), [], {
    serviceName: 'Kith journal',
    stdio: 'inherit',
    env: withoutNodeOptions(process.env),
  });
}

/** What `NODE_OPTIONS` would load runs with the journal open. */
function withoutNodeOptions({ NODE_OPTIONS: _dropped, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}

async function closeOrKill(child: UtilityProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.postMessage({ type: 'close' } satisfies ToJournal);
  const late = setTimeout(() => child.kill(), CLOSE_MS);
  await gone;
  clearTimeout(late);
}
