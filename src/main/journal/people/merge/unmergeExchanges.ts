import { writeExchanges } from '../../exchanges/writeExchanges.ts';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';

/**
 * Gives back what passed between the user and `gone`, inside the caller's transaction, once entries have their people
 * back: all of entries without `kept`; where both are in an entry, its marks are read again.
 */
export function unmergeExchanges(store: Store, gone: number, kept: number): void {
  statement(
    store,
    `UPDATE exchange SET person_n = @gone WHERE person_n = @kept
     AND k IN (SELECT k FROM merged_link WHERE gone_n = @gone AND kept_role IS NULL)`,
  ).run({ gone, kept });
  const shared = statement<[number], { k: number; body: string }>(
    store,
    `SELECT entry.k, body FROM merged_link CROSS JOIN entry ON entry.k = merged_link.k
     WHERE gone_n = ? AND kept_role IS NOT NULL
       AND EXISTS (SELECT 1 FROM exchange WHERE exchange.k = entry.k)`,
  ).all(gone);
  for (const { k, body } of shared) writeExchanges(store, k, body);
}
