import type { ActRecord, NudgeKind } from '../../models/nudge.ts';
import { hidesOn, spentMinutes } from './acts.ts';
import type { Candidate } from './candidate.ts';
import { type DailyPick, pickThree } from './dailyThree.ts';

/** A day, planned: every candidate stands in at most one place, best first in each. */
export interface Plan {
  readonly three: readonly DailyPick[];
  readonly occasions: readonly Candidate[];
  readonly promises: readonly Candidate[];
  readonly replies: readonly Candidate[];
  readonly others: readonly Candidate[];
  readonly folded: readonly Candidate[];
  readonly budget: {
    readonly weekMinutes: number;
    readonly spentMinutes: number;
    readonly plannedMinutes: number;
  };
}

export interface PlanQuestion {
  /** Best first. */
  readonly ranked: readonly Candidate[];
  /** In the order of doing. */
  readonly acts: readonly ActRecord[];
  readonly weekMinutes: number;
  readonly today: string;
  /** Whether there are words that a candidate can rest on. Asked of as few as possible. */
  readonly hasEvidence: (candidate: Candidate) => boolean;
}

type Section = 'occasions' | 'promises' | 'replies' | 'others';

const sectionOf: Readonly<Record<NudgeKind, Section>> = {
  occasion: 'occasions',
  myPromise: 'promises',
  theirPromise: 'promises',
  replyOwed: 'replies',
  rhythmDue: 'others',
  askHowItWent: 'others',
  timeToMeet: 'others',
  giveSomething: 'others',
  thank: 'others',
  bridgeCold: 'others',
  neverWritten: 'others',
  share: 'others',
  letRest: 'others',
};

/** More than these are a list to work through, and no help. */
const MOST_OTHERS = 9;

/**
 * What to show today. It never asks for more minutes than are left of the week; what does not fit is folded. Somebody
 * comes once among the others, with what weighs most.
 */
export function planDay(question: PlanQuestion): Plan {
  const { acts, weekMinutes, today } = question;
  const spent = spentMinutes(acts, today);
  const actsToday = acts.filter(({ day }) => day === today);
  const ranked = leaveOutEarlier(question);
  const minutes = weekMinutes - spent.before;
  const picks = pickThree({ ranked, actsToday, minutes, hasEvidence: question.hasEvidence });
  const time = countTime(weekMinutes - spent.week);
  const three = picks.filter(({ candidate, act }) => act !== null || time.take(candidate));
  const rest = leaveOutToday(ranked, { three, actsToday, today });
  return {
    three,
    ...fillSections(rest, { three, actsToday, time, hasEvidence: question.hasEvidence }),
    budget: { weekMinutes, spentMinutes: spent.week, plannedMinutes: time.taken() },
  };
}

function leaveOutEarlier({ ranked, acts, today }: PlanQuestion): readonly Candidate[] {
  const earlier = new Map(acts.filter(({ day }) => day !== today).map((act) => [act.key, act] as const));
  if (earlier.size === 0) return ranked;
  return ranked.filter((candidate) => {
    const act = earlier.get(candidate.key);
    return act === undefined || !hidesOn(act, candidate, today);
  });
}

interface Taken {
  readonly three: readonly DailyPick[];
  readonly actsToday: readonly ActRecord[];
}

function leaveOutToday(
  ranked: readonly Candidate[],
  { three, actsToday, today }: Taken & { readonly today: string },
): readonly Candidate[] {
  const acts = new Map(actsToday.map((act) => [act.key, act] as const));
  const inThree = new Set(three.map(({ candidate }) => candidate));
  return ranked.filter((candidate) => {
    if (inThree.has(candidate) || candidate.isSettled) return false;
    const act = acts.size === 0 ? undefined : acts.get(candidate.key);
    // What was swapped for another is not lost: it is folded.
    return act === undefined || act.act === 'swapped' || !hidesOn(act, candidate, today);
  });
}

interface Time {
  readonly fits: (candidate: Candidate) => boolean;
  /** Plans the minutes of a candidate, if they fit. */
  readonly take: (candidate: Candidate) => boolean;
  readonly taken: () => number;
}

function countTime(minutes: number): Time {
  let taken = 0;
  const fits = (candidate: Candidate) => taken + candidate.minutes <= Math.max(0, minutes);
  return {
    fits,
    take: (candidate) => {
      if (!fits(candidate)) return false;
      taken += candidate.minutes;
      return true;
    },
    taken: () => taken,
  };
}

interface Filling extends Taken {
  readonly time: Time;
  readonly hasEvidence: (candidate: Candidate) => boolean;
}

function fillSections(
  rest: readonly Candidate[],
  { three, actsToday, time, hasEvidence }: Filling,
): Omit<Plan, 'three' | 'budget'> {
  const sections: Readonly<Record<Section | 'folded', Candidate[]>> = {
    occasions: [],
    promises: [],
    replies: [],
    others: [],
    folded: [],
  };
  const swapped = new Set(actsToday.filter(({ act }) => act === 'swapped').map(({ key }) => key));
  const shown = new Set(three.flatMap(({ candidate }) => candidate.people.map(({ id }) => id)));
  const hasPlace = ({ kind, people }: Candidate) =>
    sectionOf[kind] !== 'others' ||
    (sections.others.length < MOST_OTHERS && people.every(({ id }) => !shown.has(id)));
  for (const candidate of rest) {
    // Evidence comes last: it is read from the disk.
    const isShown =
      time.fits(candidate) && hasPlace(candidate) && !swapped.has(candidate.key) && hasEvidence(candidate);
    if (!isShown) {
      sections.folded.push(candidate);
      continue;
    }
    time.take(candidate);
    sections[sectionOf[candidate.kind]].push(candidate);
    for (const { id } of candidate.people) shown.add(id);
  }
  return sections;
}
