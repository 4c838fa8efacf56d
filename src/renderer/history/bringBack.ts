import { tellingUndoable } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';

/** Makes an entry or a person what they were in an earlier version, and offers undo. Whether that was done. */
export function bringBack(
  method: 'history.restoreEntry' | 'history.restorePerson',
  versionId: string,
): Promise<boolean> {
  return tellingUndoable('The earlier version is back.', () => askJournal(method, { versionId }));
}
