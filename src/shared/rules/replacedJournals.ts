import { dayNumber, dayOfNumber } from '../models/day.ts';

/** A journal that a restore, or one made of a damaged file, took the place of is kept for at least so many days. */
export const REPLACED_DAYS = 30;

export interface ReplacedJournal {
  readonly id: string;
  /** The day on which it was replaced, as `YYYY-MM-DD`. */
  readonly day: string;
  /** The same moment in milliseconds since 1970; null for one that could not be read whole. */
  readonly replacedAt: number | null;
}

/**
 * The first day on which it may go by itself. Null for one that could not be read whole: what is missing in the journal
 * that took its place may be nowhere else, so it stays until somebody removes it.
 */
export function keptUntil({ day, replacedAt }: ReplacedJournal): string | null {
  return replacedAt === null ? null : dayOfNumber(dayNumber(day) + REPLACED_DAYS);
}

/**
 * Which of them may go: those that have been kept long enough on the day `today`, if a backup of the journal that took
 * their place, checked and made at one of `backedUpAt`, is newer than they are.
 */
export function chooseOutlived<T extends ReplacedJournal>(
  replaced: readonly T[],
  backedUpAt: readonly number[],
  today: string,
): readonly T[] {
  return replaced.filter((journal) => {
    const { replacedAt } = journal;
    const until = keptUntil(journal);
    return (
      replacedAt !== null &&
      until !== null &&
      until <= today &&
      backedUpAt.some((madeAt) => madeAt > replacedAt)
    );
  });
}
