import { dayNumber, dayOfNumber } from '../../models/day.ts';
import type { Evidence } from '../../models/nudge.ts';
import { callName } from '../../models/person.ts';
import { nextOccurrence, sayPartialDate } from '../partialDates.ts';
import { sayDay } from '../sayTime.ts';
import type { Candidate, EvidenceSource } from './candidate.ts';
import { daysSince, type Known, nameOf, weighCloseness } from './known.ts';
import type { OpeningFor } from './openings.ts';

export type OccasionKind = 'birthday' | 'anniversary' | 'remembrance';

/** A date of somebody that comes round every year. */
export interface GatheredDate {
  readonly person: Known;
  readonly kind: OccasionKind;
  /** The user's own words for it, or empty. */
  readonly label: string;
  /** A partial date with month and day. */
  readonly date: string;
  /** The words that say it. */
  readonly evidence: Evidence;
}

/** A fact about somebody's work that is news. */
export interface GatheredNews {
  readonly person: Known;
  readonly factId: string;
  readonly text: string;
  readonly learnedOn: string;
  readonly evidence: Evidence;
}

const MINUTES = 10;
/** An occasion is brought up so many days before, so that a card arrives, and so many after, as better late than never. */
export const OCCASION_AHEAD = 3;
export const OCCASION_LATE = 2;
/** News of a new job is fresh for so long. */
export const NEWS_DAYS = 21;

const pointsToday: Readonly<Record<OccasionKind, number>> = {
  birthday: 800,
  remembrance: 780,
  anniversary: 740,
};

/** Birthdays, anniversaries and remembrances that are near. 29 February is kept on the 28th in common years. */
export function findOccasions(dates: readonly GatheredDate[], today: string): readonly Candidate[] {
  const earliest = dayOfNumber(Math.max(1, dayNumber(today) - OCCASION_LATE));
  return dates.flatMap((date) => {
    const next = nextOccurrence(date.date, earliest);
    // The very day on which somebody was born, married or died is no anniversary of it.
    if (next === null || next.years === 0) return [];
    const late = daysSince(next.day, today);
    return late < -OCCASION_AHEAD ? [] : [toCandidate(date, next, late, today)];
  });
}

interface Round {
  readonly day: string;
  readonly years: number | null;
}

function toCandidate(date: GatheredDate, { day, years }: Round, late: number, today: string): Candidate {
  const { person, kind } = date;
  const away = Math.abs(late);
  return {
    key: `occasion:${person.id}:${kind}:${date.date.slice(-5)}:${day.slice(0, 4)}`,
    kind: 'occasion',
    people: [nameOf(person)],
    reason: () => sayOccasion(date, { day, years }, today),
    weights: [
      {
        points: pointsToday[kind] - (late < 0 ? 70 : 50) * away,
        because: () => (late === 0 ? 'it is today' : `${sayDay(day, today)}`),
      },
      ...weighCloseness(person),
    ],
    evidence: [{ kind: 'said', evidence: date.evidence }, lastEntryOf(person, today)],
    opening: openingOf(kind, late),
    playbook: kind,
    minutes: MINUTES,
    due: day,
    isSettled: false,
    restDays: null,
    refusedDays: null,
  };
}

function sayOccasion(
  { person, kind, label, date }: GatheredDate,
  { day, years }: Round,
  today: string,
): string {
  const name = callName(person);
  const when = sayDay(day, today);
  const is = day < today ? 'was' : 'is';
  // Kept on another day than its own: 29 February in a common year.
  const own = date.slice(-5) === day.slice(-5) ? '' : `, kept for ${sayPartialDate(`--${date.slice(-5)}`)}`;
  switch (kind) {
    case 'birthday':
      return `${name}’s ${years === null ? '' : `${sayOrdinal(years)} `}birthday ${is} ${when}${own}.`;
    case 'anniversary':
      return `${name}’s ${label ? `day “${label}”` : 'anniversary'} ${is} ${when}${sayYears(years)}${own}.`;
    case 'remembrance':
      return `A day of remembrance for ${name} ${is} ${when}${label ? `: ${label}` : ''}${sayYears(years)}${own}.`;
  }
}

function sayYears(years: number | null): string {
  return years === null ? '' : `, ${years === 1 ? 'a year' : `${years} years`} on`;
}

const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const;
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

function sayOrdinal(count: number): string {
  return `${count}${endings[ordinals.select(count)]}`;
}

/** Those of whom something new was learned about their work. */
export function findNewJobs(news: readonly GatheredNews[], today: string): readonly Candidate[] {
  return news.flatMap(({ person, factId, text, learnedOn, evidence }) => {
    const age = daysSince(learnedOn, today);
    if (age < 0 || age > NEWS_DAYS) return [];
    return [
      {
        key: `occasion:${person.id}:newJob:${factId}`,
        kind: 'occasion',
        people: [nameOf(person)],
        reason: () => `${callName(person)} has news about work: ${withoutStop(text)}.`,
        weights: [
          { points: 560 - 10 * age, because: () => `learned ${sayDay(learnedOn, today)}` },
          ...weighCloseness(person),
        ],
        evidence: [{ kind: 'said', evidence }],
        opening: 'newJob',
        playbook: 'newJob',
        minutes: MINUTES,
        due: learnedOn,
        isSettled: false,
        restDays: null,
        refusedDays: null,
      },
    ];
  });
}

function withoutStop(text: string): string {
  return text.replace(/[.!?\s]+$/u, '');
}

function lastEntryOf(person: Known, today: string): EvidenceSource {
  return { kind: 'lastEntry', personId: person.id, before: today };
}

/** Nobody is wished a happy birthday before the day. */
function openingOf(kind: OccasionKind, late: number): OpeningFor | null {
  if (late < 0) return null;
  return kind === 'birthday' && late > 0 ? 'birthdayLate' : kind;
}
