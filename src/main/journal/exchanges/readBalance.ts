import type { JournalOutput } from '../../../shared/contract/index.ts';
import { type ExchangeKind, exchangeKinds } from '../../../shared/models/exchange.ts';
import { type ExchangeCounts, sayBalance } from '../../../shared/rules/exchanges/balance.ts';
import type { JournalContext } from '../context.ts';
import { requirePerson } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** What passed between the user and a person in all. Fails with `notFound`. */
export function readBalance(context: JournalContext, personId: string): JournalOutput<'exchanges.balance'> {
  const { db } = context;
  const n = requirePerson(context, personId);
  const counts = readCounts(db, n);
  const words = sayBalance({
    counts,
    askedSince: countSince(db, n, 'asked', 'gave'),
    receivedSince: countSince(db, n, 'received', 'gave'),
    gaveSince: countSince(db, n, 'gave', 'received'),
  });
  return { counts, words };
}

function readCounts(store: Store, n: number): ExchangeCounts {
  const rows = statement<[number], [ExchangeKind, number]>(
    store,
    `SELECT kind, count(*) FROM exchange INDEXED BY exchange_by_person WHERE person_n = ? GROUP BY kind`,
  )
    .raw()
    .all(n);
  const none = Object.fromEntries(exchangeKinds.map((kind) => [kind, 0])) as Record<ExchangeKind, number>;
  return { ...none, ...Object.fromEntries(rows) };
}

/** How many marks of `kind` stand behind the last one of `after`; all, where there is none. */
function countSince(store: Store, n: number, kind: ExchangeKind, after: ExchangeKind): number {
  const last = statement<[number, string], { k: number; position: number }>(
    store,
    `SELECT k, position FROM exchange INDEXED BY exchange_by_person
     WHERE person_n = ? AND kind = ? ORDER BY k DESC, position DESC LIMIT 1`,
  ).get(n, after) ?? { k: -1, position: 0 };
  return (
    statement<[number, string, number, number], number>(
      store,
      `SELECT count(*) FROM exchange INDEXED BY exchange_by_person
       WHERE person_n = ? AND kind = ? AND (k, position) > (?, ?)`,
    )
      .pluck()
      .get(n, kind, last.k, last.position) ?? 0
  );
}
