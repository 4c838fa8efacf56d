import { join } from 'node:path';
import {
  BrowserWindow,
  clipboard,
  dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  type OpenDialogOptions,
  shell,
} from 'electron';
import {
  type DesktopMethod,
  type DesktopOutput,
  type DesktopParsed,
  desktopContract,
} from '../../shared/contract/desktop.ts';
import { KithError, toWireError } from '../../shared/contract/errors.ts';
import { describeBug } from '../journalProcess/describeBug.ts';
import { openOutside } from './externalLinks.ts';
import type { Grants } from './grants.ts';
import type { Lock } from './lock.ts';
import type { Log } from './log.ts';
import { isOurs } from './sender.ts';
import { setTheme } from './theme.ts';

export interface DesktopOptions {
  readonly dataFolder: string;
  readonly grants: Grants;
  readonly lock: Lock;
  readonly log: Log;
}

type DesktopHandlers = {
  readonly [M in DesktopMethod]: (
    input: DesktopParsed<M>,
    window: BrowserWindow | null,
  ) => Promise<DesktopOutput<M>> | DesktopOutput<M>;
};

/** Answers what windows ask of the desktop. Failures are data, for an error loses its kind on the way to a window. */
export function answerDesktop(options: DesktopOptions): void {
  const { grants, log } = options;
  const handlers = desktopHandlers(options);
  ipcMain.handle('desktop', (event, method: unknown, input: unknown) =>
    settle(event, log, () => answer(handlers, method, input, BrowserWindow.fromWebContents(event.sender))),
  );
  // The preload asks this with the path of a file that was dropped on the window: only it can tell one.
  ipcMain.handle('grant-dropped', (event, path: unknown) =>
    settle(event, log, () => (typeof path === 'string' && path !== '' ? asChosen(grants, path) : null)),
  );
}

function desktopHandlers({ dataFolder, grants, lock }: DesktopOptions): DesktopHandlers {
  const choose = async (window: BrowserWindow | null, dialogOptions: OpenDialogOptions) => {
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, dialogOptions)
      : dialog.showOpenDialog(dialogOptions));
    const path = filePaths[0];
    return canceled || path === undefined ? null : asChosen(grants, path);
  };
  return {
    'desktop.chooseImport': ({ kind }, window) => choose(window, importDialogs[kind]),
    'desktop.chooseExport': (_input, window) => choose(window, exportDialog),
    'desktop.chooseBackupFolder': (_input, window) => choose(window, backupDialog),
    'desktop.reveal': ({ grant, name }) => {
      shell.showItemInFolder(grants.pathInside(grant, name));
      return null;
    },
    'desktop.revealReplaced': () => {
      shell.showItemInFolder(join(dataFolder, 'replaced'));
      return null;
    },
    'desktop.openExternal': async ({ url }) => {
      await openOutside(url);
      return null;
    },
    'desktop.lock': () => {
      // Not awaited: the window that asks will not be there for the answer.
      void lock.now();
      return null;
    },
    'desktop.setIdleLock': ({ minutes }) => {
      lock.setIdleMinutes(minutes);
      return null;
    },
    'desktop.copySecret': ({ text }) => {
      copySecret(text);
      return null;
    },
    'desktop.copyText': ({ text }) => {
      clipboard.writeText(text);
      return null;
    },
    'desktop.setTheme': ({ theme }) => {
      setTheme(dataFolder, theme);
      return null;
    },
  };
}

const SECRET_ON_CLIPBOARD_MS = 60_000;

/** Long enough to paste it; then it is gone, unless something else was copied meanwhile. */
function copySecret(text: string): void {
  clipboard.writeText(text);
  const takeOff = async () => {
    // A promise or not, by the version of Electron.
    if ((await clipboard.readText()) === text) clipboard.clear();
  };
  setTimeout(() => void takeOff(), SECRET_ON_CLIPBOARD_MS).unref();
}

const importDialogs: Readonly<Record<'folder' | 'file', OpenDialogOptions>> = {
  folder: { title: 'Choose a folder to import', buttonLabel: 'Choose', properties: ['openDirectory'] },
  file: {
    title: 'Choose a file to import',
    buttonLabel: 'Choose',
    properties: ['openFile'],
    filters: [
      { name: 'Zip and Markdown files', extensions: ['zip', 'md', 'markdown'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
};

const exportDialog: OpenDialogOptions = {
  title: 'Choose a folder to export into',
  buttonLabel: 'Export here',
  properties: ['openDirectory', 'createDirectory'],
};

const backupDialog: OpenDialogOptions = {
  title: 'Choose a second folder for backups',
  buttonLabel: 'Keep copies here',
  properties: ['openDirectory', 'createDirectory'],
};

function asChosen(grants: Grants, path: string) {
  const { token, name } = grants.give(path);
  return { grant: token, name };
}

async function answer(
  handlers: DesktopHandlers,
  method: unknown,
  input: unknown,
  window: BrowserWindow | null,
): Promise<unknown> {
  if (typeof method !== 'string' || !isDesktopMethod(method)) {
    throw new KithError('unknownMethod', 'This version of Kith does not know how to do that.');
  }
  const parsed = desktopContract[method].input.safeParse(input);
  if (!parsed.success) throw new KithError('badInput', 'That is not valid.');
  return await handlers[method](parsed.data as never, window);
}

function isDesktopMethod(name: string): name is DesktopMethod {
  return Object.hasOwn(desktopContract, name);
}

async function settle(event: IpcMainInvokeEvent, log: Log, work: () => unknown) {
  try {
    if (!isOurs(event)) throw new KithError('wrongSender', 'This question came from somewhere else.');
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof KithError)) log('error', `desktop: ${describeBug(error)}`);
    return { ok: false, error: toWireError(error) };
  }
}
