import type { PersonName, PersonRow } from '../../../shared/models/person.ts';
import type { Store } from '../store/openStore.ts';

/** Everybody in memory, light, so that lookups at every key never touch the disk. */
export interface PeopleIndex {
  /** The row of a person by id. */
  readonly row: (id: string) => PersonRow | undefined;
  /** The small integer of a person, as index tokens use it. */
  readonly number: (id: string) => number | undefined;
  /** Everybody who is in the circle. */
  readonly inCircle: (circleId: string) => readonly PersonRow[];
  readonly all: () => readonly PersonRow[];
  /** Fuzzy lookup, best first: a trigram prefilter, then fuse.js. */
  readonly suggest: (text: string, limit: number) => readonly PersonRow[];
  /** Reads these people again after they, or entries with them, changed. */
  readonly refresh: (numbers: Iterable<number>) => void;
  readonly name: (number: number) => PersonName | undefined;
}

export function buildPeopleIndex(_db: Store): PeopleIndex {
  throw new Error('not built yet');
}
