import type { ParsedComponents } from 'chrono-node';
import { dayNumber, dayOfNumber, isDay } from '../models/day.ts';
import type { LocalNow } from './dateWords.ts';

const DAYS_AGO_AT_MOST = 14;
const YEARS_BACK_AT_MOST = 8;
const DAYS_A_WEEK = 7;

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
];
const partOfDay = /\b(?:morning|noon|afternoon|evening|night|tonight|midnight)\b/iu;
const monthName =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\b/iu;
const numericDate = /\d\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d/u;
const weekdayName = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;
const sentenceEnd = /[.!?…\n\uFFFC]/u;
const ahead =
  /\b(?:will|won[’']t|shall|shan[’']t|going to|gonna|tomorrow|next|soon|plan(?:s|ned|ning)?|see you|let[’']?s|remind|due|would|should)\b|\p{L}[’']ll\b/iu;

/** Where the words stand. */
interface Place {
  readonly text: string;
  readonly index: number;
}

/**
 * The day that the parsed `words` at `place` mean, in the past as of `now`, or null where that is not reasonably certain.
 * Only what the words themselves say is read from `said`, never what the parser implied.
 */
export function dayMeant(words: string, said: ParsedComponents, now: LocalNow, place: Place): string | null {
  if (monthName.test(words) || numericDate.test(words)) return calendarDay(words, said, now, place);
  const today = dayNumber(now.day);
  const ago = daysAgo(words);
  if (ago !== null) return dayOf(today - ago);
  return weekdayName.test(words) ? pastWeekday(words, said, today, place) : null;
}

/** How many days ago “yesterday”, “last night”, “two days ago” are, or null for other words. */
function daysAgo(words: string): number | null {
  if (/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/iu.test(words)) return 0;
  if (/\bday before yesterday\b/iu.test(words)) return 2;
  if (/\b(?:yesterday|last night)\b/iu.test(words)) return 1;
  if (/\ba week ago\b/iu.test(words)) return DAYS_A_WEEK;
  const count = /^(?:(\p{L}+)|(\d{1,2})) days? ago$/iu.exec(words);
  if (!count) return null;
  const [, word = '', digits] = count;
  const days = digits ? Number(digits) : /^an?$/iu.test(word) ? 1 : numberWords.indexOf(word.toLowerCase());
  return days >= 1 && days <= DAYS_AGO_AT_MOST ? days : null;
}

/** A weekday that dates a sentence: “on Friday”, “last Friday”, “Friday evening”, or “Friday” at its beginning. */
function pastWeekday(words: string, said: ParsedComponents, today: number, place: Place): string | null {
  const weekday = said.get('weekday');
  if (weekday === null || /\b(?:next|this|coming)\b/iu.test(words)) return null;
  const last = /\b(?:last|past)\b/iu.test(words);
  if (!last && ahead.test(sentenceAround(place))) return null;
  const dates = last || /^on\b/iu.test(words) || partOfDay.test(words) || beginsSentence(place);
  if (!dates) return null;
  // 0001-01-01, day number 1, was a Monday; Sunday is 0 here and there.
  const back = (today - weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
  // “Sunday” on a Sunday may be today or a week ago.
  if (back === 0) return last ? dayOf(today - DAYS_A_WEEK) : null;
  return dayOf(today - back);
}

/** “3 May”, “May 3rd, 2025”, “2026-05-03”, “13/5/2026”: the latest such day that is not to come. */
function calendarDay(words: string, said: ParsedComponents, now: LocalNow, place: Place): string | null {
  const month = certain(said, 'month');
  const dayOfMonth = certain(said, 'day');
  if (month === null || dayOfMonth === null || !namesDayPlainly(words, month, dayOfMonth)) return null;
  const saidYear = certain(said, 'year');
  if (saidYear === null && ahead.test(sentenceAround(place))) return null;
  const lastYear = saidYear ?? Number(now.day.slice(0, 4));
  const years = saidYear === null ? YEARS_BACK_AT_MOST : 0;
  for (let year = lastYear; year >= lastYear - years; year--) {
    const day = [String(year).padStart(4, '0'), two(month), two(dayOfMonth)].join('-');
    if (isDay(day) && day <= now.day) return fitsWeekday(day, said) ? day : null;
  }
  return null;
}

/** What the words themselves say, or null where the parser only guesses. */
function certain(said: ParsedComponents, part: 'year' | 'month' | 'day'): number | null {
  return said.isCertain(part) ? said.get(part) : null;
}

/** Whether a reader on either side of an ocean would understand the same day. */
function namesDayPlainly(words: string, month: number, dayOfMonth: number): boolean {
  if (/\d{4}-\d{1,2}-\d{1,2}/u.test(words)) return true;
  if (numericDate.test(words)) return /[/.]\d{4}\b/u.test(words) && (dayOfMonth > 12 || dayOfMonth === month);
  // “may” and “march” are words of their own.
  return !/\b(?:may|mar|march)\b/u.test(words);
}

function fitsWeekday(day: string, said: ParsedComponents): boolean {
  return !said.isCertain('weekday') || dayNumber(day) % DAYS_A_WEEK === said.get('weekday');
}

function beginsSentence({ text, index }: Place): boolean {
  return /(?:^|[.!?…\n])[\s"“‘'(*_#-]*$/u.test(text.slice(Math.max(0, index - 12), index));
}

function sentenceAround({ text, index }: Place): string {
  const from = text.slice(0, index).split(sentenceEnd).at(-1) ?? '';
  const to = text.slice(index).split(sentenceEnd)[0] ?? '';
  return from + to;
}

function dayOf(number: number): string | null {
  return number >= 1 ? dayOfNumber(number) : null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
