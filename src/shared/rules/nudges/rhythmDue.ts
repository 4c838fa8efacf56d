import type { Rhythm } from '../../models/circle.ts';
import { dayNumber } from '../../models/day.ts';
import { callName } from '../../models/person.ts';
import { driftAfter } from '../drift.ts';
import { nextDay } from '../rhythm.ts';
import { sayDay, sayDuration } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { type Known, laterDay, nameOf, weighCloseness } from './known.ts';

const MINUTES = 15;
const BASE = 100;
/** For coming from the floor of the rhythm to its ceiling. */
const POINTS_OF_SPAN = 200;
/** For being as long again past the ceiling. */
const POINTS_OF_LATE = 150;
/** Whoever is this many ceilings past it was let go long ago: each further one counts less, but never for nothing. */
const LATEST = 3;
const FADING = 25;
const LEAST_LATE = 50;

/**
 * Those whose rhythm says that it is time to turn to them: as many days as its floor have passed. Counted from the last
 * talk or, of people who are only ever written about, from the last entry that names them; and from the last nudge
 * about them that was done.
 */
export function findRhythmDue(people: readonly Known[], today: string): readonly Candidate[] {
  const now = dayNumber(today);
  return people.flatMap((person) => {
    const { rhythm } = person;
    const written = person.lastTalk ?? person.lastMention;
    const last = laterDay(written, person.lastDone);
    if (rhythm === null || written === null || last === null) return [];
    const silence = now - dayNumber(last);
    return silence < rhythm.floorDays ? [] : [toCandidate(person, { written, last, silence, rhythm }, today)];
  });
}

interface Times {
  readonly written: string;
  readonly last: string;
  /** Days since `last`. */
  readonly silence: number;
  readonly rhythm: Rhythm;
}

function toCandidate(person: Known, { written, last, silence, rhythm }: Times, today: string): Candidate {
  const late = silence - rhythm.ceilingDays;
  return {
    key: `rhythmDue:${person.id}:${last}`,
    kind: 'rhythmDue',
    people: [nameOf(person)],
    reason: () => sayReason(person, written, today),
    weights: [
      {
        points: pointsOf(driftAfter(silence, rhythm)),
        because: () =>
          late > 0 ? `${sayDuration(late)} past their rhythm` : `${sayDuration(silence)} of silence`,
      },
      ...weighCloseness(person),
    ],
    evidence: [{ kind: 'lastEntry', personId: person.id, before: today }],
    opening: person.lastTalk === null ? 'writtenAbout' : 'rhythmDue',
    openingFact: { kind: 'interest' },
    playbook: null,
    minutes: MINUTES,
    due: nextDay(last, rhythm),
    isSettled: person.isTurnedTo,
    restDays: rhythm.floorDays,
    refusedDays: rhythm.ceilingDays,
  };
}

function pointsOf(drift: number): number {
  const past = Math.max(drift - 1, 0);
  const late = POINTS_OF_LATE * Math.min(past, 1);
  const faded = Math.max(0, FADING * (past - LATEST));
  return Math.round(
    BASE + POINTS_OF_SPAN * Math.min(drift, 1) + Math.max(late - faded, Math.min(late, LEAST_LATE)),
  );
}

function sayReason(person: Known, written: string, today: string): string {
  const when = sayDay(written, today);
  return person.lastTalk === null
    ? `You last wrote about ${callName(person)} ${when}.`
    : `You last talked with ${callName(person)} ${when}.`;
}
