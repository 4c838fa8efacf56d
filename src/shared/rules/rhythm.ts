import type { Rhythm } from '../models/circle.ts';
import { dayNumber, dayOfNumber } from '../models/day.ts';

const LAST_DAY = dayNumber('9999-12-31');

/**
 * The day by which to turn to somebody again: the ceiling of their circle's rhythm after the last talk. Null where
 * there is no rhythm, or where there was no talk to count from.
 */
export function nextDay(lastTalk: string | null, rhythm: Rhythm | null): string | null {
  if (lastTalk === null || rhythm === null) return null;
  return dayOfNumber(Math.min(dayNumber(lastTalk) + rhythm.ceilingDays, LAST_DAY));
}
