import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KithError } from '../../../shared/contract/errors.ts';
import { chooseOutlived, type ReplacedJournal } from '../../../shared/rules/replacedJournals.ts';
import { removeFolder } from '../store/durableFiles.ts';
import { backupPath, isBackupName, leavingName, namesIn, REPLACED } from './backupNames.ts';
import { sayDiskFailure } from './diskFailure.ts';
import { listBackups } from './listBackups.ts';
import { clearUnfinished, type MadeBackup } from './makeBackup.ts';

export interface ListedReplaced extends ReplacedJournal {
  /** Of all its files. */
  readonly bytes: number;
}

/** The journals that others took the place of, newest first. Nothing is opened. */
export function listReplaced(dataFolder: string): readonly ListedReplaced[] {
  const folder = join(dataFolder, REPLACED);
  const whole = new Map(listBackups(folder).backups.map(({ id, about }) => [id, about.madeAt]));
  return namesIn(folder)
    .filter((id) => isBackupName(id) && statSync(join(folder, id)).isDirectory())
    .map((id) => ({
      id,
      // The name is the moment of replacing, in local time.
      day: id.slice(0, 10),
      replacedAt: whole.get(id) ?? null,
      bytes: sizeOf(join(folder, id)),
    }))
    .reverse();
}

/** Removes those whose time is over, now that `made` was made and checked; see shared/rules/replacedJournals.ts. */
export function clearOutlived(dataFolder: string, { about }: MadeBackup): void {
  const folder = join(dataFolder, REPLACED);
  clearUnfinished(folder);
  for (const { id } of chooseOutlived(listReplaced(dataFolder), [about.madeAt], about.day))
    remove(folder, id);
}

/** Removes one, at the user's word. Fails with `notFound` or `storage`. */
export function removeReplaced(dataFolder: string, id: string): void {
  const folder = join(dataFolder, REPLACED);
  if (statSync(backupPath(folder, id), { throwIfNoEntry: false }) === undefined) {
    throw new KithError('notFound', 'That journal is not there any more.');
  }
  try {
    remove(folder, id);
  } catch (error) {
    sayDiskFailure(error, 'It could not be removed.');
  }
}

function remove(folder: string, id: string): void {
  // Half a journal never bears the name of a whole one.
  const leaving = join(folder, leavingName(id));
  renameSync(join(folder, id), leaving);
  removeFolder(leaving);
}

function sizeOf(folder: string): number {
  return namesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
