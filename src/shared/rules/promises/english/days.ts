import type { ParsedComponents } from 'chrono-node';
import { casual, type ParsedResult } from 'chrono-node/en';
import { dayNumber, dayOfNumber, isDay } from '../../../models/day.ts';

const DAYS_A_WEEK = 7;
/** Further away nobody promises anything; it is a slip, or a story. */
const FARTHEST = 366 * 20;

/** Words that the parser takes for a date, and that are nearly always something else. */
const noDate =
  /^(?:sat|sun|wed|mon|mar|may|march|the second|a second|second|now|right now|one day|some day)$/u;
const partOfDay = /^(?:(?:this|the) )?(?:morning|noon|afternoon|evening|night|midnight)$/iu;
const numericDate = /\b\d{1,2}(?:[/-]\d{1,2}|\.\d{1,2}\.)/u;

/** Without one of these a line names no day, and need not be parsed. */
const mayNameDay =
  /\d|day|morrow|tonight|morning|noon|evening|night|week|month|year|second|hour|minute|fortnight|decade|christmas|end of|(?:jan|febr)uary|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/iu;
/** What may stand between a day and the verb whose day it is. */
const isRightBefore = /^,?(?:\s+(?!and\b|but\b|so\b)\S+){0,4}$/u;

/** Fixed days that people name: month and day. */
const feasts: readonly (readonly [RegExp, string])[] = [
  [/\bChristmas Eve\b/u, '12-24'],
  [/\bChristmas\b/u, '12-25'],
  [/\bNew Year'?s Eve\b/u, '12-31'],
  [/\bNew Year(?:'?s(?: Day)?)?\b/u, '01-01'],
];

/** A date in a line: where it stands, and the day it means. */
interface SaidDay {
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

/** See `PromiseLanguage.findDue`. A promise for a week, a month or a weekend is due when that ends. */
export function findDue(line: string, at: number, madeOn: string, isTold: boolean): string | null {
  if (!mayNameDay.test(line)) return null;
  const said = [...periods(line, madeOn), ...parsed(line, madeOn)].sort((a, b) => a.from - b.from);
  // “Tomorrow I'll send it”: the day may stand right before.
  const before = said.findLast(({ to }) => to <= at && isRightBefore.test(line.slice(to, at)));
  const found = said.find(({ from }) => from >= at) ?? (isTold ? undefined : before);
  if (!found) return null;
  const made = dayNumber(madeOn);
  const isBound = /\bbefore (?:the )?$/iu.test(line.slice(0, found.from));
  const day = isBound ? Math.max(made, found.day - 1) : found.day;
  if (!(day >= made && day <= made + FARTHEST)) return null;
  const due = dayOfNumber(day);
  return isDay(due) ? due : null;
}

/** Weeks, months and the like, and what the parser does not know. */
function periods(line: string, madeOn: string): readonly SaidDay[] {
  const found: SaidDay[] = [];
  const add = (pattern: RegExp, read: (match: RegExpExecArray) => number | null) => {
    const match = pattern.exec(line);
    const day = match && read(match);
    if (match && day !== null) found.push({ from: match.index, to: match.index + match[0].length, day });
  };
  add(
    /\b(?:(?:the )?end of )?(?:the |this |(next) )(week(?:end)?|month|year)\b(?! (?:after|before|from|ago|of)\b)/iu,
    ([words, next, unit = '']) =>
      next || /end|this/iu.test(words) ? endOf(unit.toLowerCase(), madeOn, next ? 1 : 0) : null,
  );
  add(
    /\b(?:in|by|before|until|end of|during) (january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d)/iu,
    ([words, name = '']) => (/^\p{Lu}/u.test(name) ? endOfMonth(name, words, madeOn) : null),
  );
  add(/\b(?:on|by|before|until) the (\d{1,2})(?:st|nd|rd|th)\b(?! of)/iu, ([, digits]) =>
    nextOfMonth(Number(digits), madeOn),
  );
  add(
    /\bin (?:a|one|two) fortnights?\b|\ba fortnight\b/iu,
    ([words]) => dayNumber(madeOn) + (/two/iu.test(words) ? 4 : 2) * DAYS_A_WEEK,
  );
  for (const [words, monthDay] of feasts) add(words, () => nextYearly(monthDay, madeOn));
  return found;
}

function endOf(unit: string, madeOn: string, ahead: number): number {
  const today = dayNumber(madeOn);
  const [year, month] = [Number(madeOn.slice(0, 4)), Number(madeOn.slice(5, 7))];
  switch (unit) {
    case 'month':
      return lastOfMonth(year, month + ahead);
    case 'year':
      return lastOfMonth(year + ahead, 12);
    default:
      // 0001-01-01, day number 1, was a Monday; a week ends on a Sunday, whose number is a multiple of seven.
      return Math.ceil(today / DAYS_A_WEEK) * DAYS_A_WEEK + ahead * DAYS_A_WEEK;
  }
}

function lastOfMonth(year: number, month: number): number {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  const next = m === 12 ? [y + 1, 1] : [y, m + 1];
  return dayNumber(`${four(next[0] ?? y)}-${two(next[1] ?? 1)}-01`) - 1;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** “in March” is all of it; “by March” is before it begins. */
function endOfMonth(name: string, words: string, madeOn: string): number {
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const [year, now] = [Number(madeOn.slice(0, 4)), Number(madeOn.slice(5, 7))];
  const isWhole = !/^(?:by|before|until)/iu.test(words);
  const saidYear = month < now || (month === now && !isWhole) ? year + 1 : year;
  return isWhole ? lastOfMonth(saidYear, month) : dayNumber(`${four(saidYear)}-${two(month)}-01`);
}

function nextOfMonth(dayOfMonth: number, madeOn: string): number | null {
  let [year, month] = [Number(madeOn.slice(0, 4)), Number(madeOn.slice(5, 7))];
  for (let i = 0; i < 3; i++) {
    const day = `${four(year)}-${two(month)}-${two(dayOfMonth)}`;
    if (isDay(day) && day >= madeOn) return dayNumber(day);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return null;
}

function nextYearly(monthDay: string, madeOn: string): number {
  const thisYear = `${madeOn.slice(0, 4)}-${monthDay}`;
  return thisYear >= madeOn
    ? dayNumber(thisYear)
    : dayNumber(`${four(Number(madeOn.slice(0, 4)) + 1)}-${monthDay}`);
}

/** What the parser finds, and means a day from the day of the entry on. */
function parsed(line: string, madeOn: string): readonly SaidDay[] {
  const results = casual.parse(
    line,
    { instant: new Date(`${madeOn}T00:00:00Z`), timezone: 0 },
    { forwardDate: true },
  );
  return results.flatMap((result) => {
    const day = readResult(result, line, madeOn);
    const from = result.index;
    return day === null ? [] : [{ from, to: from + result.text.length, day }];
  });
}

function readResult(result: ParsedResult, line: string, madeOn: string): number | null {
  if (isSomethingElse(result, line)) return null;
  const { text, start, end } = result;
  const today = dayNumber(madeOn);
  if (partOfDay.test(text)) return /^(?:the )?morning$/iu.test(text) ? today + 1 : today;
  const said = end ?? start;
  // A bare time of day is today's; a bare month is read above.
  if (!said.isCertain('day') && !said.isCertain('weekday')) return said.isCertain('hour') ? today : null;
  const day = numberOf(said.get('year'), said.get('month'), said.get('day'));
  const isWeekday = said.isCertain('weekday') && !said.isCertain('day');
  // Who means today says so.
  return day === today && isWeekday && !/\bthis\b/iu.test(text) ? day + DAYS_A_WEEK : day;
}

/** Whether what was parsed is no date, one that others may read otherwise, or part of something that is read above. */
function isSomethingElse({ text, index, start }: ParsedResult, line: string): boolean {
  const ahead = line.slice(Math.max(0, index - 12), index);
  const behind = line.slice(index + text.length, index + text.length + 12);
  return (
    noDate.test(text) ||
    /^(?:last|past)\b/iu.test(text) ||
    /\b(?:last|past|since|from)\s+$/iu.test(ahead) ||
    /^(?: (?:from|after|before|ago)\b|,? the \d|[/.-]\d)/u.test(behind) ||
    /^(?:(?:the )?end of |this |the |next )?(?:week(?:end)?|month|year)$/iu.test(text) ||
    (numericDate.test(text) && !isPlain(text, start))
  );
}

/** Whether a reader on either side of an ocean would understand the same day. */
function isPlain(text: string, said: ParsedComponents): boolean {
  const [month, dayOfMonth] = [said.get('month') ?? 0, said.get('day') ?? 0];
  return /\d{4}-\d{1,2}-\d{1,2}/u.test(text) || dayOfMonth > 12 || dayOfMonth === month;
}

function numberOf(year: number | null, month: number | null, dayOfMonth: number | null): number | null {
  if (year === null || month === null || dayOfMonth === null || year < 1 || year > 9999) return null;
  const day = `${four(year)}-${two(month)}-${two(dayOfMonth)}`;
  return isDay(day) ? dayNumber(day) : null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function four(number: number): string {
  return String(number).padStart(4, '0');
}
