import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** An id or number that means somebody else since two people were merged. */
export interface Alias {
  readonly oldId: string;
  readonly oldNumber: number;
  /** Who is meant; may be in the trash. */
  readonly n: number;
}

interface AliasSqlRow {
  readonly old_id: string;
  readonly old_n: number;
  readonly person_n: number;
}

/** All of them. */
export function readAliases(store: Store): readonly Alias[] {
  return statement<[], AliasSqlRow>(store, 'SELECT old_id, old_n, person_n FROM person_alias')
    .all()
    .map(({ old_id, old_n, person_n }) => ({ oldId: old_id, oldNumber: old_n, n: person_n }));
}

/** The number of who is meant by an id that is no more; undefined where it never was somebody's who was merged. */
export function numberByOldId(store: Store, id: string): number | undefined {
  return statement<[string], number>(store, 'SELECT person_n FROM person_alias WHERE old_id = ?')
    .pluck()
    .get(id);
}

/** The id by which somebody goes today, for one that may be from before they were merged. */
export function currentId(store: Store, id: string): string {
  const known = statement<[string], string>(
    store,
    'SELECT person.id FROM person_alias CROSS JOIN person ON n = person_n WHERE old_id = ?',
  )
    .pluck()
    .get(id);
  return known ?? id;
}

/** These numbers with those under which the same people stand in what was indexed before they were merged. */
export function withOldNumbers(store: Store, numbers: readonly number[]): readonly number[] {
  const old = statement<[number], number>(store, 'SELECT old_n FROM person_alias WHERE person_n = ?').pluck();
  return numbers.flatMap((n) => [n, ...old.all(n)]);
}
