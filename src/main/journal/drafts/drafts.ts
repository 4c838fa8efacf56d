import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

interface DraftSqlRow {
  readonly slot: string;
  readonly content: string;
  readonly changed_at: number;
}

/** What was being written in `slot`, or null. */
export function getDraft(store: Store, slot: string): JournalOutput<'drafts.get'> {
  const row = statement<[string], DraftSqlRow>(
    store,
    'SELECT slot, content, changed_at FROM draft WHERE slot = ?',
  ).get(slot);
  return row ? { slot: row.slot, content: row.content, changedAt: row.changed_at } : null;
}

/** Keeps what is being written. It is on the disk when this returns. */
export function saveDraft(context: JournalContext, slot: string, content: string): void {
  const keep = statement(
    context.db,
    `INSERT INTO draft (slot, content, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (slot) DO UPDATE SET content = excluded.content, changed_at = excluded.changed_at`,
  );
  context.db.transaction(() => keep.run(slot, content, context.clock.now()))();
  context.changed('draft');
}

/** Forgets what was being written, inside the caller's transaction. */
export function clearDraft(store: Store, slot: string): void {
  statement(store, 'DELETE FROM draft WHERE slot = ?').run(slot);
}
