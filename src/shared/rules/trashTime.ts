import { sayDuration } from './sayTime.ts';

/** What was deleted is kept for so many days. */
export const TRASH_DAYS = 30;

const MS_PER_DAY = 86_400_000;

/** The moment before which what was deleted has been kept long enough. */
export function trashedUntil(now: number): number {
  return now - TRASH_DAYS * MS_PER_DAY;
}

/** How much longer something is kept that was deleted at `deletedAt` (both in milliseconds): “four weeks”, “less than a day”. */
export function sayTimeLeft(deletedAt: number, now: number): string {
  return sayDuration(Math.max(0, Math.floor((deletedAt - trashedUntil(now)) / MS_PER_DAY)));
}
