import type { PersonDraft } from '../../../shared/models/person.ts';
import type { JournalContext } from '../context.ts';
import { keepPersonVersion } from '../history/versions.ts';
import { readWholePerson } from '../history/wholePerson.ts';
import { assertPhoto } from '../photos/photos.ts';
import { indexPerson, unindexPerson } from '../search/indexPerson.ts';
import { requirePerson } from './getPerson.ts';
import { assertCircle, fillPersonDraft, insertPerson, type PersonChanges } from './insertPerson.ts';
import { assertIntroducer } from './introducer.ts';
import { writeColumns } from './personColumns.ts';
import { writeParts } from './personParts.ts';
import { tendLinksOf } from './tendLinks.ts';

/** Adds a person. Fails with `badInput` for an unknown circle or introducer. */
export function createPerson(
  context: JournalContext,
  given: PersonChanges & Pick<PersonDraft, 'name'>,
): { readonly id: string } {
  const { db } = context;
  const { id, n } = db.transaction(() => {
    if (given.met) assertIntroducer(db, null, given.met.throughId);
    assertPhoto(db, given.photoId ?? null);
    return insertPerson(context, fillPersonDraft(given));
  })();
  context.people.refresh([n]);
  context.changed('person', 'circle');
  return { id };
}

/**
 * Changes what is given of a person and leaves the rest. What they were before is kept; where they are the same,
 * nothing is written. Fails with `notFound`, or `badInput` for an unknown circle, and for an introducer who is unknown or
 * was introduced by them.
 * @returns the id of the version that was kept, or null if nothing changed
 */
export function updatePerson(context: JournalContext, id: string, given: PersonChanges): string | null {
  const { n, kept } = context.db.transaction(() => changePerson(context, id, () => given))();
  if (kept === null) return null;
  context.people.refresh([n]);
  // Entries are read with the names of their people.
  context.changed('person', 'circle', 'entry');
  return kept;
}

/**
 * The work of {@link updatePerson}, inside the caller's transaction. What is to change may depend on what they are; the
 * caller refreshes `people` and tells `changed`.
 */
export function changePerson(
  context: JournalContext,
  id: string,
  change: (now: PersonDraft) => PersonChanges,
): { readonly n: number; readonly kept: string | null } {
  const { db } = context;
  const n = requirePerson(context, id);
  const before = readWholePerson(db, n);
  const given = change(before.person);
  if (given.circleId !== undefined) assertCircle(db, given.circleId);
  if (given.met) assertIntroducer(db, n, given.met.throughId);
  assertPhoto(db, given.photoId ?? null);
  const wanted = Object.entries(given).filter(([, value]) => value !== undefined);
  const after = { ...before.person, ...Object.fromEntries(wanted) };
  if (JSON.stringify(after) === JSON.stringify(before.person)) return { n, kept: null };
  overwritePerson(context, n, given, context.clock.now());
  return { n, kept: keepPersonVersion(context, before) };
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
