import { app, BrowserWindow, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { MenuCommand } from '../../shared/contract/desktop.ts';

type Item = MenuItemConstructorOptions;

const onMac = process.platform === 'darwin';
const line: Item = { type: 'separator' };

/** Builds the native menus, as each system expects them. Every command also has its place in the interface. */
export function buildMenu(dataFolder: string): void {
  app.setAboutPanelOptions({
    applicationName: 'Kith',
    applicationVersion: app.getVersion(),
    copyright: 'A private journal of the people in your life. MIT licence.',
  });
  const menus = [
    ...(onMac ? [appMenu()] : []),
    fileMenu(dataFolder),
    editMenu,
    goMenu(),
    viewMenu(),
    windowMenu(),
    helpMenu(),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}

/** An item that asks the window for something; where no window is open, one is opened first. */
function command(label: string, name: MenuCommand, accelerator?: string): Item {
  return {
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: (_item, window) => {
      const target = window instanceof BrowserWindow ? window : BrowserWindow.getAllWindows()[0];
      target?.webContents.send('menu', name);
    },
  };
}

const settings = () => command('Settings…', 'settings', 'CmdOrCtrl+,');

function appMenu(): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      settings(),
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

function fileMenu(dataFolder: string): Item {
  return {
    label: onMac ? 'File' : '&File',
    submenu: [
      command('Write an entry', 'write', 'CmdOrCtrl+N'),
      line,
      command('Import…', 'import', 'CmdOrCtrl+Shift+I'),
      command('Export…', 'export', 'CmdOrCtrl+Shift+E'),
      { label: 'Show the journal’s folder', click: () => void shell.openPath(dataFolder) },
      line,
      ...(onMac ? [] : [settings(), line]),
      { role: 'close' },
      ...(onMac ? [] : [{ role: 'quit' } as Item]),
    ],
  };
}

const editMenu: Item = {
  label: onMac ? 'Edit' : '&Edit',
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'delete' },
    { role: 'selectAll' },
  ],
};

function goMenu(): Item {
  return {
    label: onMac ? 'Go' : '&Go',
    submenu: [
      command('Find anything…', 'find', 'CmdOrCtrl+K'),
      line,
      command('Journal', 'journal', 'CmdOrCtrl+1'),
      command('People', 'people', 'CmdOrCtrl+2'),
      command('Search', 'search', 'CmdOrCtrl+3'),
    ],
  };
}

function viewMenu(): Item {
  const forDevelopers: Item[] = [line, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: onMac ? 'View' : '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The same key without Shift, and the one beside the digits.
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : forDevelopers),
    ],
  };
}

function windowMenu(): Item {
  return onMac
    ? { role: 'windowMenu' }
    : { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] };
}

function helpMenu(): Item {
  return {
    role: 'help',
    label: onMac ? 'Help' : '&Help',
    submenu: [
      command('Keyboard shortcuts', 'shortcuts', 'CmdOrCtrl+/'),
      ...(onMac ? [] : [line, { role: 'about' } as Item]),
    ],
  };
}
