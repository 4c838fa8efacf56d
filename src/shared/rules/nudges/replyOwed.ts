import { callName } from '../../models/person.ts';
import { sayDay, sayDuration } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { daysSince, type Known, nameOf, weighCloseness } from './known.ts';

/** The last turn with somebody, which was theirs and calls for an answer. */
export interface GatheredReply {
  readonly person: Known;
  readonly entryId: string;
  readonly day: string;
}

const MINUTES = 10;
/** Thereafter it is no reply any more, but a new beginning; their rhythm brings them up. */
const LONGEST_DAYS = 60;
const BASE = 600;

/** The replies that the user owes. */
export function findRepliesOwed(replies: readonly GatheredReply[], today: string): readonly Candidate[] {
  return replies.flatMap(({ person, entryId, day }) => {
    const age = daysSince(day, today);
    if (age < 1 || age > LONGEST_DAYS) return [];
    return [
      {
        key: `replyOwed:${person.id}:${entryId}`,
        kind: 'replyOwed',
        people: [nameOf(person)],
        reason: () =>
          `${callName(person)} wrote to you ${sayDay(day, today)}, and you have not answered yet.`,
        weights: [
          { points: BASE + Math.min(120, 10 * age), because: () => `unanswered for ${sayDuration(age)}` },
          ...weighCloseness(person),
        ],
        evidence: [{ kind: 'entry', entryId, personId: person.id, range: null }],
        opening: 'replyOwed',
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
