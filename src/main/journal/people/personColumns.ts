import type { PersonDraft } from '../../../shared/models/person.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { introducerNumber } from './introducer.ts';
import type { PersonParts } from './personParts.ts';

/** What of a person stands in their own row. */
export type PersonColumns = Omit<PersonDraft, keyof PersonParts>;

interface ColumnsSqlRow {
  readonly name: string;
  readonly preferred_name: string;
  readonly pronunciation: string;
  readonly pronouns: string;
  readonly circle_id: string | null;
  readonly floor_days: number | null;
  readonly ceiling_days: number | null;
  readonly intention: string;
  readonly met_on: string | null;
  readonly met_where: string;
  readonly through_id: string | null;
  readonly met_entry_id: string | null;
  readonly photo_id: string | null;
  readonly notes: string;
}

/** The row of the person `n`, who must be there. Who introduced them may be in the trash. */
export function readColumns(store: Store, n: number): PersonColumns {
  const row = statement<[number], ColumnsSqlRow>(
    store,
    `SELECT person.name, person.preferred_name, person.pronunciation, person.pronouns, person.circle_id,
       person.floor_days, person.ceiling_days, person.intention, person.met_on, person.met_where,
       ifnull(introducer.id, trash.subject_id) AS through_id, person.met_entry_id, person.photo_id, person.notes
     FROM person
     LEFT JOIN person AS introducer ON introducer.n = person.met_through_n
     LEFT JOIN trash ON trash.person_n = person.met_through_n
     WHERE person.n = ?`,
  ).get(n);
  if (!row) throw new Error('there is no such person to read');
  return {
    name: row.name,
    preferredName: row.preferred_name,
    pronunciation: row.pronunciation,
    pronouns: row.pronouns,
    circleId: row.circle_id,
    rhythm: toRhythm(row),
    met: {
      on: row.met_on,
      where: row.met_where,
      throughId: row.through_id,
      entryId: row.met_entry_id,
    },
    intention: row.intention,
    photoId: row.photo_id,
    notes: row.notes,
  };
}

/** A person's own rhythm, from the columns of their row. */
export function toRhythm({
  floor_days,
  ceiling_days,
}: Pick<ColumnsSqlRow, 'floor_days' | 'ceiling_days'>): PersonDraft['rhythm'] {
  return floor_days === null || ceiling_days === null
    ? null
    : { floorDays: floor_days, ceilingDays: ceiling_days };
}

/** Writes what is given of the row of the person `n`, and leaves the rest. */
export function writeColumns(store: Store, n: number, given: Changes, changedAt: number): void {
  const { name, preferredName, pronunciation, pronouns, intention, notes } = given;
  statement(
    store,
    `UPDATE person SET
       name = ifnull(?, name),
       preferred_name = ifnull(?, preferred_name),
       pronunciation = ifnull(?, pronunciation),
       pronouns = ifnull(?, pronouns),
       intention = ifnull(?, intention),
       notes = ifnull(?, notes),
       changed_at = ?
     WHERE n = ?`,
  ).run(...[name, preferredName, pronunciation, pronouns, intention, notes].map(orNull), changedAt, n);
  writeNullable(store, n, given);
}

type Changes = { readonly [K in keyof PersonColumns]?: PersonColumns[K] | undefined };

/** What may also be nothing, so that nothing is not the same as not given. */
function writeNullable(store: Store, n: number, { circleId, rhythm, photoId, met }: Changes): void {
  if (circleId !== undefined) {
    statement(store, 'UPDATE person SET circle_id = ? WHERE n = ?').run(circleId, n);
  }
  if (rhythm !== undefined) {
    statement(store, 'UPDATE person SET floor_days = ?, ceiling_days = ? WHERE n = ?').run(
      rhythm?.floorDays ?? null,
      rhythm?.ceilingDays ?? null,
      n,
    );
  }
  if (photoId !== undefined) {
    statement(store, 'UPDATE person SET photo_id = ? WHERE n = ?').run(photoId, n);
  }
  if (met !== undefined) {
    statement(
      store,
      'UPDATE person SET met_on = ?, met_where = ?, met_through_n = ?, met_entry_id = ? WHERE n = ?',
    ).run(met.on, met.where, introducerNumber(store, n, met.throughId), met.entryId, n);
  }
}

function orNull(text: string | undefined): string | null {
  return text ?? null;
}
