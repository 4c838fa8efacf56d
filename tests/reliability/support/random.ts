import { makeRandom } from '../../bench/support/random.ts';

export { makeRandom };

/** Numbers from 0 to below 1. */
export type Random = () => number;

/** A whole number from 0 to below `end`. */
export const below = (random: Random, end: number): number => Math.floor(random() * end);

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[below(random, from.length)] as T;
}
