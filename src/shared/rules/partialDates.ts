import { dayNumber, isDay } from '../models/day.ts';
import { monthDayOf, yearOf } from '../models/partialDate.ts';
import type { PersonDate } from '../models/person.ts';
import { sayDuration } from './sayTime.ts';

const LAST_YEAR = 9999;

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** The months in English, January first. */
export const monthNames: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  monthFormat.format(Date.UTC(2000, month, 1)),
);

/** A partial date in words that {@link readTypedDate} reads back: “17 May 1984”, “May 1984”, “1984”, “17 May”. */
export function sayPartialDate(date: string): string {
  const year = date.startsWith('--') ? '' : date.slice(0, 4);
  const [month = '', day = ''] = date.slice(date.startsWith('--') ? 2 : 5).split('-');
  return [day.replace(/^0/, ''), monthNames[Number(month) - 1] ?? '', year].filter(Boolean).join(' ');
}

/** When something comes round again. */
export interface Occurrence {
  /** `YYYY-MM-DD`, on `today` or later. */
  readonly day: string;
  /** How many years it will be by then; null where the year is not known. */
  readonly years: number | null;
}

/**
 * The next time that a partial date comes round, on `today` or after. What was on 29 February comes round on 28 February
 * in common years. Null where the date does not say both month and day, and at the end of the calendar.
 */
export function nextOccurrence(date: string, today: string): Occurrence | null {
  const monthDay = monthDayOf(date);
  if (monthDay === null) return null;
  const begun = yearOf(date);
  const from = Math.max(Number(today.slice(0, 4)), begun ?? 1);
  for (let year = from; year <= Math.min(from + 1, LAST_YEAR); year++) {
    const day = inYear(monthDay, year);
    if (day >= today) return { day, years: begun === null ? null : year - begun };
  }
  return null;
}

/** The day of `year` on which `MM-DD` is kept. */
function inYear(monthDay: string, year: number): string {
  const day = `${String(year).padStart(4, '0')}-${monthDay}`;
  return isDay(day) ? day : `${day.slice(0, 4)}-02-28`;
}

/**
 * When one of somebody's dates comes round, and what it will be: “in three weeks, turns 40”, “tomorrow”, “today, 12
 * years”. Empty where the date does not come round. An age is said only where the year is known.
 */
export function sayComingRound({ kind, date }: Pick<PersonDate, 'kind' | 'date'>, today: string): string {
  const next = nextOccurrence(date, today);
  if (!next) return '';
  const ahead = dayNumber(next.day) - dayNumber(today);
  const when = ahead === 0 ? 'today' : ahead === 1 ? 'tomorrow' : `in ${sayDuration(ahead)}`;
  if (!next.years) return when;
  return kind === 'birthday'
    ? `${when}, turns ${next.years}`
    : `${when}, ${next.years} ${next.years === 1 ? 'year' : 'years'}`;
}

/** Orders what comes round by how soon it does; what does not comes last. */
export function byComingRound(
  today: string,
): (a: { readonly date: string }, b: { readonly date: string }) => number {
  const next = (date: string) => nextOccurrence(date, today)?.day ?? '~';
  return (a, b) => {
    const [x, y] = [next(a.date), next(b.date)];
    return x < y ? -1 : x > y ? 1 : 0;
  };
}
