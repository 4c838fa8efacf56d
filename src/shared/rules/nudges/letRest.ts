import { dayNumber, dayOfNumber } from '../../models/day.ts';
import { callName } from '../../models/person.ts';
import { sayDateBriefly, sayNumber } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { type Known, nameOf } from './known.ts';

/** Whom the user turned to from afar of late: the days on which they began, and whether anything came back. */
export interface GatheredTurns {
  readonly person: Known;
  /** Each day once, in the order of time, none of them today. */
  readonly daysBegun: readonly string[];
  /** Turns of any kind that the other began, today's included. */
  readonly theirs: number;
}

/** “Of late”. */
export const TURN_DAYS = 30;
const LEAST_TURNS = 3;
const POINTS = 60;

/**
 * Those to whom the user turned more often than the floor of their rhythm allows, three times at least in 30 days, with
 * nothing coming back. It takes no time, and asks for nothing but to wait.
 */
export function findLetRest(turns: readonly GatheredTurns[], today: string): readonly Candidate[] {
  return turns.flatMap(({ person, daysBegun, theirs }) => {
    const last = daysBegun.at(-1);
    if (person.rhythm === null || last === undefined || theirs > 0) return [];
    const { floorDays } = person.rhythm;
    const allowed = Math.floor(TURN_DAYS / floorDays);
    const until = dayOfNumber(dayNumber(last) + Math.max(floorDays, 7));
    if (daysBegun.length < LEAST_TURNS || daysBegun.length <= allowed || until <= today) return [];
    return [
      {
        key: `letRest:${person.id}:${last}`,
        kind: 'letRest',
        people: [nameOf(person)],
        reason: () =>
          `You turned to ${callName(person)} on ${sayNumber(daysBegun.length)} days of the last month, and nothing came back yet. Let it rest until ${sayDateBriefly(until, today)}.`,
        weights: [{ points: POINTS, because: () => `more often than every ${sayNumber(floorDays)} days` }],
        evidence: [{ kind: 'lastEntry', personId: person.id, before: today }],
        opening: null,
        playbook: null,
        minutes: 0,
        due: until,
        isSettled: false,
        restDays: null,
        refusedDays: null,
      },
    ];
  });
}
