import { dayNumber } from '../../shared/models/day.ts';

/** A day as the heading of its entries: “Today”, “Yesterday”, “Tuesday 17 November”, with its year if that is not this one. */
export function sayDayHeading(day: string, today: string): string {
  const ahead = dayNumber(day) - dayNumber(today);
  if (ahead === 0) return 'Today';
  if (ahead === -1) return 'Yesterday';
  if (ahead === 1) return 'Tomorrow';
  return day.slice(0, 4) === today.slice(0, 4) ? sayWithoutYear(day) : sayFullDay(day);
}

/** A day in full, with its year: “Tuesday 17 November 2026”. */
export function sayFullDay(day: string): string {
  return `${sayWithoutYear(day)} ${Number(day.slice(0, 4))}`;
}

// Put together here, for versions of Unicode's data disagree on a comma after the weekday.
function sayWithoutYear(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${weekday.format(date)} ${dayOfMonth.format(date)}`;
}

// Days are calendar days, not instants, and of the calendar that the journal counts in.
const calendar = { timeZone: 'UTC', calendar: 'gregory' } as const;
const weekday = new Intl.DateTimeFormat('en-GB', { ...calendar, weekday: 'long' });
const dayOfMonth = new Intl.DateTimeFormat('en-GB', { ...calendar, day: 'numeric', month: 'long' });
