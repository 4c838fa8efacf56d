import { app, Menu, type MenuItemConstructorOptions, nativeTheme, shell } from 'electron';
import type { MenuCommand } from '../../shared/contract/desktop.ts';
import { askWindow } from './askWindow.ts';
import type { Lock } from './lock.ts';

type Item = MenuItemConstructorOptions;

/** Makes an item that asks the window for something. */
type Command = (label: string, name: MenuCommand, accelerator?: string) => Item;

const onMac = process.platform === 'darwin';
const line: Item = { type: 'separator' };

/** Builds the native menus, as each system expects them. Every command also has its place in the interface. */
export function buildMenu(dataFolder: string, lock: Lock): void {
  setMenu(dataFolder, lock);
  // The look can be chosen in the page as well, and the menu marks the one that is chosen.
  nativeTheme.on('updated', () => setMenu(dataFolder, lock));
  app.setAboutPanelOptions({
    applicationName: 'Kith',
    applicationVersion: app.getVersion(),
    copyright: 'A private journal of the people in your life. MIT licence.',
  });
}

function setMenu(dataFolder: string, lock: Lock): void {
  const command: Command = (label, name, accelerator) => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => askWindow(dataFolder, name),
  });
  const menus = [
    ...(onMac ? [appMenu(command)] : []),
    fileMenu(command, dataFolder, lock),
    editMenu(command),
    goMenu(command),
    viewMenu(command),
    windowMenu,
    helpMenu(command),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}

const settings = (command: Command) => command('Settings…', 'settings', 'CmdOrCtrl+,');

function appMenu(command: Command): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      settings(command),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
}

function fileMenu(command: Command, dataFolder: string, lock: Lock): Item {
  return {
    label: onMac ? 'File' : '&File',
    submenu: [
      command('Write an entry', 'write', 'CmdOrCtrl+N'),
      line,
      command('Import…', 'import', 'CmdOrCtrl+Shift+I'),
      command('Export…', 'export', 'CmdOrCtrl+Shift+E'),
      { label: 'Show the journal’s folder', click: () => void shell.openPath(dataFolder) },
      line,
      // Not asked of the window, which may be busy.
      { label: 'Lock', accelerator: 'CmdOrCtrl+L', click: () => void lock.now() },
      line,
      ...(onMac ? [] : [settings(command), line]),
      { role: 'close' },
      ...(onMac ? [] : [{ role: 'quit' } as const]),
    ],
  };
}

function editMenu(command: Command): Item {
  return {
    label: onMac ? 'Edit' : '&Edit',
    submenu: [
      // The window knows whether they are meant for typing, or for what was deleted or changed last.
      command('Undo', 'undo', 'CmdOrCtrl+Z'),
      command('Redo', 'redo', onMac ? 'Shift+Cmd+Z' : 'Ctrl+Shift+Z'),
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      { role: 'selectAll' },
    ],
  };
}

function goMenu(command: Command): Item {
  return {
    label: onMac ? 'Go' : '&Go',
    submenu: [
      command('Find anything…', 'find', 'CmdOrCtrl+K'),
      line,
      command('Today', 'today', 'CmdOrCtrl+1'),
      command('Journal', 'journal', 'CmdOrCtrl+2'),
      command('People', 'people', 'CmdOrCtrl+3'),
      command('Search', 'search', 'CmdOrCtrl+4'),
      command('Promises', 'promises', 'CmdOrCtrl+5'),
      command('Shelf', 'shelf', 'CmdOrCtrl+6'),
    ],
  };
}

function viewMenu(command: Command): Item {
  const forDevelopers: Item[] = [line, { role: 'reload' }, { role: 'toggleDevTools', accelerator: 'F12' }];
  return {
    label: onMac ? 'View' : '&View',
    submenu: [
      { label: 'Appearance', submenu: looks(command) },
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The same key without Shift.
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : forDevelopers),
    ],
  };
}

function looks(command: Command): Item[] {
  const look = (label: string, name: MenuCommand, theme: typeof nativeTheme.themeSource): Item => ({
    ...command(label, name),
    type: 'radio',
    checked: nativeTheme.themeSource === theme,
  });
  return [
    look('Like the system', 'likeTheSystem', 'system'),
    look('Paper', 'light', 'light'),
    look('Lamplight', 'dark', 'dark'),
  ];
}

const windowMenu: Item = onMac
  ? { role: 'windowMenu' }
  : { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] };

function helpMenu(command: Command): Item {
  return {
    role: 'help',
    label: onMac ? 'Help' : '&Help',
    submenu: [
      command('Keyboard shortcuts', 'shortcuts', 'CmdOrCtrl+/'),
      ...(onMac ? [] : [line, { role: 'about' } as const]),
    ],
  };
}
