import { dayNumber } from '../../shared/models/day.ts';
import type { PersonRow } from '../../shared/models/person.ts';
import { sayDateBriefly, sayDay, sayDayBriefly, sayMonth } from '../../shared/rules/sayTime.ts';

/** `brief` fits a column; `full` is for a page that has room for it. */
export type Telling = 'brief' | 'full';

/**
 * When one last talked with somebody: “three weeks ago”, “only mentioned, in June 1663”, “not yet”.
 * @param today `YYYY-MM-DD`
 */
export function sayLastTalk(
  { lastTalk, lastMention }: Pick<PersonRow, 'lastTalk' | 'lastMention'>,
  today: string,
  telling: Telling = 'brief',
): string {
  if (lastTalk !== null) return telling === 'full' ? sayDay(lastTalk, today) : sayDayBriefly(lastTalk, today);
  return lastMention === null ? 'not yet' : `only mentioned, ${sayDay(lastMention, today)}`;
}

/** The day to turn to somebody again, in words, and whether it has passed. */
export interface NextInWords {
  readonly words: string;
  readonly isOverdue: boolean;
}

const DAYS_A_WEEK = 7;
/** From here one says the month and the year instead of the day. */
const LONG_DAYS = 350;

/** When it is time to turn to somebody again: “in two weeks”, “since Tuesday”, “since 3 November”. Null without a rhythm. */
export function sayNext(
  { next }: Pick<PersonRow, 'next'>,
  today: string,
  telling: Telling = 'brief',
): NextInWords | null {
  if (next === null) return null;
  const late = dayNumber(today) - dayNumber(next);
  if (late <= 0) {
    return { words: telling === 'full' ? sayDay(next, today) : sayDayBriefly(next, today), isOverdue: false };
  }
  return { words: `since ${sayPastDay(next, today, late)}`, isOverdue: true };
}

function sayPastDay(day: string, today: string, ago: number): string {
  if (ago < DAYS_A_WEEK) return sayDayBriefly(day, today);
  return ago < LONG_DAYS ? sayDateBriefly(day, today) : sayMonth(day);
}
