import { expect, test } from 'vitest';
import { nextDay } from '../../../src/shared/rules/rhythm.ts';

const rhythm = { floorDays: 10, ceilingDays: 35 };

test('the next day is the ceiling after the last talk', () => {
  expect(nextDay('2026-11-22', rhythm)).toBe('2026-12-27');
  expect(nextDay('2024-02-01', { floorDays: 1, ceilingDays: 29 })).toBe('2024-03-01');
});

test('without a rhythm, or a talk to count from, there is none', () => {
  expect(nextDay('2026-11-22', null)).toBeNull();
  expect(nextDay(null, rhythm)).toBeNull();
});

test('it never leaves the calendar', () => {
  expect(nextDay('9999-12-30', rhythm)).toBe('9999-12-31');
});
