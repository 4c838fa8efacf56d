import type { Rhythm } from '../../models/circle.ts';
import { dayNumber } from '../../models/day.ts';
import { callName } from '../../models/person.ts';
import { driftAfter } from '../drift.ts';
import { nextDay } from '../rhythm.ts';
import { sayDay, sayDuration } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { type Known, laterDay, pointsOfCloseness, weighCloseness } from './known.ts';

const MINUTES = 15;
const BASE = 100;
/** For coming from the floor of the rhythm to its ceiling. */
const POINTS_OF_SPAN = 200;
/** For being as long again past the ceiling. */
const POINTS_OF_LATE = 150;
/** Whoever is this many ceilings past it was let go long ago: each further one counts less, but never for nothing. */
const LATEST = 3;
const FADING = 25;
const LEAST_LATE = 50;

/**
 * Those whose rhythm says that it is time to turn to them: as many days as its floor have passed. Counted from the last
 * talk or, of people who are only ever written about, from the last entry that names them; and from the last nudge
 * about them that was done.
 */
export function findRhythmDue(people: readonly Known[], today: string): readonly Candidate[] {
  const timesOf = rememberTimes(today);
  const found: Candidate[] = [];
  for (const person of people) {
    const { rhythm } = person;
    const written = person.lastTalk ?? person.lastMention;
    const last = laterDay(written, person.lastDone);
    if (rhythm === null || written === null || last === null) continue;
    const times = timesOf(last, rhythm);
    if (times.silence >= rhythm.floorDays) found.push(new RhythmDue(person, written, times, today));
  }
  return found;
}

/** What is the same of all people of one rhythm who were last turned to on the same day. */
interface Times {
  readonly last: string;
  readonly rhythm: Rhythm;
  /** Days since `last`. */
  readonly silence: number;
  readonly points: number;
  readonly due: string | null;
}

/** Thousands of people were last spoken with on a few hundred days, and are in a few circles. */
function rememberTimes(today: string): (last: string, rhythm: Rhythm) => Times {
  const now = dayNumber(today);
  const known = new Map<Rhythm, Map<string, Times>>();
  return (last, rhythm) => {
    const ofRhythm = known.get(rhythm) ?? new Map<string, Times>();
    known.set(rhythm, ofRhythm);
    const times = ofRhythm.get(last) ?? timesAfter(now - dayNumber(last), last, rhythm);
    ofRhythm.set(last, times);
    return times;
  };
}

function timesAfter(silence: number, last: string, rhythm: Rhythm): Times {
  return { last, rhythm, silence, points: pointsOf(driftAfter(silence, rhythm)), due: nextDay(last, rhythm) };
}

/** There may be one of everybody, of which a few are shown: what only those need is made when it is asked for. */
class RhythmDue implements Candidate {
  readonly key: string;
  readonly kind = 'rhythmDue';
  readonly people: readonly [Known];
  readonly weight: number;
  readonly openingFact = { kind: 'interest' } as const;
  readonly playbook = null;
  readonly minutes = MINUTES;
  readonly #written: string;
  readonly #times: Times;
  readonly #today: string;

  constructor(person: Known, written: string, times: Times, today: string) {
    this.key = `rhythmDue:${person.id}:${times.last}`;
    this.people = [person];
    this.weight = times.points + pointsOfCloseness(person);
    this.#written = written;
    this.#times = times;
    this.#today = today;
  }

  get weights(): Candidate['weights'] {
    const times = this.#times;
    return [{ points: times.points, because: () => saySilence(times) }, ...weighCloseness(this.people[0])];
  }

  get evidence(): Candidate['evidence'] {
    return [{ kind: 'lastEntry', personId: this.people[0].id, before: this.#today }];
  }

  get opening(): Candidate['opening'] {
    return this.people[0].lastTalk === null ? 'writtenAbout' : 'rhythmDue';
  }

  get due(): string | null {
    return this.#times.due;
  }

  get isSettled(): boolean {
    return this.people[0].isTurnedTo;
  }

  get restDays(): number {
    return this.#times.rhythm.floorDays;
  }

  get refusedDays(): number {
    return this.#times.rhythm.ceilingDays;
  }

  reason(): string {
    const [person] = this.people;
    const when = sayDay(this.#written, this.#today);
    return person.lastTalk === null
      ? `You last wrote about ${callName(person)} ${when}.`
      : `You last talked with ${callName(person)} ${when}.`;
  }
}

function saySilence({ silence, rhythm }: Times): string {
  const late = silence - rhythm.ceilingDays;
  return late > 0 ? `${sayDuration(late)} past their rhythm` : `${sayDuration(silence)} of silence`;
}

function pointsOf(drift: number): number {
  const past = Math.max(drift - 1, 0);
  const late = POINTS_OF_LATE * Math.min(past, 1);
  const faded = Math.max(0, FADING * (past - LATEST));
  return Math.round(
    BASE + POINTS_OF_SPAN * Math.min(drift, 1) + Math.max(late - faded, Math.min(late, LEAST_LATE)),
  );
}
