import type { ExchangeKind } from '../../../shared/models/exchange.ts';
import { findThanks, isFavour } from '../../../shared/rules/exchanges/thanks.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import type { MarkRow } from './readMarks.ts';

interface OwnMark {
  readonly entryId: number;
  readonly position: number;
  readonly kind: ExchangeKind;
}

/** Finds the day on which the first of the people `numbers` was thanked for a favour; null where nobody was. */
export function thanksFinder(
  store: Store,
): (mark: Pick<MarkRow, 'k' | 'position' | 'kind'>, numbers: readonly number[]) => string | null {
  const known = new Map<number, readonly OwnMark[]>();
  const marksOf = (n: number) => {
    const marks = known.get(n) ?? readOwnMarks(store, n);
    known.set(n, marks);
    return marks;
  };
  return ({ k, position, kind }, numbers) => {
    if (!isFavour(kind)) return null;
    const thanks = numbers.flatMap((n) => {
      const marks = marksOf(n);
      const at = marks.findIndex((mark) => mark.entryId === k && mark.position === position);
      return findThanks(marks, at)?.entryId ?? [];
    });
    return thanks.length === 0 ? null : dayOfKey(Math.min(...thanks));
  };
}

/** In the order of time. */
function readOwnMarks(store: Store, n: number): readonly OwnMark[] {
  return statement<[number], OwnMark>(
    store,
    `SELECT k AS entryId, position, kind FROM exchange INDEXED BY exchange_by_person
     WHERE person_n = ? AND kind IN ('kind', 'introduced', 'thanked')`,
  )
    .all(n)
    .sort((a, b) => a.entryId - b.entryId || a.position - b.position);
}
