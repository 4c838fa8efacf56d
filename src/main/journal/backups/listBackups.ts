import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_FILE } from '../vault/keyFile.ts';
import { type About, readAbout } from './about.ts';
import { isBackupName, isPassing, namesIn } from './backupNames.ts';

export interface ListedBackup {
  /** The name of its folder. */
  readonly id: string;
  readonly about: About;
}

export interface BackupList {
  /** Newest first. */
  readonly backups: readonly ListedBackup[];
  /** What lies there and is no whole backup. It is left alone. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

/** The backups in `folder`, by what they say of themselves. Nothing is opened, so it is quick and needs no key. */
export function listBackups(folder: string): BackupList {
  const names = namesIn(folder).filter((name) => !isPassing(name) && !isOfTheSystem(name));
  const looked = names.map((name) => ({ name, about: aboutIn(folder, name) }));
  return {
    backups: looked
      .flatMap(({ name, about }) => (about === null ? [] : [{ id: name, about }]))
      .sort((a, b) => b.about.madeAt - a.about.madeAt || (a.id < b.id ? 1 : -1)),
    skipped: looked
      .filter(({ about }) => about === null)
      .map(({ name }) => ({ name, why: sayWhy(folder, name) })),
  };
}

function aboutIn(folder: string, name: string): About | null {
  return isBackupName(name) && existsSync(join(folder, name, KEY_FILE))
    ? readAbout(join(folder, name))
    : null;
}

function sayWhy(folder: string, name: string): string {
  if (!isBackupName(name) || !statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory()) {
    return 'This is not a backup.';
  }
  return 'This backup is not whole: a file of it is missing, or was changed.';
}

/** File managers leave these everywhere. */
function isOfTheSystem(name: string): boolean {
  return name === '.DS_Store' || name === 'Thumbs.db' || name === 'desktop.ini' || name.startsWith('._');
}
