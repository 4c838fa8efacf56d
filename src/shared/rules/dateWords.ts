import { casual, type ParsedResult } from 'chrono-node/en';
import { dayMeant } from './dateWordsDay.ts';
import { timeMeant } from './dateWordsTime.ts';
import { maskToOwnProse } from './ownProse.ts';

/** When the writer lives: their calendar day, and the time on their wall. */
export interface LocalNow {
  readonly day: string;
  readonly time: string;
}

/** Words in an entry that say when it happened. */
export interface DateWords {
  /** Never after the writer's today. */
  readonly day: string;
  /** Only where the words say an exact time beyond doubt; “in the evening” does not. */
  readonly time: string | null;
  /** Where the words stand, as half-open UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Words that date an entry stand near its beginning; reading on would cost time at every key, and find asides. */
const READ_AT_MOST = 4_000;
/**
 * Only what the words themselves say is taken from the parser, so its idea of the present does not matter, but for
 * this: it would drop 29 February where that is in no year nearby.
 */
const parserNow = new Date(Date.UTC(1972, 0, 1));
/** Words before a date that make it a bound, a habit or a thing talked about rather than the day it happened. */
const leadsElsewhere =
  /\b(?:after|before|since|until|till|til|from|by|for|every|each|next|coming|of|about|than|not|to|and|or|between|in)\s+(?:the\s+|on\s+)?$/iu;

/**
 * Finds the words that say when an entry happened, in the order of the text, as of the writer's `now`.
 * It leans to the past, as a journal does, and keeps silent where it is not reasonably certain: “next week”, “since
 * Friday”, “a few days ago”, “03/04/2026” find nothing. Code, quotations, mentions and links are not read.
 */
export function findDateWords(markdown: string, now: LocalNow): readonly DateWords[] {
  const text = maskToOwnProse(markdown.slice(0, READ_AT_MOST));
  const found = casual.parse(text, { instant: parserNow, timezone: 0 });
  return found.flatMap((result) => readResult(result, text, now));
}

function readResult(result: ParsedResult, text: string, now: LocalNow): readonly DateWords[] {
  const { index, text: words, start, end } = result;
  if (end || !standsAlone(words, text, index)) return [];
  const day = dayMeant(words, start, now, { text, index });
  if (day === null || day > now.day) return [];
  const time = timeMeant(words, start);
  if (day === now.day && time !== null && time > now.time) return [];
  return [{ day, time, from: index, to: index + words.length, words }];
}

/** Whether neither the words before nor the letters after turn the date into something else. */
function standsAlone(words: string, text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 30), index);
  const after = text.slice(index + words.length, index + words.length + 7);
  return !leadsElsewhere.test(before) && !/^(?:[’'\-–/]?[\p{L}\p{N}]|,? the \d)/u.test(after);
}
