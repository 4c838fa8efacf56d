import type { Rhythm } from '../../models/circle.ts';
import { dayNumber } from '../../models/day.ts';
import { callName, type PersonName } from '../../models/person.ts';
import type { Weight } from './candidate.ts';

/** Somebody, as nudges see them at the beginning of a day: what is written of the day itself is told apart. */
export interface Known extends PersonName {
  readonly circleName: string | null;
  /** 0 for the innermost circle; null for nobody's circle. */
  readonly closeness: number | null;
  /** Their own, or that of their circle. */
  readonly rhythm: Rhythm | null;
  /** The day of the last entry before today in which they took part. */
  readonly lastTalk: string | null;
  /** The day of the last entry before today that names them in any way. */
  readonly lastMention: string | null;
  /** The day before today on which a nudge to turn to them was last done. */
  readonly lastDone: string | null;
  /** Whether they take part in an entry of today; of those who never took part in any, whether one names them. */
  readonly isTurnedTo: boolean;
}

/** The name of somebody and nothing else, as a nudge carries it. */
export function nameOf({ id, name, preferredName }: PersonName): PersonName {
  return { id, name, preferredName };
}

/** “Tom”, “Tom and Lisa”, “Tom, Lisa and Sam”. */
export function sayNames(people: readonly PersonName[]): string {
  const names = people.map(callName);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** How many days after `day` today is; negative where it lies ahead. */
export function daysSince(day: string, today: string): number {
  return dayNumber(today) - dayNumber(day);
}

/** The later of two days, either of which may be missing. */
export function laterDay(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Whoever is close weighs more: from the innermost circle outwards. */
const closenessPoints = [120, 90, 60, 30, 10];

/** How much somebody's circle adds to the weight of a nudge. */
export function pointsOfCloseness({ closeness }: Pick<Known, 'closeness'>): number {
  return closeness === null ? 0 : (closenessPoints[closeness] ?? 0);
}

/** The same, with why; nothing where it is nothing. */
export function weighCloseness(person: Known): readonly Weight[] {
  const points = pointsOfCloseness(person);
  return points === 0 ? [] : [{ points, because: () => `in “${person.circleName ?? ''}”` }];
}
