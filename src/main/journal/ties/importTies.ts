import { KithError } from '../../../shared/contract/errors.ts';
import type { TieRecord } from '../../../shared/formats/records.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { insertTie, readyTie } from './writeTie.ts';

/**
 * Adds the ties that came with the note of a new person, inside the caller's transaction, when everybody is there.
 * `idOf` finds the other by their key. What cannot be, or is there already, is left out, and told to `refuse` in a
 * sentence. An id that is taken is replaced.
 */
export function importTies(
  context: JournalContext,
  personId: string,
  records: readonly TieRecord[],
  startedAt: number,
  idOf: (key: string) => string,
  refuse: (reason: string) => void,
): void {
  const isTaken = statement<[string], number>(context.db, 'SELECT 1 FROM tie WHERE id = ?').pluck();
  for (const { id: given, other, createdAt, ...rest } of records) {
    const id = given !== null && isTaken.get(given) === undefined ? given : context.newId();
    try {
      const ready = readyTie(context, { personId, otherId: idOf(other), ...rest }, id);
      insertTie(context.db, id, ready, { createdAt: createdAt ?? startedAt, changedAt: startedAt });
    } catch (error) {
      if (!(error instanceof KithError)) throw error;
      refuse(error.message);
    }
  }
}

/**
 * Deletes the ties that an import brought with some of its people and that were not changed since, in the caller's
 * transaction: an import writes ties only with the notes of those who are new, all as of the moment it began.
 * @param after the number of the last person who was seen; -1 at the beginning
 * @returns the numbers of the people who were seen, in order
 */
export function takeBackTies(
  store: Store,
  { batchId, startedAt }: { readonly batchId: string; readonly startedAt: number },
  after: number,
  limit: number,
): readonly number[] {
  const people = statement<[string, number, number], number>(
    store,
    'SELECT n FROM person WHERE batch_id = ? AND n > ? ORDER BY n LIMIT ?',
  )
    .pluck()
    .all(batchId, after, limit);
  const removeFrom = statement(store, 'DELETE FROM tie WHERE from_n = ? AND changed_at = ?');
  const removeTo = statement(store, 'DELETE FROM tie WHERE to_n = ? AND changed_at = ?');
  for (const n of people) {
    removeFrom.run(n, startedAt);
    removeTo.run(n, startedAt);
  }
  return people;
}
