import { findHowItWent, type GatheredPassed } from './askHowItWent.ts';
import { findBridgesCold } from './bridgeCold.ts';
import type { Candidate } from './candidate.ts';
import { findGiveSomething } from './giveSomething.ts';
import type { Known } from './known.ts';
import { findLetRest, type GatheredTurns } from './letRest.ts';
import type { GatheredMark } from './marks.ts';
import { findNeverWritten } from './neverWritten.ts';
import { findNewJobs, findOccasions, type GatheredDate, type GatheredNews } from './occasion.ts';
import { findMyPromises, findTheirPromises, type GatheredPromise } from './promises.ts';
import { findRepliesOwed, type GatheredReply } from './replyOwed.ts';
import { findRhythmDue } from './rhythmDue.ts';
import { findShare, type GatheredMatch } from './share.ts';
import { findThank } from './thank.ts';
import { findTimeToMeet, type GatheredAfar } from './timeToMeet.ts';

/** All that nudges are computed from, as it was when the day began. */
export interface Gathered {
  readonly people: readonly Known[];
  readonly promises: readonly GatheredPromise[];
  readonly replies: readonly GatheredReply[];
  readonly dates: readonly GatheredDate[];
  readonly news: readonly GatheredNews[];
  readonly passed: readonly GatheredPassed[];
  readonly afar: readonly GatheredAfar[];
  /** In the order of time. */
  readonly marks: readonly GatheredMark[];
  readonly bridges: readonly Known[];
  readonly matches: readonly GatheredMatch[];
  readonly turns: readonly GatheredTurns[];
}

/** Everything that speaks for turning to somebody on `today`, in no order. */
export function findNudges(gathered: Gathered, today: string): readonly Candidate[] {
  const resting = findLetRest(gathered.turns, today);
  const left = new Set(resting.flatMap(({ people }) => people.map(({ id }) => id)));
  const turning = [
    ...findRhythmDue(gathered.people, today),
    ...findTimeToMeet(gathered.afar, today),
    ...findGiveSomething(gathered.marks, today),
    ...findBridgesCold(gathered.bridges, today),
    ...findNeverWritten(gathered.people, today),
    ...findShare(gathered.matches),
  ];
  return [
    ...findMyPromises(gathered.promises, today),
    ...findTheirPromises(gathered.promises, today),
    ...findRepliesOwed(gathered.replies, today),
    ...findOccasions(gathered.dates, today),
    ...findNewJobs(gathered.news, today),
    ...findHowItWent(gathered.passed, today),
    ...findThank(gathered.marks, today),
    ...resting,
    // Whoever should be left in peace is not turned to for want of anything else.
    ...(left.size === 0 ? turning : turning.filter(({ people }) => people.every(({ id }) => !left.has(id)))),
  ];
}
