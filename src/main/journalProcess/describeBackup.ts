import type { Backup, BackupPlace } from '../../shared/contract/backups.ts';
import type { ListedBackup } from '../journal/backups/listBackups.ts';
import { migrations } from '../journal/store/migrate.ts';

/** A backup as a window sees it. */
export function toBackup(place: BackupPlace, { id, about }: ListedBackup): Backup {
  const { madeAt, people, entries, lastDay, lastWrittenAt, bytes, schema } = about;
  return {
    place,
    id,
    madeAt,
    people,
    entries,
    lastDay,
    lastWrittenAt,
    bytes,
    needsNewerKith: schema > migrations.length,
  };
}
