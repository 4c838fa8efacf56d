import { findCode, type TextRange } from './markdownCode.ts';
import { findMentions } from './mentions.ts';

/** Marks at the beginning of a line: of quotes, list items, tasks and headings. */
const LINE_MARKS =
  /^[ \t]*(?:>[ \t]*|[-*+](?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)](?:[ \t]+|$)|#{1,6}(?:[ \t]+|$))*/;
const RULE = /^[ \t]*(?:=+|(?:[-*_][ \t]*){3,})$/;
const FENCE = /[ \t>]*(?:`{3,}[^`\n]*|~{3,}.*)(?:\n|$)/y;
/** Nearly no line begins with one of these, and the others need no closer look. */
const MAY_BE_MARKED = /^[ \t]*(?:[>#=|*+_-]|\d)/;

/** Stands for words of which it does not matter what they are. A capital, so that a sentence may begin with it. */
const WORD = 'X';
/** Stands for code: like a capital to whoever looks for sentences, but no letter. A Roman numeral. */
const CODE = '\u2160';

/** What ends no sentence, though it looks like it. Each is replaced by something of the same length. */
const harmless: readonly (readonly [RegExp, (found: string) => string])[] = [
  // Links or their targets, and bare addresses, but for the full stop behind them.
  [/(?:\[[^[\]\n]*)?\]\([^()\s]*\)/gu, (found) => WORD.repeat(found.length)],
  [/\b[a-z][a-z0-9+.-]{1,30}:\/\/\S*[^\s.!?…,;:)\]"”]/giu, (found) => WORD.repeat(found.length)],
  // Inline marks, as `!promise`.
  [/(?<!\S)!(?=\p{L})/gu, () => WORD],
  // Abbreviations, initials.
  [
    /(?<![\p{L}\p{N}.])(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Rev|Capt|Col|Gen|Lt|Sgt|vs|e\.g|i\.e|cf|[A-HJ-Z])\.(?=[ \t])|(?<!\p{L})No\.(?=[ \t]\d)/gu,
    (found) => `${found.slice(0, -1)}x`,
  ],
  // “Are you coming?” she asked.
  [/[!?](?=["”’'»)\]]{1,4}[ \t]+(?:\p{Ll}|I (?:said|asked|answered|told)\b))/gu, () => ','],
  // The end of emphasis belongs to the sentence that it ends with, as a bracket does.
  [/(?<=[.!?…]["”’'»)\]]?)[*_~]+/gu, (found) => ')'.repeat(found.length)],
];

/**
 * The Markdown `text` as one who looks for sentences should read it, at the same length: line breaks only where a
 * paragraph, a heading or a list item ends, the marks of Markdown blank, code as numerals, and nothing that looks like
 * the end of a sentence and is none. Takes time in proportion to the text.
 */
export function maskForSentences(text: string): string {
  const withoutCode = maskRanges(text, findCode(text), (from) => (isFence(text, from) ? ' ' : CODE));
  const masked = maskRanges(withoutCode, findMentions(text), () => WORD);
  return joinLines(harmless.reduce((all, [pattern, replace]) => all.replace(pattern, replace), masked));
}

/** Whether the code that begins at `from` stands by itself, like a paragraph. */
function isFence(text: string, from: number): boolean {
  FENCE.lastIndex = from;
  return (from === 0 || text[from - 1] === '\n') && FENCE.test(text);
}

function maskRanges(text: string, ranges: readonly TextRange[], mask: (from: number) => string): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    // Line breaks stay, so that lines are the same lines.
    parts.push(text.slice(at, from), text.slice(from, to).replace(/[^\r\n]/g, mask(from)));
    at = to;
  }
  return parts.join('') + text.slice(at);
}

/** Blanks the marks of lines, and makes spaces of line breaks within a paragraph. */
function joinLines(text: string): string {
  let made = '';
  let open = false;
  let quoted = false;
  for (const [index, line] of text.split('\n').entries()) {
    const { content, begins, ends, isQuoted } = readLine(line);
    const goesOn = open && !begins && isQuoted === quoted && content.trim() !== '';
    if (index > 0) made += goesOn ? ' ' : '\n';
    made += content.replaceAll('\r', ' ');
    open = !ends && content.trim() !== '';
    quoted = isQuoted;
  }
  return made;
}

interface Line {
  /** As long as the line, its marks blank. */
  readonly content: string;
  readonly begins: boolean;
  readonly ends: boolean;
  readonly isQuoted: boolean;
}

function readLine(line: string): Line {
  if (!MAY_BE_MARKED.test(line)) return { content: line, begins: false, ends: false, isQuoted: false };
  const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (RULE.test(bare)) return { content: ' '.repeat(line.length), begins: true, ends: true, isQuoted: false };
  const marks = LINE_MARKS.exec(bare)?.[0] ?? '';
  const content = ' '.repeat(marks.length) + line.slice(marks.length);
  const isHeading = marks.includes('#');
  const isRow = content.trimStart().startsWith('|');
  return {
    content,
    begins: isRow || /[^\s>]/.test(marks),
    ends: isRow || isHeading,
    isQuoted: marks.includes('>'),
  };
}
