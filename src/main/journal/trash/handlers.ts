import { setImmediate } from 'node:timers/promises';
import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { Handlers, JournalContext, MethodsOf } from '../context.ts';
import { settleRestored } from '../history/undoActions.ts';
import { emptyTrash, removeFromTrash } from './emptyTrash.ts';
import { listTrash } from './listTrash.ts';
import { restoreTrash } from './restoreTrash.ts';
import { isTrashedRecord, restoreRecord } from './trashedRecords.ts';

/** What was deleted, until it is deleted for good. */
export const trash: Handlers<MethodsOf<'trash'>> = {
  'trash.list': listTrash,
  'trash.restore': (context, { trashId }) => restoreOne(context, trashId),
  'trash.restoreSeveral': (context, { trashIds }) => restoreSeveral(context, trashIds),
  'trash.remove': (context, { trashIds, confirmed }) => removeFromTrash(context, trashIds, confirmed),
  'trash.empty': (context, { confirmed }) => emptyTrash(context, confirmed),
};

function restoreOne(context: JournalContext, trashId: string): JournalOutput<'trash.restore'> {
  const restored = isTrashedRecord(context.db, trashId)
    ? restoreRecord(context, trashId)
    : restoreTrash(context, trashId);
  settleRestored(context, trashId);
  return restored;
}

async function restoreSeveral(
  context: JournalContext,
  trashIds: readonly string[],
): Promise<JournalOutput<'trash.restoreSeveral'>> {
  let [restored, failed] = [0, 0];
  let why: string | null = null;
  for (const trashId of trashIds) {
    try {
      restoreOne(context, trashId);
      restored++;
    } catch (error) {
      if (!(error instanceof KithError)) throw error;
      failed++;
      why ??= error.message;
    }
    await setImmediate();
  }
  return { restored, failed, why };
}
