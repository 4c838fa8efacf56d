import type { PersonDraft } from '../../../shared/models/person.ts';
import type { JournalContext } from '../context.ts';
import { indexPerson, unindexPerson } from '../search/indexPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { requirePerson } from './getPerson.ts';
import { assertCircle, fillPersonDraft, insertPerson, type PersonChanges } from './insertPerson.ts';
import { writeContactWays, writeDetails, writeNicknames } from './personParts.ts';

/** Adds a person. Fails with `badInput` for an unknown circle. */
export function createPerson(
  context: JournalContext,
  given: PersonChanges & Pick<PersonDraft, 'name'>,
): { readonly id: string } {
  const { id, n } = context.db.transaction(() => insertPerson(context, fillPersonDraft(given)))();
  context.people.refresh([n]);
  context.changed('person', 'circle');
  return { id };
}

/** Changes what is given of a person and leaves the rest. Fails with `notFound`, or `badInput` for an unknown circle. */
export function updatePerson(context: JournalContext, id: string, given: PersonChanges): void {
  const { db } = context;
  const n = db.transaction(() => {
    const number = requirePerson(context, id);
    if (given.circleId !== undefined) assertCircle(db, given.circleId);
    unindexPerson(context, number);
    writeColumns(db, number, given, context.clock.now());
    writeParts(db, number, given);
    indexPerson(context, number);
    return number;
  })();
  context.people.refresh([n]);
  // Entries are read with the names of their people.
  context.changed('person', 'circle', 'entry');
}

function writeColumns(store: Store, n: number, given: PersonChanges, now: number): void {
  statement(
    store,
    `UPDATE person SET
       name = ifnull(?, name),
       preferred_name = ifnull(?, preferred_name),
       notes = ifnull(?, notes),
       changed_at = ?
     WHERE n = ?`,
  ).run(given.name ?? null, given.preferredName ?? null, given.notes ?? null, now, n);
  if (given.circleId !== undefined) {
    statement(store, 'UPDATE person SET circle_id = ? WHERE n = ?').run(given.circleId, n);
  }
}

function writeParts(store: Store, n: number, given: PersonChanges): void {
  if (given.nicknames) {
    statement(store, 'DELETE FROM nickname WHERE person_n = ?').run(n);
    writeNicknames(store, n, given.nicknames);
  }
  if (given.contactWays) {
    statement(store, 'DELETE FROM contact_way WHERE person_n = ?').run(n);
    writeContactWays(store, n, given.contactWays);
  }
  if (given.details) {
    statement(store, 'DELETE FROM person_detail WHERE person_n = ?').run(n);
    writeDetails(store, n, given.details);
  }
}
