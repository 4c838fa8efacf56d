import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * The folder of the journal: the system's place for data of applications, or what `--data-folder=PATH` says. Made if it
 * is not there. Chromium keeps its own files in a folder of their own inside, so that the journal's are easy to find.
 */
export function chooseDataFolder(): string {
  const asked = app.commandLine.getSwitchValue('data-folder');
  const folder = asked === '' ? app.getPath('userData') : resolve(asked);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.setPath('sessionData', join(folder, 'session'));
  // Never used, but Electron makes the folder.
  app.setPath('crashDumps', join(folder, 'session', 'crashes'));
  return folder;
}
