import { fold } from './fold.ts';
import { findCode, type TextRange } from './markdownCode.ts';
import { findMentions } from './mentions.ts';

/** A `#tag` in Markdown. `from` is the place of the `#`. */
export interface FoundTag extends TextRange {
  /** Without the `#`, as written. */
  readonly tag: string;
}

/** As in the model of an entry. */
const TAG_MAX = 100;

const CANDIDATE = /#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_/-]*)/gu;
/** What a `#` may follow: a space, or punctuation that is no part of a word, an address or an entity. */
const BEFORE = /[\s\p{P}\p{S}]/u;
const NOT_BEFORE = '_/#&?=%@\\.-';

/**
 * The tags in `text`, in order, repetitions included. Letters, digits, `-`, `_` and `/` make a tag; it has at least
 * one letter, so that “#1” is none, and does not end in `-` or `/`. The `# ` of a heading is none; nor is what is
 * escaped, longer than 100 characters, or in code, a mention, an address or the target of a link. Takes time in
 * proportion to the text.
 */
export function findTags(text: string): readonly FoundTag[] {
  if (!text.includes('#')) return [];
  const hidden = [findCode(text), findMentions(text), findAddresses(text)].map((ranges) => isWithin(ranges));
  const found: FoundTag[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const from = match.index;
    const tag = trimEnd(match[1] as string);
    if (tag.length > TAG_MAX || !/\p{L}/u.test(tag) || !mayBegin(text, from)) continue;
    if (hidden.some((holds) => holds(from))) continue;
    found.push({ from, to: from + 1 + tag.length, tag });
  }
  return found;
}

/** By hand, for a pattern would read a long run of hyphens once for each of them. */
function trimEnd(tag: string): string {
  let end = tag.length;
  while (end > 0 && (tag[end - 1] === '-' || tag[end - 1] === '/')) end--;
  return tag.slice(0, end);
}

function mayBegin(text: string, at: number): boolean {
  if (at === 0) return true;
  // The second unit of a surrogate pair tells what the whole is: an emoji may stand before a tag, a letter may not.
  const before = String.fromCodePoint(text.codePointAt(isPairEnd(text, at - 1) ? at - 2 : at - 1) as number);
  if (NOT_BEFORE.includes(before) || !BEFORE.test(before)) return false;
  return !(before === '(' && text[at - 2] === ']');
}

function isPairEnd(text: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** What follows a `://`, up to a space or an angle bracket. */
function findAddresses(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  const end = /[\s<>]|$/g;
  for (let from = text.indexOf('://'); from >= 0; from = text.indexOf('://', end.lastIndex)) {
    end.lastIndex = from;
    const to = end.exec(text)?.index ?? text.length;
    end.lastIndex = Math.max(to, from + 3);
    found.push({ from, to });
  }
  return found;
}

/** Answers for rising offsets whether they lie in one of the ranges. */
function isWithin(ranges: readonly TextRange[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < ranges.length && (ranges[next] as TextRange).to <= at) next++;
    const range = ranges[next];
    return range !== undefined && range.from <= at;
  };
}

/** A tag as compared: without regard to case and accents. Tags with the same folded form are one tag. */
export function foldTag(tag: string): string {
  return fold(tag) || tag;
}
