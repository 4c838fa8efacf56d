import type { TextRange } from '../markdownCode.ts';
import type { Mention } from '../mentions.ts';

/** Longer sentences are cut, counted as they read: a mention is as long as its name. */
export const LONGEST = 280;
/** Further from what matters than this nobody needs to look for the end of a clause. In UTF-16 units. */
const FARTHEST = 2_000;

/** A text and the mentions in it. */
export interface ReadText {
  readonly body: string;
  readonly mentions: readonly Mention[];
}

/** How long a stretch of the text is to whoever reads it. */
export function lengthOf({ mentions }: ReadText, { from, to }: TextRange): number {
  const within = mentions.filter((mention) => from <= mention.from && mention.to <= to);
  return within.reduce(
    (length, mention) => length - (mention.to - mention.from) + mention.name.length,
    to - from,
  );
}

/**
 * The part of a sentence around `at` that is short enough, in whole clauses: as much as fits, rather from the beginning
 * of the sentence or up to its end, and no bracket or quote without the other. Where clauses are too long, up to the
 * last space that fits.
 */
export function cutSentence(text: ReadText, sentence: TextRange, at: TextRange): TextRange {
  if (lengthOf(text, sentence) <= LONGEST) return sentence;
  const clauses = clauseEnds(text, near(sentence, at));
  const starts = [sentence.from, ...clauses.map(({ next }) => next)].filter((from) => from <= at.from);
  const ends = [...clauses.map(({ end }) => end), sentence.to].filter((to) => to > at.to);
  let best: TextRange | null = null;
  let bestScore = 0;
  for (const from of starts) {
    for (const to of ends) {
      const score = scoreCut(text, sentence, { from, to });
      if (score > bestScore) [best, bestScore] = [{ from, to }, score];
    }
  }
  return best ?? cutToSpace(text, sentence, { from: starts.at(-1) ?? sentence.from, to: at.to });
}

function near(sentence: TextRange, at: TextRange): TextRange {
  return {
    from: Math.max(sentence.from, at.from - FARTHEST),
    to: Math.min(sentence.to, at.to + FARTHEST),
  };
}

/** 0 for what is too long. */
function scoreCut(text: ReadText, sentence: TextRange, range: TextRange): number {
  const length = range.to - range.from > FARTHEST ? LONGEST + 1 : lengthOf(text, range);
  if (length > LONGEST) return 0;
  const whole = isBalanced(text.body.slice(range.from, range.to)) ? 1 : 0;
  const edges = (range.from === sentence.from ? 0.5 : 0) + (range.to === sentence.to ? 0.25 : 0);
  return 1 + length + (whole + edges) * LONGEST;
}

/** Whether each bracket and each curly quote has its other. */
function isBalanced(text: string): boolean {
  const count = (character: string) => text.split(character).length;
  return count('(') === count(')') && count('“') === count('”');
}

interface ClauseEnd {
  /** Before the comma. */
  readonly end: number;
  /** Where the next clause begins. */
  readonly next: number;
}

const CLAUSE_END = /[,;:](?=\s)\s+|\s+[–—]\s+|\s+(?=\()/gu;

function clauseEnds({ body, mentions }: ReadText, { from, to }: TextRange): readonly ClauseEnd[] {
  return [...body.slice(from, to).matchAll(CLAUSE_END)]
    .map((match) => ({ end: from + match.index, next: from + match.index + match[0].length }))
    .filter(({ end }) => !mentions.some((mention) => mention.from < end && end < mention.to));
}

/** From the beginning of the clause, or of what matters if that is too far on, to the last space that fits. */
function cutToSpace(text: ReadText, sentence: TextRange, clause: TextRange): TextRange {
  const from = clause.to - clause.from > LONGEST ? clause.to : clause.from;
  const space = lastSpace(text, clause.to, Math.min(sentence.to, from + LONGEST));
  return { from, to: Math.max(space, clause.to) };
}

/** The last space before `limit` that is not inside a mention, or `from`. */
function lastSpace({ body, mentions }: ReadText, from: number, limit: number): number {
  for (let at = limit; at > from; at--) {
    const isInside = mentions.some((mention) => mention.from < at && at < mention.to);
    if (!isInside && (at === body.length || /\s/u.test(body[at] ?? ''))) return at;
  }
  return from;
}
