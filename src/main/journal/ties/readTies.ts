import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { PersonName } from '../../../shared/models/person.ts';
import { type StoredTie, type StoredTieKind, type Tie, tieKinds } from '../../../shared/models/tie.ts';
import { seeTie } from '../../../shared/rules/network/turnTie.ts';
import type { JournalContext } from '../context.ts';
import { requirePerson } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { readFamily } from './readFamily.ts';

export interface TieSqlRow {
  readonly id: string;
  readonly from_n: number;
  readonly to_n: number;
  readonly kind: StoredTieKind;
  readonly words: string;
  readonly reverse_words: string;
  readonly since: string | null;
  readonly until: string | null;
}

/** What a person has to do with others. Fails with `notFound`. */
export function listTies(context: JournalContext, personId: string): JournalOutput<'ties.list'> {
  const { db } = context;
  const n = requirePerson(context, personId);
  return {
    ties: readTiesOf(context, n, personId),
    family: readFamily(context, n),
    introducedBy: readIntroducer(context, n),
    introduced: readIntroduced(db, n),
  };
}

/** The ties of the person `n`, in the order of a page: by kind, then by name. */
function readTiesOf({ db, people }: JournalContext, n: number, personId: string): Tie[] {
  const rows = statement<[object], TieSqlRow>(
    db,
    `SELECT id, from_n, to_n, kind, words, reverse_words, since, until FROM tie WHERE from_n = @n
     UNION ALL SELECT id, from_n, to_n, kind, words, reverse_words, since, until FROM tie WHERE to_n = @n`,
  ).all({ n });
  return rows
    .flatMap((row): Tie[] => {
      const other = people.name(row.from_n === n ? row.to_n : row.from_n);
      if (!other) return [];
      const ids = row.from_n === n ? [personId, other.id] : [other.id, personId];
      const { otherId: _, ...seen } = seeTie(toStoredTie(row, ids[0] ?? '', ids[1] ?? ''), personId);
      return [{ ...seen, id: row.id, other: nameOf(other) }];
    })
    .sort(byPlace);
}

export function toStoredTie(row: TieSqlRow, fromId: string, toId: string): StoredTie {
  const { id, kind, words, reverse_words, since, until } = row;
  return { id, fromId, toId, kind, words, reverseWords: reverse_words, since, until };
}

/** The name of somebody and nothing else. */
export function nameOf({ id, name, preferredName }: PersonName): PersonName {
  return { id, name, preferredName };
}

function readIntroducer({ db, people }: JournalContext, n: number): PersonName | null {
  const by = statement<[number], number | null>(db, 'SELECT met_through_n FROM person WHERE n = ?')
    .pluck()
    .get(n);
  const name = by ? people.name(by) : undefined;
  return name ? nameOf(name) : null;
}

/** Those whom somebody introduced, and those whom these did. */
function readIntroduced(store: Store, n: number): JournalOutput<'ties.list'>['introduced'] {
  const introducedBy = statement<[number], PersonName & { readonly n: number }>(
    store,
    `SELECT n, id, name, preferred_name AS preferredName FROM person WHERE met_through_n = ? ORDER BY name, id`,
  );
  return introducedBy.all(n).map((person) => ({
    person: nameOf(person),
    introduced: introducedBy.all(person.n).map((other) => ({ person: nameOf(other) })),
  }));
}

function byPlace(a: Tie, b: Tie): number {
  return (
    tieKinds.indexOf(a.kind) - tieKinds.indexOf(b.kind) ||
    a.other.name.localeCompare(b.other.name) ||
    (a.id < b.id ? -1 : 1)
  );
}
