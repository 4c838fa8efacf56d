import type { Candidate } from './candidate.ts';
import type { Known } from './known.ts';
import { findNewJobs, findOccasions, type GatheredDate, type GatheredNews } from './occasion.ts';
import { findMyPromises, findTheirPromises, type GatheredPromise } from './promises.ts';
import { findRepliesOwed, type GatheredReply } from './replyOwed.ts';
import { findRhythmDue } from './rhythmDue.ts';

/** All that nudges are computed from, as it was when the day began. */
export interface Gathered {
  readonly people: readonly Known[];
  readonly promises: readonly GatheredPromise[];
  readonly replies: readonly GatheredReply[];
  readonly dates: readonly GatheredDate[];
  readonly news: readonly GatheredNews[];
}

/** Everything that speaks for turning to somebody on `today`, in no order. */
export function findNudges(gathered: Gathered, today: string): readonly Candidate[] {
  return [
    ...findRhythmDue(gathered.people, today),
    ...findMyPromises(gathered.promises, today),
    ...findTheirPromises(gathered.promises, today),
    ...findRepliesOwed(gathered.replies, today),
    ...findOccasions(gathered.dates, today),
    ...findNewJobs(gathered.news, today),
  ];
}
