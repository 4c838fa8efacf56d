import type { TextRange } from '../markdownCode.ts';
import { findMentions, sayMentions } from '../mentions.ts';
import { findSentences } from '../sentences.ts';
import { cutSentence, LONGEST, lengthOf, type ReadText } from './cutSentence.ts';

/** A sentence of fewer words tells too little, if there is another. */
const TELLING_WORDS = 4;
const WORD = /[\p{L}\p{N}]+/gu;
/** Nobody quotes what stands farther on; what was pasted may be millions of characters. In UTF-16 units. */
const READ = 100_000;

/**
 * The words of an entry that are about a person, as they stand in its body: the first telling sentence that mentions
 * them, or calls them by a name; else the first telling one that mentions nobody. Sentences of up to 280 characters
 * are preferred, and longer ones cut where their clauses end. Null where the body has no sentence.
 * @param names what the person is called, for sentences that name them without a mention
 */
export function quoteAbout(body: string, personId: string, names: readonly string[]): string | null {
  const text = readText(body);
  const place = choosePlace(text, personId, names);
  return place && sliceOf(body, cutSentence(text, place.sentence, place.at));
}

/** A stretch of an entry as it stands there, cut in the same way; null where there is nothing to read in it. */
export function quoteRange(body: string, range: TextRange): string | null {
  const text = body.slice(range.from, range.to);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const from = range.from + text.length - text.trimStart().length;
  const to = range.from + text.trimEnd().length;
  return sliceOf(body, cutSentence(readText(body), { from, to }, { from, to: from }));
}

const sliceOf = (body: string, { from, to }: TextRange) => body.slice(from, to);

function readText(body: string): ReadText {
  return { body, mentions: findMentions(body.slice(0, READ)) };
}

/** A sentence, and what in it matters. */
interface Place {
  readonly sentence: TextRange;
  readonly at: TextRange;
}

function choosePlace(text: ReadText, personId: string, names: readonly string[]): Place | null {
  const sentences = findSentences(text.body.slice(0, READ));
  const mentionsIn = ({ from, to }: TextRange) =>
    text.mentions.filter((mention) => from <= mention.from && mention.to <= to);
  const own = sentences.flatMap((sentence): Place[] => {
    const at = mentionsIn(sentence).find((mention) => mention.personId === personId);
    return at ? [{ sentence, at }] : [];
  });
  const called = own.length > 0 ? own : sentences.flatMap((sentence) => nameIn(text.body, sentence, names));
  const free = sentences.filter((sentence) => mentionsIn(sentence).length === 0);
  return (
    firstTelling(
      text,
      called.filter(({ sentence }) => lengthOf(text, sentence) <= LONGEST),
    ) ??
    firstTelling(text, called) ??
    firstTelling(text, (free.length > 0 ? free : sentences).map(fromItsBeginning))
  );
}

const fromItsBeginning = (sentence: TextRange): Place => ({
  sentence,
  at: { from: sentence.from, to: sentence.from },
});

function firstTelling({ body }: ReadText, places: readonly Place[]): Place | null {
  const isTelling = ({ sentence }: Place) =>
    (sayMentions(sliceOf(body, sentence)).match(WORD) ?? []).length >= TELLING_WORDS;
  return places.find(isTelling) ?? places[0] ?? null;
}

function nameIn(body: string, sentence: TextRange, names: readonly string[]): readonly Place[] {
  const text = sliceOf(body, sentence);
  for (const name of names) {
    const found = findWord(text, name);
    const from = sentence.from + found;
    if (found >= 0) return [{ sentence, at: { from, to: from + name.length } }];
  }
  return [];
}

/** Where `name` stands in `text` as a word of its own; -1 if nowhere. */
function findWord(text: string, name: string): number {
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  if (name.trim() === '') return -1;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return at;
  }
  return -1;
}
