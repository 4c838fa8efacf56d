import { KithError } from '../../../../shared/contract/errors.ts';
import type { PersonDraft } from '../../../../shared/models/person.ts';
import type { JournalContext } from '../../context.ts';
import { keepPersonVersion } from '../../history/versions.ts';
import { readWholePerson } from '../../history/wholePerson.ts';
import { unindexPerson } from '../../search/indexPerson.ts';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';
import { putInTrash } from '../../trash/trashContent.ts';
import { personNumber } from '../getPerson.ts';
import { assertCircle } from '../insertPerson.ts';
import { overwritePerson } from '../writePerson.ts';
import { mergeLinks } from './mergeLinks.ts';
import { type Merging, mergeRecords } from './mergeRecords.ts';

export interface MergeWish {
  readonly keepId: string;
  readonly otherId: string;
  /** What the one who is kept is to be. */
  readonly person: PersonDraft;
}

/** What is told of a merge, so that it can be undone and done again. */
export interface MergeDone {
  readonly id: string;
  readonly otherId: string;
  readonly person: PersonDraft;
  readonly trashId: string;
  readonly mergedAt: number;
}

/**
 * Makes one person of two, in one transaction: who is kept becomes `person`; entries, facts, ties, promises and all else
 * of the other are theirs, and the other's id means them from then on, so that texts stay as they are. What the other was
 * stands among the earlier versions of who is kept, and lies in the trash, out of which it is taken back.
 *
 * @param mergedAt when that was, if it is done again
 *
 * Fails with `badInput` where both are one, or the circle is unknown; with `notFound` where one of them is gone.
 */
export function mergePeople(
  context: JournalContext,
  { keepId, otherId, person }: MergeWish,
  mergedAt: number = context.clock.now(),
): MergeDone {
  const { db } = context;
  const trashId = context.newId();
  const { merging, given } = db.transaction(() => {
    const merging = requireTwo(context, keepId, otherId);
    assertCircle(db, person.circleId);
    const given = withoutThemselves(person, merging);
    absorb(context, merging, given, { trashId, mergedAt });
    return { merging, given };
  })();
  context.people.refreshAliases();
  context.people.refresh([merging.kept, merging.gone, ...introducedBy(db, merging.kept)]);
  tellMerged(context);
  return { id: merging.keptId, otherId: merging.goneId, person: given, trashId, mergedAt };
}

/** What windows have to read anew after two people became one or two again. */
export function tellMerged(context: JournalContext): void {
  context.changed(
    'person',
    'circle',
    'entry',
    'tag',
    'trash',
    'fact',
    'tie',
    'promise',
    'exchange',
    'nudgeAct',
    'shelf',
  );
}

function requireTwo(context: JournalContext, keepId: string, otherId: string): Merging {
  const [kept, gone] = [personNumber(context, keepId), personNumber(context, otherId)];
  if (kept === undefined || gone === undefined) {
    throw new KithError('notFound', 'One of the two is not in the journal any more.');
  }
  if (kept === gone) {
    throw new KithError('badInput', 'These are one and the same person. Choose somebody else to merge with.');
  }
  const idOf = statement<[number], string>(context.db, 'SELECT id FROM person WHERE n = ?').pluck();
  return { kept, gone, keptId: idOf.get(kept) ?? keepId, goneId: idOf.get(gone) ?? otherId };
}

/** Nobody introduced themselves, though one of the two may have introduced the other. */
function withoutThemselves(person: PersonDraft, { keptId, goneId }: Merging): PersonDraft {
  const { throughId } = person.met;
  const isOneOfThem = throughId === keptId || throughId === goneId;
  return isOneOfThem ? { ...person, met: { ...person.met, throughId: null } } : person;
}

function absorb(
  context: JournalContext,
  merging: Merging,
  person: PersonDraft,
  { trashId, mergedAt }: Pick<MergeDone, 'trashId' | 'mergedAt'>,
): void {
  const { db, clock } = context;
  const { kept, gone, keptId, goneId } = merging;
  const before = readWholePerson(db, kept);
  const other = readWholePerson(db, gone);
  const indexVersion = readIndexVersion(db, gone);
  const records = mergeRecords(db, merging);
  const versionIds: [string, string] = [
    keepPersonVersion(context, { ...other, id: keptId, n: kept }),
    keepPersonVersion(context, before),
  ];
  overwritePerson(context, kept, person, mergedAt);
  const after = readWholePerson(db, kept).person;
  const merged = { kept: before, after, records, versionIds, indexVersion, mergedAt };
  putInTrash(db, trashId, { kind: 'person', content: { ...other, merged } }, clock.now());
  unindexPerson(context, gone);
  statement(db, 'DELETE FROM person WHERE n = ?').run(gone);
  statement(db, 'INSERT INTO person_alias (old_id, old_n, person_n) VALUES (?, ?, ?)').run(
    goneId,
    gone,
    kept,
  );
  mergeLinks(context, gone, kept);
}

function introducedBy(store: Store, n: number): readonly number[] {
  return statement<[number], number>(store, 'SELECT n FROM person WHERE met_through_n = ?').pluck().all(n);
}

/** By which rules the index was made; null if entries of this person wait for it, and will stand in it otherwise. */
function readIndexVersion(store: Store, n: number): number | null {
  const waits = statement<[number]>(
    store,
    `SELECT 1 FROM entry_person CROSS JOIN index_pending ON index_pending.k = entry_person.k
     WHERE person_n = ? LIMIT 1`,
  ).get(n);
  if (waits !== undefined) return null;
  return statement<[], number>(store, 'SELECT version FROM index_state').pluck().get() ?? null;
}
