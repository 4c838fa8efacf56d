import type { TextRange } from '../markdownCode.ts';
import { findMentions } from '../mentions.ts';
import { findSentences } from '../sentences.ts';

/** Longer ones are cut to the part that is about the person. */
const LONGEST = 280;
/** A sentence of fewer words tells too little, if there is another. */
const TELLING_WORDS = 4;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The words of an entry that are about a person, as they stand in its body: the first telling sentence that mentions
 * them, or calls them by a name; else the first telling one that mentions nobody. A sentence of more than 280
 * characters is cut where its clauses end. Null where the body has no sentence.
 * @param names what the person is called, for sentences that name them without a mention
 */
export function quoteAbout(body: string, personId: string, names: readonly string[]): string | null {
  const range = chooseSentence(body, personId, names);
  return range && body.slice(range.from, range.to);
}

/** A stretch of an entry as it stands there, cut like {@link quoteAbout}; null where there is nothing to read in it. */
export function quoteRange(body: string, range: TextRange): string | null {
  const text = body.slice(range.from, range.to);
  const from = range.from + text.length - text.trimStart().length;
  const to = range.from + text.trimEnd().length;
  if (from >= to || !/[\p{L}\p{N}]/u.test(text)) return null;
  const cut = cutToClauses(body, { from, to }, { from, to: from });
  return body.slice(cut.from, cut.to);
}

function chooseSentence(body: string, personId: string, names: readonly string[]): TextRange | null {
  const sentences = findSentences(body);
  const mentions = findMentions(body);
  const within = ({ from, to }: TextRange) =>
    mentions.filter((mention) => from <= mention.from && mention.to <= to);
  const own = sentences.flatMap((sentence) => {
    const mention = within(sentence).find((one) => one.personId === personId);
    return mention ? [{ sentence, at: mention as TextRange }] : [];
  });
  const called = own.length > 0 ? own : sentences.flatMap((sentence) => nameIn(body, sentence, names));
  const free = sentences.filter((sentence) => within(sentence).length === 0);
  const chosen =
    firstTelling(body, called, ({ sentence }) => sentence) ??
    firstTelling(
      body,
      (free.length > 0 ? free : sentences).map(fromItsBeginning),
      ({ sentence }) => sentence,
    );
  return chosen && cutToClauses(body, chosen.sentence, chosen.at);
}

const fromItsBeginning = (sentence: TextRange) => ({
  sentence,
  at: { from: sentence.from, to: sentence.from },
});

function firstTelling<T>(body: string, all: readonly T[], of: (one: T) => TextRange): T | null {
  const isTelling = (one: T) =>
    (body.slice(of(one).from, of(one).to).match(WORD) ?? []).length >= TELLING_WORDS;
  return all.find(isTelling) ?? all[0] ?? null;
}

function nameIn(
  body: string,
  sentence: TextRange,
  names: readonly string[],
): readonly { readonly sentence: TextRange; readonly at: TextRange }[] {
  const text = body.slice(sentence.from, sentence.to);
  for (const name of names) {
    const found = findWord(text, name);
    if (found >= 0) {
      return [{ sentence, at: { from: sentence.from + found, to: sentence.from + found + name.length } }];
    }
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

/**
 * The part of a sentence around `at` that is short enough, as whole clauses as possible: up to the last comma or the
 * like that still fits, else up to the last space.
 */
function cutToClauses(body: string, sentence: TextRange, at: TextRange): TextRange {
  if (sentence.to - sentence.from <= LONGEST) return sentence;
  const ends = clauseEnds(body, sentence);
  let from = ends.filter((end) => end.next <= at.from).at(-1)?.next ?? sentence.from;
  if (at.to - from > LONGEST) from = at.from;
  const fitting = ends.filter((end) => end.end > at.to && end.end - from <= LONGEST).at(-1);
  if (fitting) return { from, to: fitting.end };
  if (sentence.to - from <= LONGEST) return { from, to: sentence.to };
  const space = lastSpace(body, at.to, Math.min(sentence.to, from + LONGEST), sentence);
  return { from, to: Math.max(space, at.to) };
}

interface ClauseEnd {
  /** Before the comma. */
  readonly end: number;
  /** Where the next clause begins. */
  readonly next: number;
}

function clauseEnds(body: string, sentence: TextRange): readonly ClauseEnd[] {
  const mentions = findMentions(body);
  const text = body.slice(sentence.from, sentence.to);
  return [...text.matchAll(/[,;:](?=\s)\s+|\s+[–—]\s+/gu)]
    .map((match) => {
      const end = sentence.from + match.index;
      return { end, next: end + match[0].length };
    })
    .filter(({ end }) => !mentions.some(({ from, to }) => from < end && end < to));
}

/** The last space before `limit` that is not inside a mention, or `from`. */
function lastSpace(body: string, from: number, limit: number, sentence: TextRange): number {
  const mentions = findMentions(body);
  for (let at = limit; at > from && at > sentence.from; at--) {
    const isInside = mentions.some((mention) => mention.from < at && at < mention.to);
    if (!isInside && /\s/u.test(body[at] ?? ' ')) return at;
  }
  return from;
}
