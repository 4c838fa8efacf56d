import type { ActRecord, NudgeAct } from '../../models/nudge.ts';
import type { Candidate } from './candidate.ts';

export const DAILY = 3;

export interface DailyPick {
  readonly candidate: Candidate;
  readonly act: NudgeAct | null;
}

export interface DailyQuestion {
  /** Best first; of what was done about them, only what was done on earlier days is taken into account. */
  readonly ranked: readonly Candidate[];
  /** What was done today, in the order of doing. */
  readonly actsToday: readonly ActRecord[];
  /** What was left of the week's time when the day began. */
  readonly minutes: number;
  readonly hasEvidence: (candidate: Candidate) => boolean;
}

/**
 * The three of the day: the first in rank that are of three different people and fit in the time. They stay where they
 * are all day: one that is done or skipped keeps its place, and one that was swapped, snoozed or refused leaves it to
 * the next in rank.
 */
export function pickThree(question: DailyQuestion): readonly DailyPick[] {
  const slots = takeFirst(question);
  const shown = new Set(slots);
  const acted = new Map<string, NudgeAct>();
  for (const { key, act } of question.actsToday) {
    const place = slots.findIndex((candidate) => candidate.key === key);
    acted.set(key, act);
    if (place < 0 || act === 'done' || act === 'skipped') continue;
    const next = nextFor(question, { slots, place, shown, acted });
    if (next) {
      slots[place] = next;
      shown.add(next);
    } else {
      slots.splice(place, 1);
    }
  }
  return slots.map((candidate) => ({
    candidate,
    act: acted.get(candidate.key) ?? (candidate.isSettled ? 'done' : null),
  }));
}

function takeFirst({ ranked, minutes, hasEvidence }: DailyQuestion): Candidate[] {
  const slots: Candidate[] = [];
  for (const candidate of ranked) {
    if (slots.length === DAILY) break;
    const isFit =
      isDaily(candidate) &&
      isOfOthers(candidate, slots) &&
      sumMinutes([...slots, candidate]) <= minutes &&
      hasEvidence(candidate);
    if (isFit) slots.push(candidate);
  }
  return slots;
}

interface Swap {
  readonly slots: readonly Candidate[];
  readonly place: number;
  /** Everything that had a place today. */
  readonly shown: ReadonlySet<Candidate>;
  readonly acted: ReadonlyMap<string, NudgeAct>;
}

function nextFor(
  { ranked, minutes, hasEvidence }: DailyQuestion,
  { slots, place, shown, acted }: Swap,
): Candidate | undefined {
  const others = slots.filter((_, i) => i !== place);
  return ranked.find(
    (candidate) =>
      isDaily(candidate) &&
      !shown.has(candidate) &&
      !acted.has(candidate.key) &&
      !candidate.isSettled &&
      isOfOthers(candidate, [...shown]) &&
      sumMinutes([...others, candidate]) <= minutes &&
      hasEvidence(candidate),
  );
}

/** Letting somebody rest is no turning to them. */
const isDaily = ({ kind }: Candidate) => kind !== 'letRest';

/** Whether a candidate is about nobody whom one of these is about. */
function isOfOthers({ people }: Candidate, taken: readonly Candidate[]): boolean {
  return people.every(({ id }) => taken.every((other) => other.people.every((person) => person.id !== id)));
}

/** What some candidates take in all. */
export function sumMinutes(candidates: readonly Pick<Candidate, 'minutes'>[]): number {
  return candidates.reduce((sum, { minutes }) => sum + minutes, 0);
}
