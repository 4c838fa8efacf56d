import { z } from 'zod';
import { isDay } from './day.ts';

/**
 * A date of which not everything is known, written as ISO 8601 and vCard (RFC 6350, 4.3.1) write it: `1984-05-17`,
 * `1984-05`, `1984`, or `--05-17` where the year is not known. 29 February is a day of every year that is not known.
 */
export const partialDate = z.string().refine(isPartialDate, 'This is not a date of the calendar.');

/** Whether `text` is a {@link partialDate}. */
export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return isDay(`${text}-01-01`);
  if (/^\d{4}-\d{2}$/.test(text)) return isDay(`${text}-01`);
  // 2000 was a leap year, so every day that any year has is one of it.
  if (/^--\d{2}-\d{2}$/.test(text)) return isDay(`2000-${text.slice(2)}`);
  return isDay(text);
}

/** `MM-DD` of a partial date that says both month and day, otherwise null. */
export function monthDayOf(date: string): string | null {
  return /-\d{2}-\d{2}$/.test(date) ? date.slice(-5) : null;
}

/** The year of a partial date that says one, otherwise null. */
export function yearOf(date: string): number | null {
  return date.startsWith('--') ? null : Number(date.slice(0, 4));
}
