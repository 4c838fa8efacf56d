import type { FactRecord } from '../../../shared/formats/records.ts';
import { leaveTogether } from '../../../shared/rules/facts/succession.ts';
import type { JournalContext } from '../context.ts';
import { indexPerson, unindexPerson } from '../search/indexPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { insertFact, writeRetirements } from './insertFact.ts';
import { readFactsOf } from './readFacts.ts';

/**
 * Adds the facts that came with the note of the new person `n`, inside the caller's transaction. An id that is taken is
 * replaced, here and where others of the note refer to it.
 */
export function importFacts(
  context: JournalContext,
  n: number,
  records: readonly FactRecord[],
  { batchId, startedAt }: { readonly batchId: string; readonly startedAt: number },
): void {
  if (records.length === 0) return;
  const { db } = context;
  const given = new Set<string>();
  const stamped = records.map((record) => {
    const isFree = record.id !== null && !given.has(record.id) && !isTaken(db, record.id);
    const id = record.id !== null && isFree ? record.id : context.newId();
    given.add(id);
    return { record, id };
  });
  const newIds = new Map(stamped.flatMap(({ record, id }) => (record.id ? [[record.id, id] as const] : [])));
  for (const { record, id } of stamped) {
    const { id: _, retiredOn, retiredBy, createdAt, ...draft } = record;
    insertFact(db, n, draft, {
      id,
      batchId,
      retiredOn,
      retiredBy: retiredBy === null ? null : (newIds.get(retiredBy) ?? null),
      createdAt: createdAt ?? startedAt,
      changedAt: startedAt,
    });
  }
  unindexPerson(context, n);
  indexPerson(context, n);
}

/**
 * Deletes some facts that an import brought and that were not changed since, in the caller's transaction. What one of
 * them had retired is true again. Those whose people go with the import go with their people.
 * @param after the number of the last person who was seen; -1 at the beginning
 * @returns the numbers of the people who were seen, in order
 */
export function takeBackFacts(
  context: JournalContext,
  { batchId, startedAt }: { readonly batchId: string; readonly startedAt: number },
  after: number,
  limit: number,
): readonly number[] {
  const { db } = context;
  const people = statement<[string, number, number], number>(
    db,
    'SELECT DISTINCT person_n FROM fact WHERE batch_id = ? AND person_n > ? ORDER BY person_n LIMIT ?',
  )
    .pluck()
    .all(batchId, after, limit);
  const remove = statement(db, 'DELETE FROM fact WHERE person_n = ? AND batch_id = ? AND changed_at = ?');
  for (const n of people) {
    remove.run(n, batchId, startedAt);
    writeRetirements(db, leaveTogether(readFactsOf(db, n)));
    if (context.people.name(n) === undefined) continue;
    unindexPerson(context, n);
    indexPerson(context, n);
  }
  return people;
}

function isTaken(store: Store, id: string): boolean {
  return statement(store, 'SELECT 1 FROM fact WHERE id = ?').get(id) !== undefined;
}
