import type { Fact } from '../../../shared/models/fact.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { readFactsOf } from './readFacts.ts';

/** Everything known of the person `n` for an export, in the order in which it was written down. */
export function readFactsForExport(store: Store, n: number): Fact[] {
  return readFactsOf(store, n).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** All facts for the export, a person at a time. Those of people in the trash are left out. */
export function* readAllFacts(store: Store): Iterable<Fact> {
  const numbers = statement<[], number>(store, 'SELECT n FROM person ORDER BY n').pluck().all();
  for (const n of numbers) yield* readFactsForExport(store, n);
}
