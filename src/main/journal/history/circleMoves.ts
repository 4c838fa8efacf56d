import { tendLinksOf } from '../people/tendLinks.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Somebody who went from a circle, or none, to another. */
export interface Moved {
  readonly n: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Of so many at once, what follows from their circle follows now; of the others, in quiet moments. */
const FOLLOW_NOW = 50;

/** Who is in which circle, by number. */
export type Memberships = ReadonlyMap<number, string | null>;

/** Reads of everybody in which circle they are. */
export function readMemberships(store: Store): Memberships {
  const rows = store.prepare<[], [number, string | null]>('SELECT n, circle_id FROM person').raw().all();
  return new Map(rows);
}

/** Who is in another circle than before. */
export function movedBetween(before: Memberships, after: Memberships): readonly Moved[] {
  return [...before].flatMap(([n, from]) => {
    const to = after.get(n);
    return to === undefined || to === from ? [] : [{ n, from, to }];
  });
}

/** Moves those who are still where they were moved from, inside the caller's transaction. */
export function movePeople(store: Store, moved: readonly Moved[]): void {
  const move = statement(store, 'UPDATE person SET circle_id = ? WHERE n = ? AND circle_id IS ?');
  for (const { n, from, to } of moved) move.run(to, n, from);
  for (const { n } of moved.slice(0, FOLLOW_NOW)) tendLinksOf(store, n);
}
