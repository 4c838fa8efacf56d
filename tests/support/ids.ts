import type { NewId } from '../../src/shared/models/ids.ts';

/** Makes UUIDv7s that sort by the order of making and are the same in every run. */
export function testIds(start = 1): NewId {
  let count = start;
  return () => testId(count++);
}

/** The `count`-th id that {@link testIds} makes. */
export function testId(count: number): string {
  return `019d0000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
}
