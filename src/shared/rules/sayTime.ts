import { dayNumber } from '../models/day.ts';

/** English with the day before the month. Everything here takes another locale for the order and names of dates. */
const LOCALE = 'en-GB';

const smallNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Up to here one counts weeks, then months. */
const WEEKS_END_DAYS = 56;
/** From here one speaks of years. */
const YEAR_BEGIN_DAYS = 350;
const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;

/** A whole number as written in a sentence: in words up to twelve, then in figures. */
export function sayNumber(count: number): string {
  return smallNumbers[count] ?? String(count);
}

/** A number of days from 0 up as people say it: “a day”, “three weeks”, “two months”, “four years”. */
export function sayDuration(days: number): string {
  if (days < 1) return 'less than a day';
  if (days < 7) return sayCount(days, 'day');
  if (days < WEEKS_END_DAYS) return sayCount(Math.round(days / 7), 'week');
  if (days < YEAR_BEGIN_DAYS) return sayCount(Math.round(days / DAYS_PER_MONTH), 'month');
  return sayCount(Math.max(1, Math.round(days / DAYS_PER_YEAR)), 'year');
}

function sayCount(count: number, unit: string): string {
  return count === 1 ? `a ${unit}` : `${sayNumber(count)} ${unit}s`;
}

/**
 * When `day` was or will be, as people say it on `today` (both `YYYY-MM-DD`): “today”, “yesterday”, “on Tuesday”,
 * “three weeks ago, on a Tuesday”, “four months ago, in July”, “last year, in May”, “in June 1663”.
 */
export function sayDay(day: string, today: string, locale = LOCALE): string {
  const ahead = dayNumber(day) - dayNumber(today);
  const away = Math.abs(ahead);
  if (away < 7) return sayNearDay(day, ahead, locale);
  if (away < WEEKS_END_DAYS) return `${sayDistance(ahead)}, on a ${format(day, locale, { weekday: 'long' })}`;
  if (away < YEAR_BEGIN_DAYS) return `${sayDistance(ahead)}, in ${format(day, locale, { month: 'long' })}`;
  const years = yearOf(day) - yearOf(today);
  if (Math.abs(years) > 1) return `in ${sayMonth(day, locale)}`;
  return `${years < 0 ? 'last' : 'next'} year, in ${format(day, locale, { month: 'long' })}`;
}

/** The same in as few words as a list has room for: “today”, “Tuesday”, “three weeks ago”, “June 1663”. */
export function sayDayBriefly(day: string, today: string, locale = LOCALE): string {
  const ahead = dayNumber(day) - dayNumber(today);
  const away = Math.abs(ahead);
  if (away < 7) return sayNearDay(day, ahead, locale).replace(/^(on|this) /, '');
  return away < YEAR_BEGIN_DAYS ? sayDistance(ahead) : sayMonth(day, locale);
}

/** How long ago or in how long: “a week ago”, “in two months”. Days of the last and the next week by their names. */
function sayDistance(ahead: number): string {
  const distance = sayDuration(Math.abs(ahead));
  return ahead < 0 ? `${distance} ago` : `in ${distance}`;
}

function sayNearDay(day: string, ahead: number, locale: string): string {
  if (ahead === 0) return 'today';
  if (ahead === -1) return 'yesterday';
  if (ahead === 1) return 'tomorrow';
  return `${ahead < 0 ? 'on' : 'this'} ${format(day, locale, { weekday: 'long' })}`;
}

/** The whole date: “Sunday 3 June 1663”. For titles of days, and wherever the day itself matters. */
export function sayDate(day: string, locale = LOCALE): string {
  return format(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** The date without its weekday, and without its year if that is the year of `today`: “3 June”, “3 June 1663”. */
export function sayDateBriefly(day: string, today: string, locale = LOCALE): string {
  const isThisYear = yearOf(day) === yearOf(today);
  return format(day, locale, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** “June 1663”. */
export function sayMonth(day: string, locale = LOCALE): string {
  return format(day, locale, { month: 'long', year: 'numeric' });
}

/** A time of day `HH:MM` as the locale writes it: “14:30”, or “2:30 pm”. */
export function sayTimeOfDay(time: string, locale = LOCALE): string {
  return formatter(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(`2000-01-01T${time}:00Z`));
}

/** How long ago an instant was at `now` (both in milliseconds): “just now”, “five minutes ago”, “an hour ago”, “two days ago”. */
export function sayMomentAgo(instant: number, now: number): string {
  const minutes = Math.floor((now - instant) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${sayCount(minutes, 'minute')} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${sayCount(hours, 'hour')} ago`;
  return `${sayDuration(Math.floor(hours / 24))} ago`;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function format(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, options).format(new Date(`${day}T00:00:00Z`));
}

// Making one takes longer than a thousand uses of it, and a list says hundreds of days.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
  formatters.set(key, made);
  return made;
}
