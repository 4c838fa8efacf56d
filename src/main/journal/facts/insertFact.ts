import type { FactDraft } from '../../../shared/models/fact.ts';
import { monthDayOf } from '../../../shared/models/partialDate.ts';
import type { Retirement } from '../../../shared/rules/facts/succession.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { refuseTaken } from '../store/storeErrors.ts';

/** What the journal keeps of a fact beside what was written. */
export interface FactStamp {
  readonly id: string;
  readonly batchId: string | null;
  readonly retiredOn: string | null;
  readonly retiredBy: string | null;
  /** Instants. */
  readonly createdAt: number;
  readonly changedAt: number;
}

/**
 * Adds a fact about the person `n` inside the caller's transaction, which indexes the person afterwards. `draft` is
 * valid by `factDraft`. Fails with `alreadyThere` when the id is taken.
 */
export function insertFact(store: Store, n: number, draft: FactDraft, stamp: FactStamp): void {
  refuseTaken('That is in the journal already.', () =>
    statement(
      store,
      `INSERT INTO fact (id, person_n, facet, label, text, date, month_day, learned_on, entry_id, quote,
         batch_id, retired_on, retired_by, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      stamp.id,
      n,
      draft.facet,
      draft.label,
      draft.text,
      draft.date,
      draft.date === null ? null : monthDayOf(draft.date),
      draft.learnedOn,
      draft.entryId,
      draft.quote,
      stamp.batchId,
      stamp.retiredOn,
      stamp.retiredBy,
      stamp.createdAt,
      stamp.changedAt,
    ),
  );
}

/** Writes what is true of a fact now, and of whom. What it was retired by stays. */
export function overwriteFact(
  store: Store,
  id: string,
  n: number,
  draft: FactDraft,
  changedAt: number,
): void {
  statement(
    store,
    `UPDATE fact SET person_n = ?, facet = ?, label = ?, text = ?, date = ?, month_day = ?, learned_on = ?,
       entry_id = ?, quote = ?, changed_at = ?
     WHERE id = ?`,
  ).run(
    n,
    draft.facet,
    draft.label,
    draft.text,
    draft.date,
    draft.date === null ? null : monthDayOf(draft.date),
    draft.learnedOn,
    draft.entryId,
    draft.quote,
    changedAt,
    id,
  );
}

/** Writes from when on facts are true no more. That follows from others, and does not count as a change of theirs. */
export function writeRetirements(store: Store, retirements: readonly Retirement[]): void {
  const write = statement(store, 'UPDATE fact SET retired_on = ?, retired_by = ? WHERE id = ?');
  for (const { id, retiredOn, retiredBy } of retirements) write.run(retiredOn, retiredBy, id);
}
