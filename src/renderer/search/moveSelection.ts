/** How many hits Page Up and Page Down pass over. */
const PAGE_OF_HITS = 8;

/**
 * Which hit is selected after a key, from the field that keeps the focus. `null`: none, so that Enter searches.
 * Going up from the first hit returns to the field; at the last hit it stays. Undefined if the key moves nothing.
 */
export function moveSelection(
  key: string,
  selected: number | null,
  count: number,
): number | null | undefined {
  const last = count - 1;
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return selected === null ? 0 : Math.min(last, selected + 1);
    case 'ArrowUp':
      return selected === null || selected === 0 ? null : selected - 1;
    case 'PageDown':
      return Math.min(last, (selected ?? -1) + PAGE_OF_HITS);
    case 'PageUp':
      return selected === null ? null : Math.max(0, selected - PAGE_OF_HITS);
    default:
      return undefined;
  }
}
