import type { TextRange } from './markdownCode.ts';
import { MARK_PATTERN } from './markKinds.ts';
import { maskForSentences } from './sentenceMask.ts';

// Fixed, so that the same text has the same sentences on every machine. The rules of Unicode hardly differ by language.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Words to read, which code has none of; see `sentenceMask.ts`. */
const HAS_WORDS = /[\p{L}\p{Nd}]/u;
/** Marks, and what goes on behind them. */
const BEGINS_WITH_MARKS = new RegExp(`^((?:${MARK_PATTERN}[.,;]?\\s*)+)(.?)`, 'su');

/**
 * The sentences of the Markdown `text` in order, as ranges that neither overlap nor begin or end with a space. Marks of
 * Markdown at the beginning of a line, and whatever has no words but code, lie outside of them; links, mentions and
 * emphasis stay as they are written. A line break ends a sentence only where Markdown ends a paragraph, a heading or a
 * list item. Inline marks (`!promise`) behind a full stop belong to the sentence before them, unless they go on as one of their
 * own (“!told her all”). Takes time in proportion
 * to the text. Source: Unicode Standard Annex 29, section 5, as `Intl.Segmenter` knows it.
 */
export function findSentences(text: string): readonly TextRange[] {
  const masked = maskForSentences(text);
  const found: TextRange[] = [];
  for (const { segment, index } of segmenter.segment(masked)) {
    if (!HAS_WORDS.test(segment)) continue;
    const from = index + segment.length - segment.trimStart().length;
    const to = index + segment.trimEnd().length;
    const last = found.at(-1);
    const marks =
      last && !masked.slice(last.to, from).includes('\n') ? marksBehind(text.slice(from, to)) : '';
    if (last && marks !== '')
      found[found.length - 1] = { from: last.from, to: from + marks.trimEnd().length };
    if (from + marks.length < to) found.push({ from: from + marks.length, to });
  }
  return found;
}

/** The marks at the beginning of a sentence that belong to the one before: where they are no words of its own. */
function marksBehind(sentence: string): string {
  const [, marks = '', next = ''] = BEGINS_WITH_MARKS.exec(sentence) ?? [];
  return /\p{Ll}/u.test(next) ? '' : marks;
}

/**
 * The sentence of `text` in which `from` to `to` lies; where that reaches over several, from the first one's beginning
 * to the last one's end; null where no sentence is touched. `from` = `to` is a place between two characters.
 */
export function sentenceAt(text: string, from: number, to: number): TextRange | null {
  const touched = findSentences(text).filter((sentence) => sentence.from <= to && from <= sentence.to);
  // A place where one sentence ends and the next begins is in the later; a stretch is in what it holds a letter of.
  const inside = touched.filter((sentence) => sentence.from < to && from < sentence.to);
  const [first] = inside.length > 0 ? inside : touched.slice(-1);
  const last = inside.at(-1) ?? first;
  return first && last ? { from: first.from, to: last.to } : null;
}
