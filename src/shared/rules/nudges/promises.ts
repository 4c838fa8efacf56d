import { sayCount } from '../sayCounts.ts';
import { sayDateBriefly, sayDay, sayDuration } from '../sayTime.ts';
import type { Candidate, Weight } from './candidate.ts';
import { daysSince, type Known, nameOf, sayNames, weighCloseness } from './known.ts';

/** A promise, open at the beginning of the day. */
export interface GatheredPromise {
  readonly id: string;
  readonly madeBy: 'me' | 'them';
  readonly sentence: string;
  readonly people: readonly Known[];
  readonly madeOn: string;
  readonly due: string | null;
  readonly entryId: string | null;
  /** Kept or let go today. */
  readonly isClosed: boolean;
}

const MY_MINUTES = 15;
const THEIR_MINUTES = 5;
/** A promise of one's own is brought up this many days before it is due, and one with no day this long after it was made. */
const DAYS_AHEAD = 2;
const MINE_AFTER = 10;
/** Somebody else's: a day late at least, and with no day only after three weeks. */
const THEIRS_LATE = 1;
const THEIRS_AFTER = 21;
/** Having asked after it, one waits. */
const ASK_AGAIN_AFTER = 14;

/** The promises of the user that are due soon, due or overdue. Those made to nobody in particular are not nudges. */
export function findMyPromises(promises: readonly GatheredPromise[], today: string): readonly Candidate[] {
  return promises.flatMap((promise) => {
    if (promise.madeBy !== 'me') return [];
    const isDue =
      promise.due === null
        ? daysSince(promise.madeOn, today) >= MINE_AFTER
        : daysSince(promise.due, today) >= -DAYS_AHEAD;
    return isDue ? toCandidates(promise, today) : [];
  });
}

/** The promises of others that are late enough to be asked after. */
export function findTheirPromises(promises: readonly GatheredPromise[], today: string): readonly Candidate[] {
  return promises.flatMap((promise) => {
    if (promise.madeBy !== 'them') return [];
    const isDue =
      promise.due === null
        ? daysSince(promise.madeOn, today) >= THEIRS_AFTER
        : daysSince(promise.due, today) >= THEIRS_LATE;
    return isDue ? toCandidates(promise, today) : [];
  });
}

function toCandidates(promise: GatheredPromise, today: string): readonly Candidate[] {
  const [first, ...rest] = promise.people;
  if (first === undefined) return [];
  const { id, entryId, sentence, madeOn, due } = promise;
  const isMine = promise.madeBy === 'me';
  return [
    {
      key: `${isMine ? 'myPromise' : 'theirPromise'}:${id}`,
      kind: isMine ? 'myPromise' : 'theirPromise',
      people: [nameOf(first), ...rest.map(nameOf)],
      reason: () => (isMine ? sayMine(promise, today) : sayTheirs(promise, today)),
      weights: [...weighTime(promise, today), ...weighCloseness(first)],
      evidence: [
        {
          kind: 'said',
          evidence: { quote: sentence, day: madeOn, source: { kind: 'promise', promiseId: id, entryId } },
        },
      ],
      opening: isMine ? 'myPromise' : 'theirPromise',
      playbook: null,
      minutes: isMine ? MY_MINUTES : THEIR_MINUTES,
      due,
      isSettled: promise.isClosed,
      restDays: isMine ? null : ASK_AGAIN_AFTER,
      refusedDays: null,
    },
  ];
}

function sayMine({ people, madeOn, due }: GatheredPromise, today: string): string {
  const names = sayNames(people);
  const when = sayDay(madeOn, today);
  if (due === null) return `You promised ${names} something ${when}, and it is still open.`;
  const late = daysSince(due, today);
  if (late > 0) return `What you promised ${names} was due ${sayDay(due, today)}.`;
  return `What you promised ${names} is due ${sayDay(due, today)}.`;
}

function sayTheirs({ people, madeOn, due }: GatheredPromise, today: string): string {
  const names = sayNames(people);
  return due === null
    ? `${names} promised you something ${sayDay(madeOn, today)}.`
    : `${names} promised you something for ${sayDateBriefly(due, today)}.`;
}

/** Points for a promise that is due today, and more for each day that it is late, or that it is old. */
function weighTime({ madeBy, madeOn, due }: GatheredPromise, today: string): readonly Weight[] {
  const [whenDue, undated] = madeBy === 'me' ? [700, 520] : [400, 300];
  if (due === null) {
    const age = daysSince(madeOn, today);
    return [{ points: undated + Math.min(80, age), because: () => `open for ${sayDuration(age)}` }];
  }
  const late = daysSince(due, today);
  if (late < 0) return [{ points: whenDue - 50 + 20 * late, because: () => `due ${sayDay(due, today)}` }];
  if (late === 0) return [{ points: whenDue, because: () => 'due today' }];
  return [
    { points: whenDue + Math.min(150, 10 * late), because: () => `${sayCount(late, 'day', 'days')} overdue` },
  ];
}
