import type { ExchangeCursor } from '../../../shared/contract/exchanges.ts';
import type { ExchangeKind } from '../../../shared/models/exchange.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Where a mark stands, and its sentence in the body of the entry, in UTF-16 units. */
export interface MarkRow {
  readonly k: number;
  readonly position: number;
  readonly kind: ExchangeKind;
  readonly begins: number;
  readonly ends: number;
}

/** Marks of these kinds before `older`, newest first, at most `limit`: those about the person `n`, or all. */
export function readMarks(
  store: Store,
  n: number | undefined,
  kinds: readonly ExchangeKind[],
  older: ExchangeCursor,
  limit: number,
): readonly MarkRow[] {
  return [...new Set(kinds)]
    .flatMap((kind) =>
      n === undefined ? readOfAll(store, kind, older, limit) : readOfPerson(store, n, kind, older, limit),
    )
    .sort((a, b) => b.k - a.k || b.position - a.position)
    .slice(0, limit);
}

function readOfPerson(
  store: Store,
  n: number,
  kind: ExchangeKind,
  { k, position }: ExchangeCursor,
  limit: number,
): MarkRow[] {
  return statement<[number, string, number, number, number], MarkRow>(
    store,
    `SELECT k, position, kind, begins, ends FROM exchange INDEXED BY exchange_by_person
     WHERE person_n = ? AND kind = ? AND (k, position) < (?, ?) ORDER BY k DESC, position DESC LIMIT ?`,
  ).all(n, kind, k, position, limit);
}

/** Each once, whomever it is about; 0 is nobody. What is only about people in the trash is left out. */
function readOfAll(
  store: Store,
  kind: ExchangeKind,
  { k, position }: ExchangeCursor,
  limit: number,
): MarkRow[] {
  return statement<[string, number, number, number], MarkRow>(
    store,
    `SELECT k, position, kind, begins, ends FROM exchange INDEXED BY exchange_by_kind
     WHERE kind = ? AND (k, position) < (?, ?)
       AND (person_n = 0 OR EXISTS (SELECT 1 FROM person WHERE n = person_n))
     GROUP BY k, position ORDER BY k DESC, position DESC LIMIT ?`,
  ).all(kind, k, position, limit);
}
