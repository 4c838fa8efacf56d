import type { Evidence } from '../../models/nudge.ts';
import { callName } from '../../models/person.ts';
import { sayDay } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { daysSince, type Known, nameOf, weighCloseness } from './known.ts';

/** Something with a day, of which one knew before that day came. */
export interface GatheredPassed {
  readonly person: Known;
  readonly factId: string;
  /** A few words for it: “exam”, “exam: chemistry”. */
  readonly words: string;
  /** The same as one says it to them: “your exam”; null where that would be odd. */
  readonly spoken: string | null;
  readonly day: string;
  readonly learnedOn: string;
  readonly evidence: Evidence;
}

const MINUTES = 5;
/** From the day after it on, and for two weeks; later it would seem an afterthought. */
export const ASK_DAYS = 14;
const BASE = 540;

/** Those to ask how something went that lay ahead of them when it was noted. */
export function findHowItWent(passed: readonly GatheredPassed[], today: string): readonly Candidate[] {
  return passed.flatMap(({ person, factId, words, spoken, day, learnedOn, evidence }) => {
    const age = daysSince(day, today);
    if (age < 1 || age > ASK_DAYS || learnedOn >= day) return [];
    return [
      {
        key: `askHowItWent:${person.id}:${factId}:${day}`,
        kind: 'askHowItWent',
        people: [nameOf(person)],
        reason: () => `What lay ahead of ${callName(person)} has passed: ${words}, ${sayDay(day, today)}.`,
        weights: [
          { points: BASE - 12 * age, because: () => `it was ${sayDay(day, today)}` },
          ...weighCloseness(person),
        ],
        evidence: [{ kind: 'said', evidence }],
        opening: 'askHowItWent',
        ...(spoken === null ? {} : { openingFact: { kind: 'evidence', words: spoken } as const }),
        playbook: null,
        minutes: MINUTES,
        due: day,
        isSettled: person.isTurnedTo,
        restDays: null,
        refusedDays: null,
      },
    ];
  });
}
