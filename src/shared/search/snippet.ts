import { MARK_PATTERN } from '../rules/markKinds.ts';
import type { Found } from './matchText.ts';
import type { Cluster } from './rank.ts';

/** A half-open range of UTF-16 offsets. */
export type Range = readonly [from: number, to: number];

export interface Snippet {
  /** One line, without the marks of Markdown; "…" where it was cut. */
  readonly text: string;
  /** In order, not touching. */
  readonly highlights: readonly Range[];
}

/** About so long, in UTF-16 units. */
const LENGTH = 180;
/** How much stands before the first match, so that the sentence can be picked up. */
const BEFORE = 50;
/** How far to look for the edge of a word. Beyond, the text has no spaces, and it is cut where it is. */
const EDGE = 24;
const READ = /[^\s\uffff]/;

/** Stands for what is not read; a noncharacter, which no text may hold. */
const GONE = '\uffff';
/** The target of a link or a mention. It has no spaces, so a cut would fall into the middle of it. */
const TARGET = /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+"[^"\n]*")?\)/g;
/** What Markdown writes that is not read: marks at the beginning of a line, links and mentions around their text. */
const SIGNS =
  /^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)|@\[|!?\[(?=[^\]\n\uffff]*\uffff)|\uffff+|\*{1,3}|~~|`+|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|\\(?=[\\`*_{}[\]()#+\-.!@<>|~"'])|\s+/gmu;
/** The same, and the inline marks of the journal. */
const MARKS = new RegExp(`[ \\t]*${MARK_PATTERN}|${SIGNS.source}`, 'gmu');

/** Makes the snippet of the Markdown `raw` around `cluster`, or its opening if that is null. */
export function makeSnippet(raw: string, found: readonly Found[], cluster: Cluster | null): Snippet {
  const body = raw.includes('](') ? raw.replace(TARGET, (target) => GONE.repeat(target.length)) : raw;
  const from = cluster ? wordStart(body, cluster.from - BEFORE, cluster.from) : 0;
  const to = wordEnd(body, Math.max(from + LENGTH, cluster?.to ?? 0), Math.max(from, cluster?.to ?? 0));
  const { text, place } = readable(body.slice(from, to));
  const ahead = from > 0 && READ.test(body.slice(Math.max(0, from - 200), from)) ? '…' : '';
  const behind = READ.test(body.slice(to, to + 200)) ? '…' : '';
  const ranges = found
    .filter((each) => each.from >= from && each.to <= to)
    .map((each): Range => [place(each.from - from) + ahead.length, place(each.to - from) + ahead.length]);
  return { text: ahead + text + behind, highlights: mergeRanges(ranges) };
}

function wordStart(text: string, wish: number, latest: number): number {
  if (wish <= 0) return 0;
  const space = /[\s\uffff]/g;
  space.lastIndex = wish - 1;
  const match = space.exec(text.slice(0, latest));
  if (match && match.index - wish < EDGE) return match.index + 1;
  return onCharacter(text, wish);
}

function wordEnd(text: string, wish: number, earliest: number): number {
  if (wish >= text.length) return text.length;
  for (let at = wish; at > Math.max(earliest, wish - EDGE); at--) {
    if (/[\s\uffff]/.test(text[at] ?? '')) return at;
  }
  return onCharacter(text, wish);
}

/** Not between the halves of a surrogate pair. */
function onCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Takes the marks out and makes it one line. `place` tells where an offset of the original came to stand. */
function readable(raw: string): { readonly text: string; readonly place: (offset: number) => number } {
  let text = '';
  let done = 0;
  // Where each kept piece began in the original, and where it begins now.
  const kept: [number, number][] = [];
  const keep = (to: number) => {
    kept.push([done, text.length]);
    text += raw.slice(done, to);
  };
  for (const { 0: mark, index } of raw.matchAll(MARKS)) {
    keep(index);
    if (/^\s+$/.test(mark) && text !== '' && !text.endsWith(' ')) text += ' ';
    done = index + mark.length;
  }
  keep(raw.length);
  const shown = text.trimEnd();
  const place = (offset: number) => {
    let piece: [number, number] = [0, 0];
    for (const each of kept) {
      if (each[0] > offset) break;
      piece = each;
    }
    const next = kept[kept.indexOf(piece) + 1]?.[1] ?? text.length;
    return Math.min(piece[1] + offset - piece[0], next, shown.length);
  };
  return { text: shown, place };
}

/** Sorts ranges and joins those that overlap or touch; empty ones are dropped. */
export function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (to <= from) continue;
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
