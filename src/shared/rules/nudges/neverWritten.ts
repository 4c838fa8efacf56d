import { callName } from '../../models/person.ts';
import { sayDay } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { daysSince, type Known, nameOf } from './known.ts';

const MINUTES = 10;
const BASE = 150;
const REST_DAYS = 90;
/** Whoever caught the eye longer ago than this is not on the mind any more. */
const LONGEST_DAYS = 365;
/** Whoever caught the eye of late is more on the mind than somebody of years ago. */
const FRESH_DAYS = 100;

/** Those who were noticed (their circle has no rhythm) and written about, but never written to. */
export function findNeverWritten(people: readonly Known[], today: string): readonly Candidate[] {
  return people.flatMap((person) => {
    const { circleName, rhythm, lastTalk, lastMention, lastDone } = person;
    if (circleName === null || rhythm !== null || lastTalk !== null || lastMention === null) return [];
    if (lastDone !== null && daysSince(lastDone, today) < REST_DAYS) return [];
    const age = daysSince(lastMention, today);
    if (age > LONGEST_DAYS) return [];
    const fresh = Math.max(0, FRESH_DAYS - age);
    return [
      {
        key: `neverWritten:${person.id}`,
        kind: 'neverWritten',
        people: [nameOf(person)],
        reason: () =>
          `You noticed ${callName(person)}, last ${sayDay(lastMention, today)}, and have not been in touch yet.`,
        weights: [{ points: BASE + fresh, because: () => `on your mind ${sayDay(lastMention, today)}` }],
        evidence: [{ kind: 'lastEntry', personId: person.id, before: today }],
        opening: 'neverWritten',
        playbook: null,
        minutes: MINUTES,
        due: null,
        isSettled: person.isTurnedTo,
        restDays: REST_DAYS,
        refusedDays: null,
      },
    ];
  });
}
