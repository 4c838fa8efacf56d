import { join } from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';
import type { Lock } from './lock.ts';

/** Kept for as long as Kith runs, for a tray that nobody holds vanishes. */
let tray: Tray | undefined;

/** Puts Kith where the system keeps such things: to come back to Kith, or to lock it. Not every system has one. */
export function addToTray({ open, lock }: { readonly open: () => void; readonly lock: Lock }): void {
  const folder = join(import.meta.dirname, '../../resources');
  const file = process.platform === 'darwin' ? 'trayTemplate.png' : 'icons/32x32.png';
  tray = new Tray(nativeImage.createFromPath(join(folder, file)));
  tray.setToolTip('Kith');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open Kith', click: open },
      { label: 'Lock', click: () => void lock.now() },
      { type: 'separator' },
      { label: 'Quit', click: () => app.quit() },
    ]),
  );
  // On a Mac a click opens the menu.
  if (process.platform !== 'darwin') tray.on('click', open);
}
