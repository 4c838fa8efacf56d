import { join } from 'node:path';
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import type { Digest, DigestPlan } from '../../shared/contract/nudges.ts';
import type { FromJournal, ToJournal } from '../journalProcess/messages.ts';
import type { Granted } from './grants.ts';
import type { KeyringHost } from './keyring.ts';
import type { Log } from './log.ts';

export interface JournalHostOptions {
  readonly dataFolder: string;
  readonly log: Log;
  readonly keyring: KeyringHost;
  /** Milliseconds by which the journal's clock is ahead of this computer's: 0, but for tests. */
  readonly clockAheadMs: number;
  /** It is time for the notification of the day. */
  readonly onDigest: (digest: Digest) => void;
  /** When it will be, also while the journal is locked. */
  readonly onDigestPlan: (plan: DigestPlan | null) => void;
  /** The journal process fell again and again, and was not started any more. */
  readonly onGivenUp: (host: JournalHost) => void;
}

/** The journal process, kept alive, as the rest of main sees it. */
export interface JournalHost {
  /** Gives a window a port of its own to the journal, now and after every crash. */
  readonly connect: (window: WebContents) => void;
  readonly grant: (granted: Granted) => void;
  /** Whether the journal is open: whether its key is in memory. */
  readonly isOpen: () => boolean;
  /**
   * Forgets the key and ends the process, by force after {@link LOCK_MS}, together with its connections; then starts one
   * that knows nothing. What was acknowledged is on the disk, and drafts were kept before.
   */
  readonly lock: () => Promise<void>;
  /** Starts it again after it was given up. */
  readonly tryAgain: () => void;
  /** Lets it finish what it was asked and put everything into the file, for at most {@link CLOSE_MS}; forgets the key. */
  readonly close: () => Promise<void>;
}

/** So many crashes within a minute are not chance. */
const MOST_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;
/** Time for a last backup of a large journal. What is cut off leaves neither it nor the journal damaged. */
const CLOSE_MS = 30_000;
/** To put everything into the file and let go of it. It is all on the disk already, in the log beside it. */
const LOCK_MS = 500;

/** Starts the journal process. Whenever it falls, it is started again, with the key and the grants that it had. */
export function startJournalHost(options: JournalHostOptions): JournalHost {
  const { dataFolder, log, clockAheadMs } = options;
  const windows = new Set<WebContents>();
  /** Every window that ever asked, so that each is listened to once. */
  const known = new WeakSet<WebContents>();
  const grants: Granted[] = [];
  let key: Buffer | undefined;
  let crashes: readonly number[] = [];
  let closing = false;
  /** Not after the journal was locked: then it opens when somebody says so. */
  let opensItself = true;
  let child: UtilityProcess | undefined;

  const tell = (message: ToJournal) => child?.postMessage(message);

  const start = () => {
    const started = forkJournal();
    child = started;
    started.on('message', (message: FromJournal) => receive(started, message));
    started.once('exit', (code) => {
      // One that was locked has a successor, or will have.
      if (child === started) fall(code);
    });
    tell({ type: 'open-folder', dataFolder, opensItself, clockAheadMs });
    if (key !== undefined) tell({ type: 'reopen', key });
    for (const granted of grants) tell({ type: 'grant', ...granted });
    for (const window of windows) givePort(window);
  };

  const forgetKey = () => {
    key?.fill(0);
    key = undefined;
  };

  const receive = (from: UtilityProcess, message: FromJournal) => {
    switch (message.type) {
      case 'log':
        return log(message.level, message.what);
      case 'keyring':
        return void answerKeyring(options.keyring, from, message);
      case 'opened':
        forgetKey();
        // What comes from a process that is being locked would outlive the lock.
        if (from === child) key = Buffer.from(message.key);
        message.key.fill(0);
        return undefined;
      case 'digest':
        // What comes from a process that is being locked is of an open journal.
        return from === child ? options.onDigest(message) : undefined;
      case 'digest-plan':
        return from === child ? options.onDigestPlan(message.plan) : undefined;
      default:
        return message satisfies never;
    }
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
      if (!known.has(window)) window.once('destroyed', () => windows.delete(window));
      known.add(window);
      windows.add(window);
      givePort(window);
    },
    grant: (granted) => {
      grants.push(granted);
      tell({ type: 'grant', ...granted });
    },
    isOpen: () => key !== undefined,
    lock: async () => {
      forgetKey();
      opensItself = false;
      const open = child;
      child = undefined;
      // The windows are loaded anew, and ask for a port of the next process.
      windows.clear();
      if (open !== undefined) await endOrKill(open, { type: 'lock' }, LOCK_MS);
      if (!closing) start();
    },
    tryAgain: () => {
      crashes = [];
      if (child === undefined) start();
    },
    close: async () => {
      closing = true;
      if (child !== undefined) await endOrKill(child, { type: 'close' }, CLOSE_MS);
      forgetKey();
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

async function endOrKill(child: UtilityProcess, ask: ToJournal, patienceMs: number): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { pid } = child;
  child.postMessage(ask);
  const late = setTimeout(() => {
    // Nothing that it could still do is worth waiting for, and SIGTERM waits.
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }, patienceMs);
  await gone;
  clearTimeout(late);
}

async function answerKeyring(
  keyring: KeyringHost,
  asker: UtilityProcess,
  { id, question }: Extract<FromJournal, { type: 'keyring' }>,
): Promise<void> {
  const answer = await keyring.answer(question);
  asker.postMessage({ type: 'keyring', id, answer } satisfies ToJournal);
}
