import type { ExchangeKind } from '../../models/exchange.ts';
import type { EvidenceSource } from './candidate.ts';
import { daysSince, type Known } from './known.ts';

/** Something that passed between the user and somebody, as an entry marks it. */
export interface GatheredMark {
  readonly person: Known;
  readonly kind: ExchangeKind;
  readonly entryId: string;
  readonly day: string;
  /** The sentence in the body of the entry, in UTF-16 units. */
  readonly begins: number;
  readonly ends: number;
}

/** Marks older than this are not looked at. */
export const MARK_DAYS = 180;

/** The marks of each person, in their order, which is that of time. */
export function byPerson(marks: readonly GatheredMark[]): ReadonlyMap<string, readonly GatheredMark[]> {
  const all = new Map<string, GatheredMark[]>();
  for (const mark of marks) {
    const known = all.get(mark.person.id);
    if (known) known.push(mark);
    else all.set(mark.person.id, [mark]);
  }
  return all;
}

/** Whether a mark is recent enough to speak of, and of a day before today. */
export function isRecent({ day }: GatheredMark, today: string): boolean {
  const age = daysSince(day, today);
  return age >= 1 && age <= MARK_DAYS;
}

/** The marked sentence. */
export function sentenceOf({ entryId, person, begins, ends }: GatheredMark): EvidenceSource {
  return { kind: 'entry', entryId, personId: person.id, range: { from: begins, to: ends } };
}
