import { callName } from '../../models/person.ts';
import { sayCount } from '../sayCounts.ts';
import type { Candidate } from './candidate.ts';
import { daysSince, type Known, nameOf, weighCloseness } from './known.ts';

/** Somebody with whom everything passed from afar. */
export interface GatheredAfar {
  readonly person: Known;
  /** Entries in which they took part, none of them of a meeting. */
  readonly count: number;
}

const MINUTES = 10;
const BASE = 280;
/** So often one has to have heard of one another before it is time to meet, and not too long ago. */
export const LEAST_AFAR = 5;
export const AFAR_DAYS = 180;
const REST_DAYS = 60;
const REFUSED_DAYS = 365;

/** Those with whom much passed, and only ever from afar. `afar` has nobody who was ever met. */
export function findTimeToMeet(afar: readonly GatheredAfar[], today: string): readonly Candidate[] {
  return afar.flatMap(({ person, count }) => {
    if (count < LEAST_AFAR || person.lastTalk === null || daysSince(person.lastTalk, today) > AFAR_DAYS)
      return [];
    return [
      {
        key: `timeToMeet:${person.id}`,
        kind: 'timeToMeet',
        people: [nameOf(person)],
        reason: () =>
          `You and ${callName(person)} have been in touch ${sayCount(count, 'time', 'times')}, and never met in person.`,
        weights: [
          { points: BASE + Math.min(60, 3 * count), because: () => 'never met in person' },
          ...weighCloseness(person),
        ],
        evidence: [{ kind: 'lastEntry', personId: person.id, before: today }],
        opening: 'timeToMeet',
        playbook: 'timeToMeet',
        minutes: MINUTES,
        due: null,
        isSettled: false,
        restDays: REST_DAYS,
        refusedDays: REFUSED_DAYS,
      },
    ];
  });
}
