/** Rows asked for at a time: more than a tall window shows, few enough for a fast message. */
export const PAGE_SIZE = 80;

/** The pages that hold the rows `first` to `last` (both included) of `total`. */
export function pagesOfRows(first: number, last: number, total: number): readonly number[] {
  if (total === 0 || last < first) return [];
  const from = Math.floor(Math.max(0, first) / PAGE_SIZE);
  const to = Math.floor(Math.min(last, total - 1) / PAGE_SIZE);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
