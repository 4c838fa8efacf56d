import { hideMarks } from '../marks.ts';
import { replaceMentions } from '../mentions.ts';

/**
 * What two wordings of a sentence share if they are the same to a reader: not how people are called, nor the marks of
 * Kith, nor where lines break.
 */
export function sentenceKey(sentence: string): string {
  const plain = replaceMentions(sentence, ({ personId }) => `@${personId}`);
  return hideMarks(plain)
    .replace(/[\s>]+/g, ' ')
    .trim();
}
