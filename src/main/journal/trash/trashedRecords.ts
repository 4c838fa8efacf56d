import type { TrashItem } from '../../../shared/contract/trash.ts';
import type { RecordAction } from '../../../shared/models/record.ts';
import type { JournalContext } from '../context.ts';
import { swapRecordChange } from '../history/recordChanges.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { kindOfRemoval } from './kindOfRemoval.ts';

// Small records that were deleted are not in the table `trash`: the change that deleted them is kept anyway, so that it
// can be undone, and lies in the trash as long as it is not undone.

interface ChangeSqlRow {
  readonly id: string;
  readonly action: RecordAction;
  readonly name: string;
  readonly changed_at: number;
}

/** A stretch of the small records in the trash, newest first. */
export function listTrashedRecords(
  store: Store,
  from: { readonly deletedAt: number; readonly trashId: string },
  limit: number,
): readonly TrashItem[] {
  return statement<[number, string, number], ChangeSqlRow>(
    store,
    `SELECT id, action, name, changed_at FROM record_change
     WHERE in_trash = 1 AND (changed_at, id) < (?, ?)
     ORDER BY changed_at DESC, id DESC LIMIT ?`,
  )
    .all(from.deletedAt, from.trashId, limit)
    .map(({ id, action, name, changed_at }) => ({
      kind: 'record',
      trashId: id,
      deletedAt: changed_at,
      record: kindOfRemoval(action),
      name,
    }));
}

/** How many there are. */
export function countTrashedRecords(store: Store): number {
  return (
    statement<[], number>(store, 'SELECT count(*) FROM record_change WHERE in_trash = 1').pluck().get() ?? 0
  );
}

/** Whether small records lie in the trash under this id. */
export function isTrashedRecord(store: Store, trashId: string): boolean {
  return (
    statement(store, 'SELECT 1 FROM record_change WHERE id = ? AND in_trash = 1').get(trashId) !== undefined
  );
}

/** Puts them back. Fails with `notFound` when whom they are about is gone for good. */
export function restoreRecord(
  context: JournalContext,
  trashId: string,
): { readonly kind: 'record'; readonly id: string } {
  swapRecordChange(context, trashId, 'back');
  return { kind: 'record', id: trashId };
}

/** Deletes them for good, inside the caller's transaction, with all that is kept of earlier changes of them. */
export function dropRecord(store: Store, trashId: string): boolean {
  if (!isTrashedRecord(store, trashId)) return false;
  statement(
    store,
    `DELETE FROM record_change WHERE id IN (
       SELECT other.change_id FROM record_change_of AS own
       JOIN record_change_of AS other ON other.record_id = own.record_id WHERE own.change_id = ?)`,
  ).run(trashId);
  return true;
}

/** Deletes for good up to `most` of those that were deleted at `until` or before. How many there were. */
export function dropOldestRecords(store: Store, until: number, most: number): number {
  return store.transaction(() => {
    const oldest = statement<[number, number], string>(
      store,
      'SELECT id FROM record_change WHERE in_trash = 1 AND changed_at <= ? ORDER BY changed_at, id LIMIT ?',
    )
      .pluck()
      .all(until, most);
    return oldest.filter((trashId) => dropRecord(store, trashId)).length;
  })();
}

/** Forgets up to `most` of the changes that were made at `until` or before, and with them what they deleted. */
export function expireChanges(store: Store, until: number, most: number): number {
  return store.transaction(() =>
    statement(
      store,
      `DELETE FROM record_change WHERE id IN (
         SELECT id FROM record_change WHERE changed_at <= ? ORDER BY changed_at LIMIT ?)`,
    ).run(until, most),
  )().changes;
}
