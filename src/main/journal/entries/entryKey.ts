import { KithError } from '../../../shared/contract/errors.ts';
import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/**
 * The key of an entry is its place in time: the day's number times 4096, plus a place in the day. It goes beyond 32
 * bits, so it is multiplied, never shifted.
 */
export const PLACES_PER_DAY = 4096;
/** 1440 minutes take the places 0 to 3599; what has no time of day comes after them. */
const PLACES_PER_MINUTE = 2.5;
const FIRST_UNTIMED = 1440 * PLACES_PER_MINUTE;

/** The least key of a day. */
export function firstKeyOf(day: string): number {
  return dayNumber(day) * PLACES_PER_DAY;
}

/** The greatest key of a day. */
export function lastKeyOf(day: string): number {
  return firstKeyOf(day) + PLACES_PER_DAY - 1;
}

/** The day that a key lies in. */
export function dayOfKey(k: number): string {
  return dayOfNumber(Math.floor(k / PLACES_PER_DAY));
}

/** The key an entry has if nothing else is there. */
export function wishedKey(day: string, time: string | null): number {
  if (time === null) return firstKeyOf(day) + FIRST_UNTIMED;
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return firstKeyOf(day) + Math.floor(minute * PLACES_PER_MINUTE);
}

/**
 * Finds the key for an entry of this day and time: the wished one, or the next free one above it, or else the nearest
 * below. `own` is the entry's present key, which counts as free. Fails with `badInput` when the day is full.
 */
export function placeEntry(
  store: Store,
  day: string,
  time: string | null,
  own: number | null = null,
): number {
  const wished = wishedKey(day, time);
  const above = firstFree(takenAbove(store, wished, lastKeyOf(day)), wished, 1, own);
  if (above <= lastKeyOf(day)) return above;
  const below = firstFree(takenBelow(store, wished - 1, firstKeyOf(day)), wished - 1, -1, own);
  if (below >= firstKeyOf(day)) return below;
  throw new KithError(
    'badInput',
    `A day holds ${PLACES_PER_DAY} entries, and that day is full. Please choose another day.`,
  );
}

function firstFree(taken: Iterable<number>, start: number, step: 1 | -1, own: number | null): number {
  let free = start;
  for (const k of taken) {
    if (k !== free || k === own) break;
    free += step;
  }
  return free;
}

function takenAbove(store: Store, from: number, to: number): Iterable<number> {
  return statement<[number, number], number>(store, 'SELECT k FROM entry WHERE k BETWEEN ? AND ? ORDER BY k')
    .pluck()
    .iterate(from, to);
}

function takenBelow(store: Store, from: number, downTo: number): Iterable<number> {
  return statement<[number, number], number>(
    store,
    'SELECT k FROM entry WHERE k BETWEEN ? AND ? ORDER BY k DESC',
  )
    .pluck()
    .iterate(downTo, from);
}
