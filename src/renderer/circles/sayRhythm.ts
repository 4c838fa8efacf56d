import type { Rhythm } from '../../shared/models/circle.ts';
import { sayDuration } from '../../shared/rules/sayTime.ts';

/** How often one turns to somebody: “every week to two months”, “no rhythm”. */
export function sayRhythm(rhythm: Rhythm | null): string {
  if (rhythm === null) return 'no rhythm';
  const [soonest, latest] = [sayDuration(rhythm.floorDays), sayDuration(rhythm.ceilingDays)];
  return soonest === latest ? `every ${bare(latest)}` : `every ${bare(soonest)} to ${latest}`;
}

/** “every week”, not “every a week”. */
function bare(duration: string): string {
  return duration.replace(/^a /, '');
}
