import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayWait, waitAfter, waitLeft } from '../../../src/shared/rules/tryDelay.ts';

test('five wrong tries are free, then the wait begins at 5 s and doubles up to 15 minutes', () => {
  const seconds = Array.from({ length: 15 }, (_, count) => waitAfter(count) / 1000);
  expect(seconds).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  expect(waitAfter(1_000_000)).toBe(900_000);
});

test('the wait runs down with the clock, and a clock that was set back makes it no longer than the whole', () => {
  const tries = { count: 6, lastAt: 1_000_000 };
  expect(waitLeft(tries, 1_000_000)).toBe(10_000);
  expect(waitLeft(tries, 1_004_000)).toBe(6_000);
  expect(waitLeft(tries, 1_010_000)).toBe(0);
  expect(waitLeft(tries, 0)).toBe(10_000);
  fc.assert(
    fc.property(fc.nat(50), fc.integer(), fc.integer(), (count, lastAt, now) => {
      const left = waitLeft({ count, lastAt }, now);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(waitAfter(count));
    }),
  );
});

test('a wait is said so that nobody tries too early', () => {
  expect([1, 1000, 4200, 59_000, 59_001, 60_000, 60_001, 900_000].map(sayWait)).toEqual([
    '1 second',
    '1 second',
    '5 seconds',
    '59 seconds',
    '1 minute',
    '1 minute',
    '2 minutes',
    '15 minutes',
  ]);
});
