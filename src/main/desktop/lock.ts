import { BrowserWindow, ipcMain, powerMonitor, type WebContents } from 'electron';
import { BLANK, PAGE } from './address.ts';
import type { JournalHost } from './journalHost.ts';
import type { Log } from './log.ts';
import { isOurs } from './sender.ts';

/** What a window has to keep its drafts and its place, before it is emptied in any case. */
const LAST_WORDS_MS = 300;
/** What a window has to show an empty page. */
const EMPTY_MS = 300;
const IDLE_CHECK_MS = 3_000;
/** Until a window says what the user chose. */
const FIRST_IDLE_MINUTES = 5;

/** Locks the journal, and knows when. */
export interface Lock {
  /** Locks it now; nothing happens if it is locked. Resolves when the journal process is gone and the windows are empty. */
  readonly now: () => Promise<void>;
  /** Locks it after so many minutes without a key or a movement of the mouse anywhere on this computer; null: never. */
  readonly setIdleMinutes: (minutes: number | null) => void;
}

/** Locks by command, when nobody is there, and when the computer sleeps or locks its screen. */
export function createLock(journal: JournalHost, log: Log): Lock {
  let idleMinutes: number | null = FIRST_IDLE_MINUTES;
  let locking: Promise<void> | undefined;

  const lock = async () => {
    const windows = BrowserWindow.getAllWindows().filter((window) => !window.isDestroyed());
    await Promise.race([
      Promise.all(windows.map((window) => lastWords(window.webContents))),
      new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS)),
    ]);
    await Promise.all([journal.lock(), ...windows.map(empty)]);
    await Promise.all(windows.map(showPage));
  };
  const now = () => {
    if (!journal.isOpen()) return Promise.resolve();
    locking ??= lock().finally(() => {
      locking = undefined;
    });
    return locking;
  };
  const lockBecause = (why: string) => {
    if (!journal.isOpen()) return;
    log('info', `locking: ${why}`);
    void now();
  };

  powerMonitor.on('suspend', () => lockBecause('the computer goes to sleep'));
  powerMonitor.on('lock-screen', () => lockBecause('the screen is locked'));
  setInterval(() => {
    if (idleMinutes === null || !journal.isOpen()) return;
    if (powerMonitor.getSystemIdleTime() >= idleMinutes * 60) lockBecause('nobody is there');
  }, IDLE_CHECK_MS).unref();

  return {
    now,
    setIdleMinutes: (minutes) => {
      idleMinutes = minutes;
    },
  };
}

/** Tells a window to keep what it has; resolves when it has. Never rejects. */
function lastWords(contents: WebContents): Promise<void> {
  return new Promise((resolve) => {
    const answer = (event: Electron.IpcMainEvent) => {
      if (event.sender !== contents || !isOurs(event)) return;
      ipcMain.off('ready-to-lock', answer);
      resolve();
    };
    ipcMain.on('ready-to-lock', answer);
    setTimeout(() => ipcMain.off('ready-to-lock', answer), LAST_WORDS_MS);
    contents.send('about-to-lock');
  });
}

/**
 * Takes the page away, and with it its process: a page that is only loaded anew stays in the process it was in, and the
 * words in that process's memory. One that does not answer is ended by force.
 */
async function empty({ webContents: contents }: BrowserWindow): Promise<void> {
  if (contents.isDestroyed()) return;
  const reader = contents.getOSProcessId();
  let isEmpty = false;
  const emptied = contents.loadURL(BLANK).then(() => {
    isEmpty = true;
  });
  await Promise.race([emptied, new Promise((resolve) => setTimeout(resolve, EMPTY_MS))]);
  if (!isEmpty || contents.getOSProcessId() !== reader) endProcess(reader);
  await emptied;
  // Addresses of pages hold what was searched for.
  contents.navigationHistory.clear();
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It is gone already, as a rule.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function showPage(window: BrowserWindow): Promise<void> {
  if (!window.isDestroyed()) await window.loadURL(PAGE);
}
