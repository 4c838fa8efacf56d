import { KithError } from '../../../../shared/contract/errors.ts';
import type { PersonDraft } from '../../../../shared/models/person.ts';
import type { JournalContext } from '../../context.ts';
import { keepPersonVersion } from '../../history/versions.ts';
import { readWholePerson, type WholePerson, withKnownCircle } from '../../history/wholePerson.ts';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';
import { insertPerson } from '../insertPerson.ts';
import { tendLinksOf } from '../tendLinks.ts';
import { overwritePerson } from '../writePerson.ts';
import type { Merged } from './merged.ts';
import { unmergeLinks } from './mergeLinks.ts';
import { unmergeRecords } from './mergeRecords.ts';
import { unmergeExchanges } from './unmergeExchanges.ts';

/**
 * Makes two people again of those who were merged, inside the caller's transaction, which brings `other` back from the
 * trash: they get back all that came from them and is still with the one who was kept. What was changed about that one
 * since stays changed. Fails with `notFound` while that one is in the trash.
 * @returns the numbers of the people to refresh; `people.refreshAliases` is due, too
 */
export function unmergePeople(
  context: JournalContext,
  other: WholePerson,
  batchId: string | null,
  merged: Merged,
): readonly number[] {
  const { db } = context;
  const { n: kept, id: keptId } = merged.kept;
  const isThere = statement(db, 'SELECT 1 FROM person WHERE n = ?').get(kept) !== undefined;
  if (!isThere && isInTrash(db, kept)) {
    throw new KithError(
      'notFound',
      'Whoever this person was merged with is in the trash. Restore that person first.',
    );
  }
  statement(db, 'DELETE FROM person_alias WHERE old_n = ?').run(other.n);
  const { n: gone } = insertPerson(context, withKnownCircle(db, other.person), { ...other, batchId });
  // With whoever is gone for good, what came from the other is gone, too: only the person is left.
  if (!isThere) return [gone];
  unmergeRecords(db, { gone, goneId: other.id, kept, keptId }, merged.records);
  unmergeLinks(context, { gone, kept, since: merged.mergedAt, indexVersion: merged.indexVersion });
  unmergeExchanges(db, gone, kept);
  restoreKept(context, merged);
  for (const n of [gone, kept]) tendLinksOf(db, n);
  // Who introduced the other may be the one who was kept.
  overwritePerson(context, gone, { met: other.person.met }, other.changedAt);
  return [gone, kept, ...merged.records.introduced];
}

function restoreKept(context: JournalContext, { kept, after, versionIds }: Merged): void {
  const { db, clock } = context;
  const now = readWholePerson(db, kept.n);
  const forget = statement(db, 'DELETE FROM person_history WHERE id = ?');
  forget.run(versionIds[0]);
  const untouched = untouchedSince(now.person, after);
  if (untouched.length === Object.keys(now.person).length) {
    forget.run(versionIds[1]);
    overwritePerson(context, kept.n, withKnownCircle(db, kept.person), kept.changedAt);
    return;
  }
  keepPersonVersion(context, now);
  const before = Object.fromEntries(untouched.map((field) => [field, kept.person[field]]));
  const person: PersonDraft = { ...now.person, ...before };
  overwritePerson(context, kept.n, withKnownCircle(db, person), clock.now());
}

/** What of them is still as merging made it; that becomes again what it was before. */
function untouchedSince(now: PersonDraft, after: PersonDraft): readonly (keyof PersonDraft)[] {
  const fields = Object.keys(now) as (keyof PersonDraft)[];
  return fields.filter((field) => isSame(now[field], after[field]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isInTrash(store: Store, n: number): boolean {
  return statement(store, 'SELECT 1 FROM trash WHERE person_n = ?').get(n) !== undefined;
}
