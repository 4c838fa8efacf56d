import { dayNumber, dayOfNumber, isDay } from '../../shared/models/day.ts';
import { findDateWords, type LocalNow } from '../../shared/rules/dateWords.ts';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that somebody types to go to: “3 May 1663”, “2026-05-03”, “last Friday”, and, as the journal is read
 * backwards, the last day of “May 1663”, “1663-05” or “1663”. Null where that is no day.
 */
export function readTypedDay(typed: string, now: LocalNow): string | null {
  const text = typed.trim();
  if (isDay(text)) return text;
  const [, year, month] = /^(\d{4})(?:-(\d{1,2}))?$/u.exec(text) ?? [];
  if (year) return lastDayOf(year, month ? Number(month) : 12);
  const [, name = '', itsYear] = /^(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(text) ?? [];
  const monthNumber = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (itsYear && monthNumber > 0) return lastDayOf(itsYear, monthNumber);
  // A capital, for “may” alone is no month; “on”, for a weekday alone may be only talked about.
  const said = text.replace(/(?<!\p{L})\p{Ll}(?=\p{L}*$|\p{L}*\s)/gu, (letter) => letter.toUpperCase());
  return findDateWords(said, now)[0]?.day ?? findDateWords(`On ${text}`, now)[0]?.day ?? null;
}

function lastDayOf(year: string, month: number): string | null {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  if (!isDay(first)) return null;
  const next =
    month === 12
      ? `${String(Number(year) + 1).padStart(4, '0')}-01-01`
      : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return isDay(next) ? dayOfNumber(dayNumber(next) - 1) : `${year}-12-31`;
}
