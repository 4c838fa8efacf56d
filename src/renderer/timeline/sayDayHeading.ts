import { dayNumber } from '../../shared/models/day.ts';

/**
 * A day as the heading of its entries: “Today”, “Yesterday”, “Tuesday 17 November”, with the year where it is not
 * this one.
 * @param locale a BCP 47 tag; the user's, if not given
 */
export function sayDayHeading(day: string, today: string, locale?: string): string {
  const ago = dayNumber(today) - dayNumber(day);
  if (ago === 0) return 'Today';
  if (ago === 1) return 'Yesterday';
  if (ago === -1) return 'Tomorrow';
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return formatter(locale, sameYear).format(new Date(`${day}T00:00:00Z`));
}

/** A day in full, with its year: “Tuesday 17 November 2026”. */
export function sayFullDay(day: string, locale?: string): string {
  return formatter(locale, false).format(new Date(`${day}T00:00:00Z`));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than using it a thousand times. */
function formatter(locale = 'en-GB', sameYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${sameYear}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    // Days are calendar days, not instants, and in the calendar that the journal counts in.
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  formatters.set(key, made);
  return made;
}
