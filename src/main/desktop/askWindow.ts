import { BrowserWindow } from 'electron';
import type { MenuCommand } from '../../shared/contract/desktop.ts';
import { openWindow } from './window.ts';

/** Asks the window in use for something. On a Mac there may be none: then one is opened, and asked when it is there. */
export function askWindow(dataFolder: string, command: MenuCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) askNewWindow(dataFolder, command);
  else window.webContents.send('menu', command);
}

function askNewWindow(dataFolder: string, command: MenuCommand): void {
  const { webContents } = openWindow(dataFolder);
  webContents.once('did-finish-load', () => webContents.send('menu', command));
}
