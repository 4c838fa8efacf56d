import { findCode, type TextRange } from './markdownCode.ts';

/** Stands for what was masked. No word, digit or space, so that nothing is read across it. */
const MASK = '\uFFFC';

const notOwnProse: readonly RegExp[] = [
  // What somebody else said or wrote.
  /^ {0,3}>.*$/gmu,
  // Mentions, links and images whole: a name or a title is not said by the writer of the entry.
  /[@!]?\[[^\]\n]*\]\([^)\n]*\)/gu,
  /\b[a-z][a-z0-9+.-]{1,30}:\/\/\S+/giu,
];

/**
 * Masks what in a Markdown text is not the writer's own running prose: code, quotations, mentions, links, addresses.
 * The answer has the length of `markdown`, and line breaks stay where they are, so that offsets hold in both.
 */
export function maskToOwnProse(markdown: string): string {
  const withoutCode = maskRanges(markdown, findCode(markdown));
  return notOwnProse.reduce((text, part) => text.replace(part, mask), withoutCode);
}

function maskRanges(text: string, ranges: readonly TextRange[]): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of ranges) {
    masked += text.slice(at, from) + mask(text.slice(from, to));
    at = to;
  }
  return masked + text.slice(at);
}

function mask(text: string): string {
  return text.replace(/[^\n]/gu, (character) => MASK.repeat(character.length));
}
