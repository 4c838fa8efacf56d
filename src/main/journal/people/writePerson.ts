import type { PersonDraft } from '../../../shared/models/person.ts';
import type { JournalContext } from '../context.ts';
import { keepPersonVersion } from '../history/versions.ts';
import { readWholePerson } from '../history/wholePerson.ts';
import { indexPerson, unindexPerson } from '../search/indexPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { requirePerson } from './getPerson.ts';
import { assertCircle, fillPersonDraft, insertPerson, type PersonChanges } from './insertPerson.ts';
import { writeContactWays, writeDetails, writeNicknames } from './personParts.ts';
import { tendLinksOf } from './tendLinks.ts';

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

/**
 * Changes what is given of a person and leaves the rest. What they were before is kept; where they are the same,
 * nothing is written. Fails with `notFound`, or `badInput` for an unknown circle.
 * @returns the id of the version that was kept, or null if nothing changed
 */
export function updatePerson(context: JournalContext, id: string, given: PersonChanges): string | null {
  const { db } = context;
  const { n, kept } = db.transaction(() => {
    const number = requirePerson(context, id);
    if (given.circleId !== undefined) assertCircle(db, given.circleId);
    const before = readWholePerson(db, number);
    const wanted = Object.entries(given).filter(([, value]) => value !== undefined);
    const after = { ...before.person, ...Object.fromEntries(wanted) };
    if (JSON.stringify(after) === JSON.stringify(before.person)) return { n: number, kept: null };
    overwritePerson(context, number, given, context.clock.now());
    return { n: number, kept: keepPersonVersion(context, before) };
  })();
  if (kept === null) return null;
  context.people.refresh([n]);
  // Entries are read with the names of their people.
  context.changed('person', 'circle', 'entry');
  return kept;
}

/** Writes what is given of the person `n`, inside the caller's transaction, with the index. */
export function overwritePerson(
  context: JournalContext,
  n: number,
  given: PersonChanges,
  changedAt: number,
): void {
  const { db } = context;
  unindexPerson(context, n);
  writeColumns(db, n, given, changedAt);
  writeParts(db, n, given);
  indexPerson(context, n);
  tendLinksOf(db, n);
}

function writeColumns(store: Store, n: number, given: PersonChanges, changedAt: number): void {
  statement(
    store,
    `UPDATE person SET
       name = ifnull(?, name),
       preferred_name = ifnull(?, preferred_name),
       notes = ifnull(?, notes),
       changed_at = ?
     WHERE n = ?`,
  ).run(given.name ?? null, given.preferredName ?? null, given.notes ?? null, changedAt, n);
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
