import { casual, type ParsedResult } from 'chrono-node/en';
import { dayNumber, isDay } from '../../models/day.ts';
import { isPartialDate } from '../../models/partialDate.ts';

const monthName =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\b/iu;
const isoDay = /\b\d{4}-\d{2}-\d{2}\b/u;
const nearWords =
  /\b(?:today|tonight|tomorrow|yesterday|next|this|in (?:a|an|one|two|three|four|five|six|\d{1,2}) (?:days?|weeks?))\b/iu;
const weekdayName = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;
const bareYear = /\b(?:in|since|from|of|until)\s+((?:1[5-9]|20)\d{2})\b/iu;

/** 1972 was a leap year: read in another, 29 February would be dropped. What only the parser implies is not taken. */
const parserNow = new Date(Date.UTC(1972, 0, 1));
const YEARS_AHEAD_AT_MOST = 8;

/** A date in words, and the words that say it. */
export interface FactDate {
  readonly date: string;
  readonly words: string;
}

/**
 * The date that words say of what they tell of, as a partial date, or null. A day without a year is the next such day
 * from `learnedOn` on, or, with `everyYear`, one of every year. “3/4” is nobody's to guess, and finds nothing.
 */
export function findFactDate(words: string, learnedOn: string, kind?: 'everyYear'): FactDate | null {
  const seenFrom = { instant: new Date(`${learnedOn}T12:00:00Z`), timezone: 0 };
  const year = bareYear.exec(words)?.[1];
  const found =
    firstOf(casual.parse(words, { instant: parserNow, timezone: 0 }), (result) =>
      calendarDate(result, learnedOn, kind),
    ) ??
    firstOf(casual.parse(words, seenFrom, { forwardDate: true }), nearDate) ??
    (year === undefined ? null : { date: year, words: year });
  return found !== null && isPartialDate(found.date) ? found : null;
}

function firstOf(
  results: readonly ParsedResult[],
  read: (result: ParsedResult) => string | null,
): FactDate | null {
  for (const result of results) {
    const date = read(result);
    if (date !== null) return { date, words: result.text };
  }
  return null;
}

/** “12 December”, “3 May 1984”, “March 2024”, “2026-05-03”. */
function calendarDate(
  { text, start }: ParsedResult,
  learnedOn: string,
  kind: 'everyYear' | undefined,
): string | null {
  if (!monthName.test(text) && !isoDay.test(text)) return null;
  const part = (name: 'year' | 'month' | 'day') => (start.isCertain(name) ? start.get(name) : null);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  if (month === null) return null;
  if (year !== null) {
    return [pad(year, 4), pad(month), ...(day === null ? [] : [pad(day)])].join('-');
  }
  if (day === null) return null;
  return kind === 'everyYear' ? `--${pad(month)}-${pad(day)}` : nextSuchDay(month, day, learnedOn);
}

/** “next Friday”, “tomorrow”, “in two weeks”, seen from the day on which it was written. */
function nearDate({ text, start }: ParsedResult): string | null {
  if (!nearWords.test(text) && !weekdayName.test(text)) return null;
  const date = start.date().toISOString().slice(0, 10);
  return isDay(date) ? date : null;
}

function nextSuchDay(month: number, day: number, from: string): string | null {
  const first = Number(from.slice(0, 4));
  for (let year = first; year <= first + YEARS_AHEAD_AT_MOST; year++) {
    const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
    if (isDay(date) && dayNumber(date) >= dayNumber(from)) return date;
  }
  return null;
}

function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, '0');
}
