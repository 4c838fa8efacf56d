import { z } from 'zod';

/** A calendar day `YYYY-MM-DD` of the proleptic Gregorian calendar, years 0001 to 9999. */
export const day = z.string().refine(isDay, 'This is not a day of the calendar.');

/** A time of day `HH:MM`, 00:00 to 23:59, with no time zone: the clock on the wall where it happened. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This is not a time of day.');

const MS_PER_DAY = 86_400_000;
/** The Rata Die of 1970-01-01 (Reingold and Dershowitz, "Calendrical Calculations"). */
const UNIX_EPOCH = 719_163;

/** The number of a day, counting 0001-01-01 as 1 (Rata Die), so that days sort and subtract as integers. */
export function dayNumber(ofDay: string): number {
  return Date.parse(`${ofDay}T00:00:00Z`) / MS_PER_DAY + UNIX_EPOCH;
}

/** The day with the given {@link dayNumber}. */
export function dayOfNumber(number: number): string {
  return new Date((number - UNIX_EPOCH) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whether `text` names a real day as `YYYY-MM-DD`; `1900-02-29` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const number = dayNumber(text);
  // Date.parse rolls 30 February over into March, so only a day that comes back unchanged is real.
  return Number.isInteger(number) && dayOfNumber(number) === text;
}
