import { hideMarks } from '../marks.ts';
import { replaceMentions } from '../mentions.ts';

/** The sentence of a promise as it reads: names for mentions, without marks, on one line. */
export function saySentence(sentence: string): string {
  return hideMarks(replaceMentions(sentence, ({ name }) => name))
    .replace(/\n[ \t]*(?:>[ \t]*)+/g, ' ')
    .replace(/\[([^[\]\n]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*|~~|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
