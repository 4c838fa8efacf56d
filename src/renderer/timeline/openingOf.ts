import { findCode } from '../../shared/rules/markdownCode.ts';
import { findMentions } from '../../shared/rules/mentions.ts';

const LETTERS_AT_MOST = 900;
const LINES_AT_MOST = 14;
/** A text that is only a little longer is shown whole: nobody wants to press a button for half a line. */
const SLACK = 1.25;

/**
 * The beginning of a long Markdown body, or null where the body is short enough to show whole. It ends after a
 * paragraph if one ends late enough, else after a sentence or a word, and never inside a mention or in code.
 */
export function openingOf(body: string): string | null {
  const limit = Math.min(LETTERS_AT_MOST, endOfLine(body, LINES_AT_MOST));
  if (body.length <= limit * SLACK) return null;
  // What lies far behind does not matter, and an entry may be two million letters long.
  const head = body.slice(0, limit * 2);
  const whole = [...findMentions(head), ...findCode(head)];
  const end = whole.find(({ from, to }) => from < limit && limit < to)?.from ?? limit;
  const cut = head.slice(0, end);
  const after = [/\n\s*\n/gu, /[.!?…]["”’)]?\s/gu, /\s/gu];
  for (const pattern of after) {
    const at = lastMatchEnd(cut, pattern, (from, to) => whole.some((one) => one.from < to && from < one.to));
    if (at >= end / 2) return cut.slice(0, at).trimEnd();
  }
  return cut.trimEnd();
}

function lastMatchEnd(text: string, pattern: RegExp, inside: (from: number, to: number) => boolean): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) {
    const to = match.index + match[0].length;
    if (!inside(match.index, to)) end = to;
  }
  return end;
}

/** Where the `count`-th line ends, or the length of the text if it has no more lines. */
function endOfLine(text: string, count: number): number {
  let at = -1;
  for (let line = 0; line < count; line++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return text.length;
  }
  return at;
}
