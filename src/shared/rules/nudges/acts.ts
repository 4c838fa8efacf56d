import { dayNumber, dayOfNumber } from '../../models/day.ts';
import type { ActRecord } from '../../models/nudge.ts';
import type { Candidate } from './candidate.ts';
import { daysSince } from './known.ts';

/** For how long what was done about a nudge holds; see {@link Candidate}. */
export type Holds = Pick<Candidate, 'restDays' | 'refusedDays'>;

/**
 * Whether an act hides its nudge on `today`. `skipped` and `swapped` do on their day, `snoozed` before the day it was
 * put off to, `done` and `notThis` for as long as the nudge says. An act of a day that lies ahead, because the clock was
 * set back, hides as one of today would.
 */
export function hidesOn(
  { act, day, until }: ActRecord,
  { restDays, refusedDays }: Holds,
  today: string,
): boolean {
  switch (act) {
    case 'skipped':
    case 'swapped':
      return day >= today;
    case 'snoozed':
      return until !== null && today < until;
    case 'done':
      return restDays === null || daysSince(day, today) < restDays;
    case 'notThis':
      return refusedDays === null || daysSince(day, today) < refusedDays;
  }
}

/** What a nudge's key says that it is about: the id of a person, or, of a promise, its own. */
export function subjectOf(key: string): string {
  return key.split(':')[1] ?? '';
}

/** Doing one of these is no turning to somebody. */
const notTurning = /^(letRest|myPromise|theirPromise):/;

/** By the id of a person, the day before `today` on which a nudge to turn to them was last done. */
export function lastDoneDays(acts: readonly ActRecord[], today: string): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { key, act, day } of acts) {
    if (act !== 'done' || day >= today || notTurning.test(key)) continue;
    const id = subjectOf(key);
    if ((days.get(id) ?? '') < day) days.set(id, day);
  }
  return days;
}

/** The Monday on or before a day: a week's time is counted from there, as ISO 8601 counts weeks. */
export function mondayOf(day: string): string {
  const number = dayNumber(day);
  // 0001-01-01, which is number 1, was a Monday.
  return dayOfNumber(number - ((number - 1) % 7));
}

/** The minutes of what was done from Monday to `today`, and how many of them were of earlier days. */
export function spentMinutes(
  acts: readonly ActRecord[],
  today: string,
): { readonly week: number; readonly before: number } {
  const monday = mondayOf(today);
  const done = acts.filter(({ act, day }) => act === 'done' && monday <= day && day <= today);
  const sum = (some: readonly ActRecord[]) => some.reduce((all, { minutes }) => all + minutes, 0);
  return { week: sum(done), before: sum(done.filter(({ day }) => day < today)) };
}
