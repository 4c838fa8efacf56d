import type { SearchAnswer } from '../../shared/contract/search.ts';

/** The journal stops counting here; see `count` of the contract. */
const COUNT_CAP = 1000;

/** How many entries match, as a heading says it: “1 entry”, “37 entries”, “1000+ entries”. */
export function sayEntryCount(count: number): string {
  if (count === 0) return 'No entries';
  if (count >= COUNT_CAP) return `${COUNT_CAP}+ entries`;
  return count === 1 ? '1 entry' : `${count} entries`;
}

/** How many people match: “1 person”, “3 people”. */
export function sayPeopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** What a screen reader hears when an answer has come. */
export function announceAnswer({ people, count }: Pick<SearchAnswer, 'people' | 'count'>): string {
  if (people.length === 0 && count === 0) return 'Nothing found.';
  const entries = count === 0 ? 'no entries' : sayEntryCount(count);
  return people.length === 0 ? `${entries}.` : `${sayPeopleCount(people.length)}, ${entries}.`;
}
