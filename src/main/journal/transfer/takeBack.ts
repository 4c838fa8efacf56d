import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { JournalContext } from '../context.ts';
import { takeBackFacts } from '../facts/importFacts.ts';
import { dropMarkedPromises } from '../promises/markedPromises.ts';
import { unindexEntry } from '../search/indexEntry.ts';
import { unindexPerson } from '../search/indexPerson.ts';
import { statement } from '../store/statements.ts';
import { takeBackTies } from '../ties/importTies.ts';
import { markTakenBack, readBatch } from './batches.ts';
import type { Job } from './jobs.ts';
import { makePace } from './pace.ts';

type TakenBack = JournalOutput<'transfer.takeBack'>;

/**
 * Removes what an import brought, in small transactions. What was changed since stays, and so do people whom entries
 * that stay name, or of whom something was written down. Fails with `notFound`, and with `stopped` when stopped: what is gone by then is gone, and doing it
 * again goes on. The caller tells `changed`.
 */
export async function takeBackBatch(context: JournalContext, batchId: string, job: Job): Promise<TakenBack> {
  const { startedAt, entryCount, peopleCount } = readBatch(context, batchId);
  const total = entryCount + peopleCount;
  const touched = new Set<number>();
  try {
    const entries = await sweep(context, job, 0, total, (after, limit) =>
      removeEntries(context, batchId, startedAt, after, limit, touched),
    );
    // Before their people: what is left then is the user's own, and keeps them.
    await sweep(context, job, entries.seen, total, (after, limit) =>
      removeFacts(context, batchId, startedAt, after, limit),
    );
    await sweep(context, job, entries.seen, total, (after, limit) =>
      removeTies(context, batchId, startedAt, after, limit),
    );
    const people = await sweep(context, job, entries.seen, total, (after, limit) =>
      removePeople(context, batchId, startedAt, after, limit, touched),
    );
    markTakenBack(context, batchId);
    return {
      removedPeople: people.removed,
      removedEntries: entries.removed,
      keptPeople: people.seen - people.removed,
      keptEntries: entries.seen - entries.removed,
    };
  } finally {
    context.people.refresh(touched);
  }
}

/** What one small step did, and where the next begins. */
interface Step {
  readonly seen: number;
  readonly removed: number;
  readonly last: number | undefined;
}

async function sweep(
  { db }: JournalContext,
  job: Job,
  before: number,
  total: number,
  step: (after: number, limit: number) => Step,
): Promise<{ readonly seen: number; readonly removed: number }> {
  const pace = makePace();
  let seen = 0;
  let removed = 0;
  for (let after: number | undefined = -1; after !== undefined; ) {
    const [from, limit] = [after, pace.size()];
    const done: Step = pace.step(limit, () => db.transaction(step)(from, limit));
    seen += done.seen;
    removed += done.removed;
    after = done.last;
    job.report(before + seen, total);
    await job.pause();
  }
  return { seen, removed };
}

function removeEntries(
  context: JournalContext,
  batchId: string,
  startedAt: number,
  after: number,
  limit: number,
  touched: Set<number>,
): Step {
  const { db } = context;
  const rows = statement<[string, number, number], { k: number; changed_at: number }>(
    db,
    'SELECT k, changed_at FROM entry WHERE batch_id = ? AND k > ? ORDER BY k LIMIT ?',
  ).all(batchId, after, limit);
  const gone = rows.filter((row) => row.changed_at === startedAt);
  const namedIn = statement<[number], number>(db, 'SELECT person_n FROM entry_person WHERE k = ?').pluck();
  const remove = statement<[number]>(db, 'DELETE FROM entry WHERE k = ?');
  for (const { k } of gone) {
    for (const n of namedIn.all(k)) touched.add(n);
    unindexEntry(context, k);
    dropMarkedPromises(db, k);
    remove.run(k);
  }
  return { seen: rows.length, removed: gone.length, last: rows.at(-1)?.k };
}

function removeFacts(
  context: JournalContext,
  batchId: string,
  startedAt: number,
  after: number,
  limit: number,
): Step {
  const seen = takeBackFacts(context, { batchId, startedAt }, after, limit);
  // They are no number that anybody is told.
  return { seen: 0, removed: 0, last: seen.at(-1) };
}

function removeTies(
  context: JournalContext,
  batchId: string,
  startedAt: number,
  after: number,
  limit: number,
): Step {
  const seen = takeBackTies(context.db, { batchId, startedAt }, after, limit);
  return { seen: 0, removed: 0, last: seen.at(-1) };
}

function removePeople(
  context: JournalContext,
  batchId: string,
  startedAt: number,
  after: number,
  limit: number,
  touched: Set<number>,
): Step {
  const { db } = context;
  const rows = statement<[string, number, number], { n: number; changed_at: number; named: number }>(
    db,
    `SELECT n, changed_at, EXISTS (SELECT 1 FROM entry_person WHERE person_n = n)
         OR EXISTS (SELECT 1 FROM fact WHERE fact.person_n = person.n)
         OR EXISTS (SELECT 1 FROM promise_person WHERE promise_person.person_n = person.n)
         OR EXISTS (SELECT 1 FROM tie WHERE from_n = person.n)
         OR EXISTS (SELECT 1 FROM tie WHERE to_n = person.n) AS named
     FROM person WHERE batch_id = ? AND n > ? ORDER BY n LIMIT ?`,
  ).all(batchId, after, limit);
  const gone = rows.filter((row) => row.changed_at === startedAt && !row.named);
  const remove = statement<[number]>(db, 'DELETE FROM person WHERE n = ?');
  for (const { n } of gone) {
    touched.add(n);
    unindexPerson(context, n);
    remove.run(n);
  }
  return { seen: rows.length, removed: gone.length, last: rows.at(-1)?.n };
}
