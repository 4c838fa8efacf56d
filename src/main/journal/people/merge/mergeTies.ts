import { z } from 'zod';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';

const tieRow = z.object({
  id: z.string(),
  from_n: z.int(),
  to_n: z.int(),
  kind: z.string(),
  words: z.string(),
  reverse_words: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  created_at: z.int(),
  changed_at: z.int(),
});
type TieRow = Readonly<z.infer<typeof tieRow>>;

export const mergedTies = z.object({
  from: z.array(z.string()),
  to: z.array(z.string()),
  /** Between the two themselves, or such as the other had already. */
  dropped: z.array(tieRow),
});
export type MergedTies = Readonly<z.infer<typeof mergedTies>>;

/** Gives the ties of `gone` to `kept`: none with themselves, and none twice. */
export function mergeTies(store: Store, gone: number, kept: number): MergedTies {
  const known = new Set(tiesOf(store, kept).map(meaningOf));
  const merged: MergedTies = { from: [], to: [], dropped: [] };
  const remove = statement(store, 'DELETE FROM tie WHERE id = ?');
  const moveFrom = statement(store, 'UPDATE tie SET from_n = ? WHERE id = ?');
  const moveTo = statement(store, 'UPDATE tie SET to_n = ? WHERE id = ?');
  for (const tie of tiesOf(store, gone)) {
    const isFrom = tie.from_n === gone;
    const moved = { ...tie, [isFrom ? 'from_n' : 'to_n']: kept };
    const meaning = meaningOf(moved);
    if (moved.from_n === moved.to_n || known.has(meaning)) {
      merged.dropped.push(tie);
      remove.run(tie.id);
      continue;
    }
    known.add(meaning);
    (isFrom ? moveFrom : moveTo).run(kept, tie.id);
    merged[isFrom ? 'from' : 'to'].push(tie.id);
  }
  return merged;
}

/** Gives back those that are still with `kept`. */
export function unmergeTies(store: Store, gone: number, kept: number, merged: MergedTies): void {
  const moveFrom = statement(store, 'UPDATE tie SET from_n = ? WHERE from_n = ? AND id = ? AND to_n <> ?');
  for (const id of merged.from) moveFrom.run(gone, kept, id, gone);
  const moveTo = statement(store, 'UPDATE tie SET to_n = ? WHERE to_n = ? AND id = ? AND from_n <> ?');
  for (const id of merged.to) moveTo.run(gone, kept, id, gone);
  const insert = statement(
    store,
    `INSERT OR IGNORE INTO tie
       (id, from_n, to_n, kind, words, reverse_words, since, until, created_at, changed_at)
     SELECT @id, @from_n, @to_n, @kind, @words, @reverse_words, @since, @until, @created_at, @changed_at
     WHERE EXISTS (
       SELECT 1 FROM person WHERE n = @from_n UNION ALL SELECT 1 FROM trash WHERE person_n = @from_n)
     AND EXISTS (SELECT 1 FROM person WHERE n = @to_n UNION ALL SELECT 1 FROM trash WHERE person_n = @to_n)`,
  );
  for (const tie of merged.dropped) insert.run(tie);
}

function tiesOf(store: Store, n: number): readonly TieRow[] {
  return statement<[object], TieRow>(
    store,
    `SELECT * FROM tie WHERE from_n = @n UNION ALL SELECT * FROM tie WHERE to_n = @n AND from_n <> @n`,
  ).all({ n });
}

/** The same for two ties that say the same: only a parent and its child, and own words, have a direction. */
function meaningOf({ kind, from_n, to_n, words, reverse_words }: TieRow): string {
  if (kind === 'parent') return JSON.stringify([kind, from_n, to_n]);
  const said = from_n < to_n ? [from_n, to_n, words, reverse_words] : [to_n, from_n, reverse_words, words];
  return JSON.stringify([kind, ...(kind === 'own' ? said : said.slice(0, 2))]);
}
