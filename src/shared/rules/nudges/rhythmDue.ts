import { callName } from '../../models/person.ts';
import { driftOf } from '../drift.ts';
import { nextDay } from '../rhythm.ts';
import { sayDay, sayDuration } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { daysSince, type Known, laterDay, nameOf, weighCloseness } from './known.ts';

const MINUTES = 15;
const BASE = 100;
/** From the floor to the ceiling of the rhythm, and for each time as long again after it, up to `MOST_LATE`. */
const POINTS_OF_SPAN = 200;
const POINTS_OF_LATE = 150;
const MOST_LATE = 300;

/**
 * Those whose rhythm says that it is time to turn to them: as many days as its floor have passed. Counted from the last
 * talk or, of people who are only ever written about, from the last entry that names them; and from the last nudge
 * about them that was done.
 */
export function findRhythmDue(people: readonly Known[], today: string): readonly Candidate[] {
  return people.flatMap((person) => {
    const { rhythm } = person;
    const written = person.lastTalk ?? person.lastMention;
    const last = laterDay(written, person.lastDone);
    if (rhythm === null || written === null || last === null) return [];
    if (daysSince(last, today) < rhythm.floorDays) return [];
    return [toCandidate(person, { written, last, ceilingDays: rhythm.ceilingDays }, today)];
  });
}

interface Times {
  readonly written: string;
  readonly last: string;
  readonly ceilingDays: number;
}

function toCandidate(person: Known, { written, last, ceilingDays }: Times, today: string): Candidate {
  const drift = driftOf(last, person.rhythm, today) ?? 0;
  const late = daysSince(last, today) - ceilingDays;
  const points =
    BASE + POINTS_OF_SPAN * Math.min(drift, 1) + Math.min(MOST_LATE, POINTS_OF_LATE * Math.max(drift - 1, 0));
  return {
    key: `rhythmDue:${person.id}:${last}`,
    kind: 'rhythmDue',
    people: [nameOf(person)],
    reason: () => sayReason(person, written, today),
    weights: [
      {
        points: Math.round(points),
        because: () =>
          late > 0
            ? `${sayDuration(late)} past their rhythm`
            : `${sayDuration(daysSince(last, today))} of silence`,
      },
      ...weighCloseness(person),
    ],
    evidence: [{ kind: 'lastEntry', personId: person.id, before: today }],
    opening: 'rhythmDue',
    playbook: null,
    minutes: MINUTES,
    due: nextDay(last, person.rhythm),
    isSettled: person.isTurnedTo,
    restDays: person.rhythm?.floorDays ?? null,
    refusedDays: ceilingDays,
  };
}

function sayReason(person: Known, written: string, today: string): string {
  const when = sayDay(written, today);
  return person.lastTalk === null
    ? `You last wrote about ${callName(person)} ${when}.`
    : `You last talked with ${callName(person)} ${when}.`;
}
