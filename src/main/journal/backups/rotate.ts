import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSuperseded } from '../../../shared/rules/backupRotation.ts';
import { removeFolder } from '../store/durableFiles.ts';
import { leavingName } from './backupNames.ts';
import { listBackups } from './listBackups.ts';
import type { MadeBackup } from './makeBackup.ts';

/**
 * Removes the backups in `folder` that newer ones have superseded (see shared/rules/backupRotation.ts) and answers with
 * their names. To be called when `made` was made and checked, which is why a backup must be shown; it is never removed,
 * even if the clock was set back. Backups of other keys, which may be other journals in a shared folder, are left alone.
 */
export function rotate(folder: string, made: MadeBackup): readonly string[] {
  const { backups } = listBackups(folder);
  // A folder where the new backup is not to be seen is not one to remove anything from.
  if (!backups.some(({ id }) => id === made.id)) return [];
  const ours = backups.filter(({ about }) => about.keyMark === made.about.keyMark);
  const superseded = chooseSuperseded(
    ours.map(({ id, about }) => ({ id, madeAt: about.madeAt, day: about.day, verified: true })),
    made.about.day,
  ).filter(({ id }) => id !== made.id);
  for (const { id } of superseded) {
    // Half a backup never bears the name of a whole one.
    const leaving = join(folder, leavingName(id));
    renameSync(join(folder, id), leaving);
    removeFolder(leaving);
  }
  return superseded.map(({ id }) => id);
}
