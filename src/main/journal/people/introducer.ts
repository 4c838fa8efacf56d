import { KithError } from '../../../shared/contract/errors.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { numberOfAnybody } from './personNumbers.ts';

/**
 * Fails with `badInput` unless `throughId` may be who introduced the person `n` (null: somebody who is not in the
 * journal yet): nobody, or somebody else, whom the person did not introduce themselves, not even by way of others.
 */
export function assertIntroducer(store: Store, n: number | null, throughId: string | null): void {
  if (throughId === null) return;
  const through = numberOfAnybody(store, throughId);
  if (through === undefined) {
    throw new KithError('badInput', 'Whoever introduced them is not in the journal any more.');
  }
  if (n === null) return;
  if (through === n) throw new KithError('badInput', 'Nobody is introduced by themselves.');
  if (introducersOf(store, through).has(n)) {
    throw new KithError(
      'badInput',
      'This goes round in a circle: whoever you chose was introduced by this person, themselves or by way of others.',
    );
  }
}

/**
 * The number of who introduced the person `n`, of whom that was known once. What can’t be any more is left out: they are
 * gone for good, or were introduced by the person meanwhile.
 */
export function introducerNumber(store: Store, n: number | null, throughId: string | null): number | null {
  const through = throughId === null ? undefined : numberOfAnybody(store, throughId);
  if (through === undefined || through === n) return null;
  return n !== null && introducersOf(store, through).has(n) ? null : through;
}

/** Writes who introduced the person `n`, if that can be; see {@link introducerNumber}. */
export function writeIntroducer(store: Store, n: number, throughId: string): void {
  const through = introducerNumber(store, n, throughId);
  statement(store, 'UPDATE person SET met_through_n = ? WHERE n = ?').run(through, n);
}

/** Everybody in the chain that led to a person: who introduced them, who introduced those, and so on. */
function introducersOf(store: Store, n: number): ReadonlySet<number> {
  const next = statement<[number], number | null>(
    store,
    'SELECT met_through_n FROM person WHERE n = ?',
  ).pluck();
  const chain = new Set<number>();
  for (let at = next.get(n); at && !chain.has(at); at = next.get(at)) chain.add(at);
  return chain;
}
