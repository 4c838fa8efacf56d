import { isPartialDate } from '../models/partialDate.ts';
import { findDateWords, type LocalNow } from './dateWords.ts';
import { fold } from './fold.ts';
import { monthNames } from './partialDates.ts';

/** The partial date that was typed, or why it is none, in a sentence for the user. */
export type TypedDate = { readonly date: string } | { readonly problem: string };

/** Longer text is not looked through. */
const LONGEST = 60;

const NOT_A_DATE =
  'This is not a date that Kith understands. “17 May”, “May 1984”, “1984” and “17 May 1984” are.';

/**
 * Reads a date as people write one, of which not everything need be known: “17 May 1984”, “May 17th, 1984”, “17 May”,
 * “May 1984”, “1984”, “17.5.1984”, “1984-05-17”, “29 February”, and days gone by such as “last Friday”, as of `now`.
 */
export function readTypedDate(typed: string, now: LocalNow): TypedDate {
  const text = typed.trim();
  if (text.length > LONGEST) return { problem: NOT_A_DATE };
  if (isPartialDate(text)) return { date: text };
  const parts = readWords(text) ?? readFigures(text);
  if (parts) return 'problem' in parts ? parts : makeDate(parts);
  const day = readNear(capitalised(text), now) ?? readNear(`On ${capitalised(text)}`, now);
  return day === null ? { problem: NOT_A_DATE } : { date: day };
}

/** The day gone by that all of the text says. */
function readNear(text: string, now: LocalNow): string | null {
  const [found] = findDateWords(text, now);
  return found && found.words.length === text.length ? found.day : null;
}

/** What was typed, part by part. `month` counts from 1. */
interface Parts {
  readonly year: string | null;
  readonly month: number | null;
  readonly day: number | null;
}

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = '([a-z]{3,9})\\.?';
const YEAR = '(\\d+)';
const dayFirst = new RegExp(`^(?:the )?${DAY}\\.? (?:of )?${MONTH}(?: ${YEAR})?$`);
const monthFirst = new RegExp(`^${MONTH} (?:the )?${DAY}(?: ${YEAR})?$`);
const monthAndYear = new RegExp(`^${MONTH}(?: of)? ${YEAR}$`);

/** Dates with a month in words; null where there is none. */
function readWords(typed: string): Parts | { readonly problem: string } | null {
  const text = fold(typed)
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:on |in )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?/, '');
  const onDay = dayFirst.exec(text);
  if (onDay) return ofMonth(onDay[2], { day: Number(onDay[1]), year: onDay[3] ?? null });
  const inMonth = monthFirst.exec(text);
  // “May 84” is not the 84th of May.
  if (inMonth && Number(inMonth[2]) <= 31) {
    return ofMonth(inMonth[1], { day: Number(inMonth[2]), year: inMonth[3] ?? null });
  }
  const inYear = monthAndYear.exec(text);
  if (inYear) return ofMonth(inYear[1], { day: null, year: inYear[2] ?? null });
  if (monthOf(text) === null) return null;
  return { problem: 'A month alone is too little: please add the day, the year or both.' };
}

function ofMonth(name: string | undefined, { day, year }: Pick<Parts, 'day' | 'year'>): Parts | null {
  const month = monthOf(name ?? '');
  return month === null ? null : { year, month, day };
}

function monthOf(name: string): number | null {
  if (name.length < 3) return null;
  const at = monthNames.findIndex((full) => full.toLowerCase().startsWith(name.replace(/^sept$/, 'sep')));
  return at < 0 ? null : at + 1;
}

/** Dates in figures alone; null where there is anything else. */
function readFigures(text: string): Parts | { readonly problem: string } | null {
  const fromYear = /^(\d{3,5})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\.?$/.exec(text);
  if (fromYear) {
    const [, year = '', month, day] = fromYear;
    return {
      year,
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
    };
  }
  const toYear = /^(\d{1,2})([-/.])\s?(\d{1,2})(?:\2\s?(\d{1,5})?)?$/.exec(text);
  if (!toYear) return null;
  const [, first = '', mark, second = '', year = null] = toYear;
  const [a, b] = [Number(first), Number(second)];
  // Only with dots is it the same all over the world.
  if (mark === '.' || a === b || a > 12) return { year, month: b, day: a };
  if (b > 12) return { year, month: a, day: b };
  return { problem: 'That could be two different days: please write the month as a word.' };
}

function makeDate({ year, month, day }: Parts): TypedDate {
  if (year !== null && year.length !== 4) {
    return { problem: 'Please write the year with four digits.' };
  }
  if (year === '0000') return { problem: 'The calendar begins with the year 1.' };
  if (month !== null && (month < 1 || month > 12)) {
    return { problem: 'A year has twelve months.' };
  }
  const two = (part: number) => String(part).padStart(2, '0');
  const date = [
    year ?? '-',
    ...(month === null ? [] : [two(month)]),
    ...(day === null ? [] : [two(day)]),
  ].join('-');
  return isPartialDate(date) ? { date } : { problem: sayDaysOf(year, month ?? 1) };
}

/** “April has 30 days.”, “February 1900 has 28 days.” */
function sayDaysOf(year: string | null, month: number): string {
  const of = year === null ? '-' : year;
  const name = `${of}-${String(month).padStart(2, '0')}`;
  const days = [31, 30, 29, 28].find((day) => isPartialDate(`${name}-${day}`)) ?? 28;
  const ofYear = month === 2 && year !== null ? ` ${year}` : '';
  return `There is no such day: ${monthNames[month - 1] ?? ''}${ofYear} has ${days} days.`;
}

/** “may” alone is no month to whoever finds dates in prose. */
function capitalised(text: string): string {
  return text.replace(/(?<!\p{L})\p{Ll}(?=\p{L}*$|\p{L}*\s)/gu, (letter) => letter.toUpperCase());
}
