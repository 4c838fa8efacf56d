import type { RingPerson } from '../../shared/contract/circles.ts';
import { callName } from '../../shared/models/person.ts';
import { type Drift, driftWord } from '../../shared/rules/drift.ts';
import { capitalise, sayList } from '../../shared/rules/sayCounts.ts';
import { sayNumber } from '../../shared/rules/sayTime.ts';
import type { Rings } from './ringLayout.ts';

/** Somebody’s place in their circle, in a few words. */
export function sayDrift(
  { lastTalk, rhythm }: Pick<RingPerson, 'lastTalk' | 'rhythm'>,
  today: string,
): string {
  const words: Readonly<Record<Drift, string>> = {
    noRhythm: 'no rhythm',
    neverTalked: 'no talk yet',
    near: 'near',
    soon: 'time soon',
    drifting: 'drifting outwards',
    far: 'far out',
  };
  return words[driftWord(lastTalk, rhythm, today)];
}

/** Whether somebody is on their way out of their circle. */
export function isDrifting(
  { lastTalk, rhythm }: Pick<RingPerson, 'lastTalk' | 'rhythm'>,
  today: string,
): boolean {
  const drift = driftWord(lastTalk, rhythm, today);
  return drift === 'drifting' || drift === 'far';
}

/** Names are listed up to here. */
const NAMED = 3;

/** What the picture shows, in a sentence or two. Nothing in it is a reproach. */
export function sayRings(rings: Rings, today: string): string {
  const people = rings.flatMap((ring) => ring.people);
  if (people.length === 0) return 'Nobody is in a circle yet.';
  const drifting = people.filter((person) => isDrifting(person, today));
  if (people.every(({ lastTalk }) => lastTalk === null)) {
    return 'You have not written of a talk with any of them yet.';
  }
  if (drifting.length === 0) return 'Everybody is where you want to keep them.';
  const names = drifting.slice(0, NAMED).map(callName);
  const others = drifting.length - names.length;
  const all = others === 0 ? names : [...names, others === 1 ? 'one more' : `${sayNumber(others)} more`];
  return `${capitalise(sayList(all))} ${drifting.length === 1 ? 'is' : 'are'} drifting outwards.`;
}
