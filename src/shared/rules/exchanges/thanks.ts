import type { ExchangeKind } from '../../models/exchange.ts';

interface MarkOfEntry {
  readonly kind: ExchangeKind;
  /** Whatever tells entries apart. */
  readonly entryId: string | number;
}

/** What one thanks somebody for. */
export function isFavour(kind: ExchangeKind): boolean {
  return kind === 'kind' || kind === 'introduced';
}

/**
 * The thanks for the favour at place `at` among the marks of one person, which are in the order of time: the first that
 * stands in the same entry, wherever in it, or later. Undefined where they were not thanked since.
 */
export function findThanks<M extends MarkOfEntry>(marks: readonly M[], at: number): M | undefined {
  const favour = marks[at];
  return marks.find(({ kind, entryId }, i) => kind === 'thanked' && (i > at || entryId === favour?.entryId));
}
