import { callName } from '../../models/person.ts';
import { sayDay, sayDuration } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { daysSince, type Known, laterDay, nameOf, weighCloseness } from './known.ts';

const MINUTES = 15;
const BASE = 300;
/** A bridge grows cold after the ceiling of its rhythm, but not before this; without a rhythm, after the other. */
const LEAST_DAYS = 60;
const DAYS_WITHOUT_RHYTHM = 180;
const REST_DAYS = 60;

/** Those of the `bridges`, through whom alone two groups of people are joined, who were not spoken with for long. */
export function findBridgesCold(bridges: readonly Known[], today: string): readonly Candidate[] {
  return bridges.flatMap((person) => {
    const written = person.lastTalk ?? person.lastMention;
    const last = laterDay(written, person.lastDone);
    if (written === null || last === null) return [];
    const age = daysSince(last, today);
    const longest = person.rhythm ? Math.max(LEAST_DAYS, person.rhythm.ceilingDays) : DAYS_WITHOUT_RHYTHM;
    if (age <= longest) return [];
    return [
      {
        key: `bridgeCold:${person.id}`,
        kind: 'bridgeCold',
        people: [nameOf(person)],
        reason: () =>
          `${callName(person)} joins people whom you know to others whom you would lose sight of, and you last ${person.lastTalk === null ? 'wrote about' : 'talked with'} them ${sayDay(written, today)}.`,
        weights: [
          {
            points: BASE + Math.min(100, age - longest),
            because: () => `a bridge, cold for ${sayDuration(age)}`,
          },
          ...weighCloseness(person),
        ],
        evidence: [{ kind: 'lastEntry', personId: person.id, before: today }],
        opening: 'bridgeCold',
        playbook: null,
        minutes: MINUTES,
        due: null,
        isSettled: person.isTurnedTo,
        restDays: REST_DAYS,
        refusedDays: REST_DAYS * 3,
      },
    ];
  });
}
