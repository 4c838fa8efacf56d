import { app } from 'electron';
import { askWindow } from './desktop/askWindow.ts';
import { chooseClockAhead } from './desktop/clockAhead.ts';
import { chooseDataFolder } from './desktop/dataFolder.ts';
import { answerDesktop } from './desktop/desktopHandlers.ts';
import { createGrants } from './desktop/grants.ts';
import { guardContents, guardSession } from './desktop/guards.ts';
import { answerConnections } from './desktop/journalConnections.ts';
import { startJournalHost } from './desktop/journalHost.ts';
import { createKeyring } from './desktop/keyring.ts';
import { createLock } from './desktop/lock.ts';
import { logCrashesOfMain, startLog } from './desktop/log.ts';
import { buildMenu } from './desktop/menu.ts';
import { startDigests } from './desktop/notifications.ts';
import { offerToTryAgain } from './desktop/offerToTryAgain.ts';
import { registerAppScheme, serveRenderer } from './desktop/protocol.ts';
import { kithSession } from './desktop/session.ts';
import { closeJournalOnQuit } from './desktop/shutdown.ts';
import { applySwitches } from './desktop/switches.ts';
import { showTheme } from './desktop/theme.ts';
import { addToTray } from './desktop/tray.ts';
import { focusWindow, openWindow } from './desktop/window.ts';
import { createSystemClock } from './journalProcess/systemClock.ts';

const dataFolder = chooseDataFolder();
const log = startLog(dataFolder);

logCrashesOfMain(log);
applySwitches();
registerAppScheme();
app.enableSandbox();

// One Kith for a data folder: a second start brings the first one's window to the front.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => focusWindow(dataFolder));
  app.on('activate', () => focusWindow(dataFolder));
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  // Not awaited: an application is not ready before its main module has run to its end.
  void app.whenReady().then(start);
} else {
  app.exit(0);
}

function start(): void {
  // First, so that the journal wakes while the window is being made.
  const keyring = createKeyring(dataFolder, log);
  const clockAheadMs = chooseClockAhead();
  const journal = startJournalHost({
    dataFolder,
    log,
    keyring,
    clockAheadMs,
    onDigest: (digest) => digests.told(digest),
    onDigestPlan: (plan) => digests.planned(plan),
    onGivenUp: offerToTryAgain,
  });
  const digests = startDigests({
    clock: createSystemClock(clockAheadMs),
    isOpen: journal.isOpen,
    onClick: () => {
      askWindow(dataFolder, 'today');
      focusWindow(dataFolder);
    },
  });
  const lock = createLock(journal, log);
  const grants = createGrants(journal.grant);

  guardSession(kithSession());
  serveRenderer(kithSession());
  answerConnections(journal);
  answerDesktop({ dataFolder, grants, lock, log });
  closeJournalOnQuit(journal);

  showTheme(dataFolder);
  openWindow(dataFolder);
  buildMenu(dataFolder, lock);
  addToTray({ open: () => focusWindow(dataFolder), lock });
}
