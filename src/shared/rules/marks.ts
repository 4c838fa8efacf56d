import { findCode, type TextRange } from './markdownCode.ts';
import { MARK_PATTERN, type MarkKind } from './markKinds.ts';
import { findSentences } from './sentences.ts';

/** A mark in a text. `from` is the place of the `!`. */
export interface Mark extends TextRange {
  readonly kind: MarkKind;
  /** The sentence that it belongs to, which holds it; where there are no words, the mark itself. */
  readonly sentence: TextRange;
}

const MARK = new RegExp(MARK_PATTERN, 'gu');

/** Where a mark stands, and which it is. `from` is the place of the `!`. */
export type MarkPlace = Omit<Mark, 'sentence'>;

/** The marks of the Markdown `text`, in order. In code there are none. Takes time in proportion to the text. */
export function findMarks(text: string): readonly Mark[] {
  const places = findMarkPlaces(text);
  if (places.length === 0) return [];
  const sentences = findSentences(text);
  let next = 0;
  return places.map(({ from, to, kind }) => {
    while (next < sentences.length && (sentences[next] as TextRange).to <= from) next++;
    const sentence = sentences[next];
    return { from, to, kind, sentence: sentence && sentence.from <= from ? sentence : { from, to } };
  });
}

/** The marks of `text` without their sentences: at a fraction of the cost, for who looks at every key. */
export function findMarkPlaces(text: string): readonly MarkPlace[] {
  if (!text.includes('!')) return [];
  const words = [...text.matchAll(MARK)];
  if (words.length === 0) return [];
  const code = findCode(text);
  let next = 0;
  const found: MarkPlace[] = [];
  for (const { 0: word, index: from } of words) {
    while (next < code.length && (code[next] as TextRange).to <= from) next++;
    const inside = code[next];
    if (inside && inside.from <= from) continue;
    found.push({ from, to: from + word.length, kind: word.slice(1) as MarkKind });
  }
  return found;
}

/** `text` without its marks, and without the spaces that they leave. */
export function hideMarks(text: string): string {
  let made = '';
  let at = 0;
  for (const { from, to } of findMarkPlaces(text)) {
    const word = endOfWords(text, at, from);
    const beginsLine = word === 0 || text[word - 1] === '\n';
    made += text.slice(at, beginsLine ? from : word);
    at = beginsLine ? skipSpaces(text, to) : to;
  }
  return made + text.slice(at);
}

/** Where the words before `to` end, seen from there back to `from`. */
function endOfWords(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
