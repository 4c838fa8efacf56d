import { z } from 'zod';
import { day } from '../../../shared/models/day.ts';
import { id } from '../../../shared/models/ids.ts';
import { mergeLines } from '../../../shared/rules/facts/succession.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { writeRetirements } from './insertFact.ts';
import { readFactsOf } from './readFacts.ts';

const end = z.object({ retiredOn: day.nullable(), retiredBy: id.nullable() });

/** What merging did to facts, so that it can be taken back. */
export const mergedFacts = z.object({
  moved: z.array(id),
  /** Those that took the place of others, or lost theirs. */
  ended: z.array(z.object({ id, before: end, after: end })),
});
export type MergedFacts = Readonly<z.infer<typeof mergedFacts>>;

/** Gives the facts of `gone` to `kept`, inside the caller's transaction: of two employers, one was before the other. */
export function mergeFacts(store: Store, gone: number, kept: number): MergedFacts {
  const moved = statement<[number], string>(store, 'SELECT id FROM fact WHERE person_n = ? ORDER BY id')
    .pluck()
    .all(gone);
  statement(store, 'UPDATE fact SET person_n = ? WHERE person_n = ?').run(kept, gone);
  const all = readFactsOf(store, kept);
  const isTheirs = new Set(moved);
  const retirements = mergeLines(
    all.filter((fact) => !isTheirs.has(fact.id)),
    all.filter((fact) => isTheirs.has(fact.id)),
  );
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  writeRetirements(store, retirements);
  return {
    moved,
    ended: retirements.map(({ id: factId, retiredOn, retiredBy }) => {
      const was = byId.get(factId);
      const before = { retiredOn: was?.retiredOn ?? null, retiredBy: was?.retiredBy ?? null };
      return { id: factId, before, after: { retiredOn, retiredBy } };
    }),
  };
}

/** Gives back what {@link mergeFacts} moved and is still with `kept`, inside the caller's transaction. */
export function unmergeFacts(store: Store, gone: number, kept: number, merged: MergedFacts): void {
  // What was said of a fact since stays.
  const mend = statement(
    store,
    `UPDATE fact SET retired_on = ?, retired_by = ?
     WHERE id = ? AND person_n = ? AND retired_on IS ? AND retired_by IS ?`,
  );
  for (const { id: factId, before, after } of merged.ended) {
    mend.run(before.retiredOn, before.retiredBy, factId, kept, after.retiredOn, after.retiredBy);
  }
  const move = statement(store, 'UPDATE fact SET person_n = ? WHERE person_n = ? AND id = ?');
  for (const factId of merged.moved) move.run(gone, kept, factId);
}
