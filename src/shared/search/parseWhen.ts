import { dayNumber, dayOfNumber, isDay } from '../models/day.ts';
import { fold } from '../rules/fold.ts';

/** A stretch of days, both included, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Reads the value of a date filter: `2024`, `2024-05`, `2024-05-03`, `may 2024`, `may` (the last one that has begun),
 * `today`, `yesterday`, `friday`, `this week`, `last month`, `3 years ago`. Weeks begin on Monday.
 * @param today the user's day, `YYYY-MM-DD`
 * @returns null if it says no day
 */
export function parseWhen(value: string, today: string): DaySpan | null {
  const text = fold(value).trim().replace(/\s+/g, ' ');
  return readNumbers(text) ?? readMonth(text, today) ?? readNear(text, today) ?? readAgo(text, today);
}

function readNumbers(text: string): DaySpan | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (!match) return null;
  const [, year = '', month, date] = match;
  if (year === '0000') return null;
  if (month === undefined) return yearSpan(Number(year));
  if (date === undefined) return monthSpan(Number(year), Number(month));
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? { first: day, last: day } : null;
}

function readMonth(text: string, today: string): DaySpan | null {
  const match = /^([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(text);
  if (!match) return null;
  const [, name = '', year] = match;
  const month = MONTHS.findIndex((short, i) => name === short || name === monthName(i)) + 1;
  if (month === 0) return null;
  if (year !== undefined) return monthSpan(Number(year), month);
  const thisYear = Number(today.slice(0, 4));
  return monthSpan(month <= Number(today.slice(5, 7)) ? thisYear : thisYear - 1, month);
}

const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

function monthName(index: number): string {
  return monthFormat.format(Date.UTC(2024, index, 1)).toLowerCase();
}

function readNear(text: string, today: string): DaySpan | null {
  const now = dayNumber(today);
  // Rata Die 1 was a Monday.
  const monday = now - ((now - 1) % 7);
  if (text === 'today') return days(now, now);
  if (text === 'yesterday') return days(now - 1, now - 1);
  const weekday = WEEKDAYS.indexOf(text.replace(/^last /, ''));
  if (weekday >= 0) {
    const back = (now - 1 - weekday) % 7 || 7;
    return days(now - back, now - back);
  }
  const match = /^(this|last) (week|month|year)$/.exec(text);
  if (!match) return null;
  const back = match[1] === 'last' ? 1 : 0;
  if (match[2] === 'week') return days(monday - 7 * back, monday - 7 * back + 6);
  return match[2] === 'year' ? yearsBefore(today, back) : monthsBefore(today, back);
}

function readAgo(text: string, today: string): DaySpan | null {
  const match = /^(a|an|one|\d{1,4}) (day|week|month|year)s? ago$/.exec(text);
  if (!match) return null;
  const count = /^\d/.test(match[1] ?? '') ? Number(match[1]) : 1;
  const now = dayNumber(today);
  if (match[2] === 'day') return days(now - count, now - count);
  if (match[2] === 'week') return days(now - 7 * count, now - 7 * count);
  return match[2] === 'year' ? yearsBefore(today, count) : monthsBefore(today, count);
}

function days(first: number, last: number): DaySpan | null {
  return first < 1 ? null : { first: dayOfNumber(first), last: dayOfNumber(last) };
}

function yearsBefore(today: string, count: number): DaySpan | null {
  return yearSpan(Number(today.slice(0, 4)) - count);
}

function monthsBefore(today: string, count: number): DaySpan | null {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - count;
  return monthSpan(Math.floor(months / 12), (months % 12) + 1);
}

function yearSpan(year: number): DaySpan | null {
  if (year < 1 || year > 9999) return null;
  const name = String(year).padStart(4, '0');
  return { first: `${name}-01-01`, last: `${name}-12-31` };
}

function monthSpan(year: number, month: number): DaySpan | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  const last = [31, 30, 29, 28].find((date) => isDay(`${name}-${date}`));
  return { first: `${name}-01`, last: `${name}-${last}` };
}
