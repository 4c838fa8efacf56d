import { sayMentions } from '../mentions.ts';
import { withoutMarkWords } from './markWords.ts';

/** The sentence of a promise in plain words, on one line: for names, labels and messages. */
export function saySentence(sentence: string): string {
  return withoutMarkWords(sayMentions(sentence))
    .replace(/\n[ \t]*(?:>[ \t]*)+/g, ' ')
    .replace(/\*\*|~~|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
