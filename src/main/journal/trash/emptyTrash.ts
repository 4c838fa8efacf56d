import { setImmediate } from 'node:timers/promises';
import { sayDeleted } from '../../../shared/rules/sayCounts.ts';
import { trashedUntil } from '../../../shared/rules/trashTime.ts';
import { requireConfirmation } from '../brake.ts';
import type { JournalContext } from '../context.ts';
import { isChangeKept } from '../history/recordChanges.ts';
import { forgetActions, rememberAction } from '../history/undoActions.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { countTrash, type TrashCount } from './listTrash.ts';
import { dropFromTrash } from './trashContent.ts';
import { dropOldestRecords, dropRecord, expireChanges, isTrashedRecord } from './trashedRecords.ts';

/** Rows of one step: some milliseconds, for what is deleted is overwritten with zeros. */
const STEP = 50;

/** Deletes these for good. Fails with `needsConfirmation` where they are many; see {@link requireConfirmation}. */
export async function removeFromTrash(
  context: JournalContext,
  trashIds: readonly string[],
  confirmed: number | undefined,
): Promise<{ readonly removed: number }> {
  const { db } = context;
  const wanted = [...new Set(trashIds)];
  const counts = { people: 0, entries: 0, records: 0 };
  for (const trashId of wanted) {
    const kind = kindOf(db, trashId);
    if (kind !== undefined) counts[kind === 'person' ? 'people' : 'entries']++;
    else if (isTrashedRecord(db, trashId)) counts.records++;
  }
  refuseUnlessConfirmed(counts, confirmed);
  let removed = 0;
  for (let i = 0; i < wanted.length; i += STEP) {
    const step = wanted.slice(i, i + STEP);
    removed += db.transaction(
      () => step.filter((trashId) => dropFromTrash(db, trashId) || dropRecord(db, trashId)).length,
    )();
    await setImmediate();
  }
  tellRemoved(context, removed);
  return { removed };
}

/** Deletes for good what lies in the trash now. Fails with `needsConfirmation` where that is much. */
export async function emptyTrash(
  context: JournalContext,
  confirmed: number | undefined,
): Promise<{ readonly removed: number }> {
  const until = context.clock.now();
  refuseUnlessConfirmed(countTrash(context.db), confirmed);
  let removed = 0;
  for (let step = STEP; step > 0; removed += step) {
    step = removeOldest(context.db, until);
    await setImmediate();
  }
  for (let step = STEP; step > 0; removed += step) {
    step = dropOldestRecords(context.db, until, STEP);
    await setImmediate();
  }
  tellRemoved(context, removed);
  return { removed };
}

/** A task for quiet moments: deletes for good a few of those that were deleted over thirty days ago. */
export function expireTrash(context: JournalContext): boolean {
  const until = trashedUntil(context.clock.now());
  const removed = removeOldest(context.db, until);
  const changes = expireChanges(context.db, until, STEP);
  if (removed + changes > 0) context.changed('trash');
  return removed === STEP || changes === STEP;
}

/** Deletes the oldest of those that were deleted at `until` or before, up to a step of them. How many there were. */
function removeOldest(store: Store, until: number): number {
  return store.transaction(() =>
    statement(
      store,
      `DELETE FROM trash WHERE id IN (
         SELECT id FROM trash WHERE deleted_at <= ? ORDER BY deleted_at LIMIT ${STEP})`,
    ).run(until),
  )().changes;
}

function refuseUnlessConfirmed(
  { people, entries, records }: TrashCount,
  confirmed: number | undefined,
): void {
  const what = sayDeleted(people, entries, records);
  requireConfirmation(people + entries + records, confirmed, `This deletes ${what} for good.`);
}

function kindOf(store: Store, trashId: string): string | undefined {
  return statement<[string], string>(store, 'SELECT kind FROM trash WHERE id = ?').pluck().get(trashId);
}

function tellRemoved(context: JournalContext, removed: number): void {
  if (removed === 0) return;
  // What is gone for good cannot be undone, and neither can this.
  forgetActions(context, (action) => {
    if (action.kind === 'recordsChanged') return !isChangeKept(context.db, action.id);
    return 'trashId' in action && kindOf(context.db, action.trashId) === undefined;
  });
  rememberAction(context, { kind: 'removedForGood' });
  context.changed('trash');
}
