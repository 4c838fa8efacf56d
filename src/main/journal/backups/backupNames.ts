import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KithError } from '../../../shared/contract/errors.ts';

/** The keys beside a journal; see vault/keyFile.ts. A backup has a copy of them as they were. */

/** Inside the data folder: the backups, and journals that a restore or a mended copy took the place of. */
export const BACKUPS = 'backups';
export const REPLACED = 'replaced';
/** Inside a folder of the user's choice. */
export const SECOND = 'Kith backups';

/** What is being made, and what is being removed; neither is a backup. */
const UNFINISHED = '.unfinished ';
const LEAVING = '.leaving ';

/** The moment of making in local time, as file names of every system allow it: `2026-11-22 13.33.05`, then ` 2`. */
const NAME = /^\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}(?: \d{1,3})?$/;

export const isBackupName = (name: string) => NAME.test(name);
export const isPassing = (name: string) => name.startsWith(UNFINISHED) || name.startsWith(LEAVING);
export const unfinishedName = (name: string) => `${UNFINISHED}${name}`;
export const leavingName = (name: string) => `${LEAVING}${name}`;

/** The path of the backup called `id`. Fails with `notFound` for what is no such name, so that no id leads elsewhere. */
export function backupPath(folder: string, id: string): string {
  if (!isBackupName(id)) throw new KithError('notFound', 'There is no such backup.');
  return join(folder, id);
}

/** A name for the moment `stamp` (see {@link NAME}) that nothing in `folder` has. */
export function freeName(folder: string, stamp: string): string {
  const taken = new Set(namesIn(folder));
  for (let number = 1; ; number++) {
    const name = number === 1 ? stamp : `${stamp} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** What lies in `folder`; nothing if it is not there. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** `2026-11-22 13.33.05`, of an instant and the local day and time that it is there. */
export function stampOf(now: number, local: { readonly day: string; readonly time: string }): string {
  const seconds = String(Math.floor(now / 1000) % 60).padStart(2, '0');
  return `${local.day} ${local.time.replace(':', '.')}.${seconds}`;
}
