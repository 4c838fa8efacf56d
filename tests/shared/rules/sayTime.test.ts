import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import {
  sayDate,
  sayDateBriefly,
  sayDay,
  sayDayBriefly,
  sayDuration,
  sayMomentAgo,
  sayMonth,
  sayNumber,
  sayTimeOfDay,
} from '../../../src/shared/rules/sayTime.ts';

/** A Sunday. */
const today = '2026-11-22';
const day = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(dayOfNumber);

describe('sayDay', () => {
  test.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-17', 'on Tuesday'],
    ['2026-11-27', 'this Friday'],
    ['2026-11-15', 'a week ago, on a Sunday'],
    ['2026-11-03', 'three weeks ago, on a Tuesday'],
    ['2026-12-08', 'in two weeks, on a Tuesday'],
    ['2026-09-27', 'two months ago, in September'],
    ['2026-07-20', 'four months ago, in July'],
    ['2027-02-20', 'in three months, in February'],
    ['2025-11-30', 'last year, in November'],
    ['2025-05-04', 'last year, in May'],
    ['2024-12-31', 'in December 2024'],
    ['2027-12-24', 'next year, in December'],
    ['1663-06-03', 'in June 1663'],
    ['0794-06-08', 'in June 794'],
  ])('%s', (of, said) => {
    expect(sayDay(of, today)).toBe(said);
  });

  test('never speaks of the past as if it were to come, or the other way round', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [past, later] = [one, other].sort() as [string, string];
        if (past === later) return;
        expect(sayDay(past, later)).not.toMatch(/^in (a|[a-z]+) (week|month|year)|tomorrow|next|this/);
        expect(sayDay(later, past)).not.toMatch(/ago|yesterday|last/);
      }),
    );
  });

  test('counts by the calendar, not by the clock: a day is as far away in every month and year', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 7, max: 340 }), (of, away) => {
        const number = dayNumber(of);
        fc.pre(number + away <= dayNumber('9999-12-31'));
        const later = dayOfNumber(number + away);
        expect(sayDayBriefly(of, later)).toBe(`${sayDuration(away)} ago`);
        expect(sayDayBriefly(later, of)).toBe(`in ${sayDuration(away)}`);
      }),
    );
  });
});

test.each([
  ['2026-11-22', 'today'],
  ['2026-11-17', 'Tuesday'],
  ['2026-11-27', 'Friday'],
  ['2026-11-03', 'three weeks ago'],
  ['2025-11-03', 'November 2025'],
  ['1663-06-03', 'June 1663'],
])('briefly, %s', (of, said) => {
  expect(sayDayBriefly(of, today)).toBe(said);
});

describe('sayDuration', () => {
  test.each([
    [0, 'less than a day'],
    [1, 'a day'],
    [6, 'six days'],
    [7, 'a week'],
    [20, 'three weeks'],
    [60, 'two months'],
    [349, 'eleven months'],
    [350, 'a year'],
    [730, 'two years'],
    [133_000, '364 years'],
  ])('%i days', (days, said) => {
    expect(sayDuration(days)).toBe(said);
  });

  test('is never off by more than half of what it counts in, and a day at the least', () => {
    const lengths: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.44, year: 365.25 };
    const numbers = Array.from({ length: 13 }, (_, count) => sayNumber(count));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000 }), (days) => {
        const [count = '', unit = ''] = sayDuration(days).replace(/s$/, '').split(' ');
        const counted = count === 'a' ? 1 : numbers.includes(count) ? numbers.indexOf(count) : Number(count);
        const length = lengths[unit] ?? Number.NaN;
        expect(Math.abs(counted * length - days)).toBeLessThanOrEqual(length / 2 + 1);
      }),
    );
  });
});

test('dates are of the proleptic Gregorian calendar and told in full', () => {
  // With or without the comma, as the library of the system writes it.
  expect(sayDate('1663-06-03')).toMatch(/^Sunday,? 3 June 1663$/);
  expect(sayDate('2026-11-22', 'en-US')).toBe('Sunday, November 22, 2026');
  expect(sayDateBriefly('2026-06-03', today)).toBe('3 June');
  expect(sayDateBriefly('1663-06-03', today)).toBe('3 June 1663');
  expect(sayMonth('1663-06-03')).toBe('June 1663');
});

test('times of day follow the locale', () => {
  expect(sayTimeOfDay('14:05')).toBe('14:05');
  expect(sayTimeOfDay('00:30')).toMatch(/^0?0:30$/);
  expect(sayTimeOfDay('14:05', 'en-US')).toMatch(/^2:05\sPM$/u);
});

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, 'a minute ago'],
  [300, 'five minutes ago'],
  [3600, 'an hour ago'],
  [7300, 'two hours ago'],
  [90_000, 'a day ago'],
  [2_000_000, 'three weeks ago'],
])('%i seconds ago', (seconds, said) => {
  expect(sayMomentAgo(1_000_000, 1_000_000 + seconds * 1000)).toBe(said);
});
