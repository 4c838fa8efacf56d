import type { SearchAnswer } from '../../shared/contract/search.ts';

export type QueryPartKind = SearchAnswer['parts'][number]['kind'];

/** A stretch of the query; `kind` is null for the space between parts. */
export interface QuerySegment {
  readonly text: string;
  readonly kind: QueryPartKind | null;
  /** UTF-16 offset into the query. */
  readonly from: number;
}

/**
 * Cuts `text` into coloured segments. `parts` were found in `answeredText`, which may be a few keys behind: only parts
 * that lie whole in what both texts begin with are coloured, so that a colour never sits on the wrong letters.
 */
export function colourQuery(
  text: string,
  parts: SearchAnswer['parts'],
  answeredText: string,
): readonly QuerySegment[] {
  const shared = sharedLength(text, answeredText);
  const certain = parts.filter((part) => part.to < shared || (part.to === shared && text === answeredText));
  const segments: QuerySegment[] = [];
  let at = 0;
  for (const { kind, from, to } of certain) {
    if (from < at || to < from) continue;
    if (from > at) segments.push({ text: text.slice(at, from), kind: null, from: at });
    segments.push({ text: text.slice(from, to), kind, from });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at), kind: null, from: at });
  return segments;
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
