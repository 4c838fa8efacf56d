import type { PromiseDraft, PromiseState } from '../../../shared/models/promise.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** What the journal keeps of a promise beside what was written. */
export interface PromiseStamp {
  readonly id: string;
  readonly state: PromiseState;
  readonly closedOn: string | null;
  /** Whether it follows from a mark in its entry. */
  readonly isMarked: boolean;
  /** Instants. */
  readonly createdAt: number;
  readonly changedAt: number;
}

/** What is written of a promise, with people by number. */
export interface PromiseRow extends Omit<PromiseDraft, 'personIds'> {
  readonly people: readonly number[];
}

/** Adds a promise inside the caller's transaction. */
export function insertPromise(store: Store, row: PromiseRow, stamp: PromiseStamp): void {
  statement(
    store,
    `INSERT INTO promise (id, made_by, sentence, made_on, due, state, closed_on, entry_id, marked, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    stamp.id,
    row.madeBy,
    row.sentence,
    row.madeOn,
    row.due,
    stamp.state,
    stamp.closedOn,
    row.entryId,
    stamp.isMarked ? 1 : 0,
    stamp.createdAt,
    stamp.changedAt,
  );
  linkPeople(store, stamp.id, row.people);
}

/** Writes what a promise is now, inside the caller's transaction. Whoever is in the trash stays with it. */
export function overwritePromise(
  store: Store,
  id: string,
  row: PromiseRow & Pick<PromiseStamp, 'state' | 'closedOn'>,
  changedAt: number,
): void {
  statement(
    store,
    `UPDATE promise SET made_by = ?, sentence = ?, made_on = ?, due = ?, entry_id = ?, state = ?, closed_on = ?,
       changed_at = ?
     WHERE id = ?`,
  ).run(row.madeBy, row.sentence, row.madeOn, row.due, row.entryId, row.state, row.closedOn, changedAt, id);
  statement(
    store,
    'DELETE FROM promise_person WHERE promise_id = ? AND person_n IN (SELECT n FROM person)',
  ).run(id);
  linkPeople(store, id, row.people);
}

function linkPeople(store: Store, id: string, people: readonly number[]): void {
  const link = statement(store, 'INSERT OR IGNORE INTO promise_person (promise_id, person_n) VALUES (?, ?)');
  for (const n of people) link.run(id, n);
}
