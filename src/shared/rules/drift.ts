import type { Rhythm } from '../models/circle.ts';
import { dayNumber } from '../models/day.ts';

/**
 * How far somebody has drifted from where they should be: 0 up to the floor of their rhythm, 1 at its ceiling, 2 as
 * long again after that, and so on. Null where there is no rhythm, or was no talk to count from: nobody drifts away
 * from a place where they never were.
 * @param lastTalk the day of the last talk
 * @param today `YYYY-MM-DD`; a talk that lies ahead counts as one of today
 */
export function driftOf(lastTalk: string | null, rhythm: Rhythm | null, today: string): number | null {
  if (lastTalk === null || rhythm === null) return null;
  return driftAfter(dayNumber(today) - dayNumber(lastTalk), rhythm);
}

/** The same, so many days after the last talk. */
export function driftAfter(days: number, rhythm: Rhythm): number {
  if (days <= rhythm.floorDays) return 0;
  // Floor and ceiling may be the same day; then the day after it is late.
  const span = Math.max(1, rhythm.ceilingDays - rhythm.floorDays);
  if (days <= rhythm.ceilingDays) return (days - rhythm.floorDays) / span;
  return 1 + (days - rhythm.ceilingDays) / rhythm.ceilingDays;
}

/** What one can say of somebody's place in their circle. */
export type Drift = 'neverTalked' | 'noRhythm' | 'near' | 'soon' | 'drifting' | 'far';

/** From here on the ceiling is near. */
const SOON = 0.75;
const FAR = 2;

/** The same in one of a few words, for a table and for a picture. */
export function driftWord(lastTalk: string | null, rhythm: Rhythm | null, today: string): Drift {
  if (rhythm === null) return 'noRhythm';
  const drift = driftOf(lastTalk, rhythm, today);
  if (drift === null) return 'neverTalked';
  if (drift > FAR) return 'far';
  if (drift > 1) return 'drifting';
  return drift >= SOON ? 'soon' : 'near';
}
