/** A stretch of text, and whether it is what was searched for. */
export interface HighlightCut {
  readonly text: string;
  readonly hit: boolean;
  /** UTF-16 offset into the whole text. */
  readonly from: number;
}

/** Cuts `text` at its highlights: half-open UTF-16 ranges, in order, not touching. Ranges outside of it are ignored. */
export function cutHighlights(
  text: string,
  highlights: readonly (readonly [number, number])[],
): readonly HighlightCut[] {
  const cuts: HighlightCut[] = [];
  let at = 0;
  for (const [from, to] of highlights) {
    if (from < at || to > text.length || from >= to) continue;
    if (from > at) cuts.push({ text: text.slice(at, from), hit: false, from: at });
    cuts.push({ text: text.slice(from, to), hit: true, from });
    at = to;
  }
  if (at < text.length) cuts.push({ text: text.slice(at), hit: false, from: at });
  return cuts;
}
