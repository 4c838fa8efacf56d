import { findCode } from '../../rules/markdownCode.ts';

/** A link to another note: `[[target#heading|text]]`. */
export interface WikiLink {
  /** Half-open range of UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** The name or path of the note, without heading, block or `.md`. */
  readonly target: string;
  /** What a reader sees. */
  readonly text: string;
}

/** In a table the bar is written `\|`. One that is escaped is none; one that is embedded (`![[…]]`) shows a note and names nobody. */
const LINK = /(?<![!\\])\[\[([^[\]\n|]+?)(?:\\?\|((?:(?!\]\]|\[\[)[^\n])*))?\]\]/g;

/** The links of `text`, in order. Links inside code are not links. */
export function findWikiLinks(text: string): readonly WikiLink[] {
  if (!text.includes('[[')) return [];
  const code = findCode(text);
  const links: WikiLink[] = [];
  let next = 0;
  for (const match of text.matchAll(LINK)) {
    const from = match.index;
    while ((code[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next++;
    const target = targetOf(match[1] ?? '');
    if (target === '' || (code[next]?.from ?? Number.POSITIVE_INFINITY) <= from) continue;
    const shown = match[2]?.trim() ? match[2] : lastPart(target);
    links.push({ from, to: from + match[0].length, target, text: shown });
  }
  return links;
}

/** The link that `text` is as a whole, or undefined. */
export function wholeWikiLink(text: string): WikiLink | undefined {
  const trimmed = text.trim();
  const [link] = findWikiLinks(trimmed);
  return link && link.from === 0 && link.to === trimmed.length ? link : undefined;
}

/** The part of a note's path after its last `/`. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function targetOf(written: string): string {
  return written
    .replace(/[#^].*$/s, '')
    .trim()
    .replace(/\.md$/i, '');
}
