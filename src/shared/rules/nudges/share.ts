import type { Evidence } from '../../models/nudge.ts';
import { callName } from '../../models/person.ts';
import type { Candidate } from './candidate.ts';
import { type Known, nameOf, weighCloseness } from './known.ts';

/** A thing on the shelf that somebody would like, and was not given yet. */
export interface GatheredMatch {
  readonly person: Known;
  readonly itemId: string;
  /** What it is called: its title, or its first words. */
  readonly title: string;
  /** The topic that it shares with what is known of the person. */
  readonly topic: string;
  /** The interest that it comes from, as one says it to them; null where that would be odd, or is nobody’s business. */
  readonly spoken: string | null;
  /** When it was put there, as an instant. */
  readonly keptAt: number;
  /** The words on the shelf, and those about the person. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

const MINUTES = 5;
const BASE = 240;

/** What lies on the shelf, to be shared with whoever would like it: of several things, the one kept last. */
export function findShare(matches: readonly GatheredMatch[]): readonly Candidate[] {
  const newest = new Map<string, GatheredMatch>();
  for (const match of matches) {
    const known = newest.get(match.person.id);
    const isNewer =
      !known || match.keptAt > known.keptAt || (match.keptAt === known.keptAt && match.itemId > known.itemId);
    if (isNewer) newest.set(match.person.id, match);
  }
  return [...newest.values()].map(({ person, itemId, title, topic, spoken, evidence }) => ({
    key: `share:${person.id}:${itemId}`,
    kind: 'share',
    people: [nameOf(person)],
    reason: () => `“${title}” on your shelf has to do with ${topic}, which you know of ${callName(person)}.`,
    weights: [{ points: BASE, because: () => `both have to do with ${topic}` }, ...weighCloseness(person)],
    evidence: evidence.map((one) => ({ kind: 'said' as const, evidence: one })),
    opening: 'share',
    ...(spoken === null ? {} : { openingFact: { kind: 'evidence', words: spoken } as const }),
    playbook: null,
    minutes: MINUTES,
    due: null,
    isSettled: false,
    restDays: null,
    refusedDays: null,
  }));
}
