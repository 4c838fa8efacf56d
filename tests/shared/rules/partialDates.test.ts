import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber, isDay } from '../../../src/shared/models/day.ts';
import { isPartialDate, monthDayOf, yearOf } from '../../../src/shared/models/partialDate.ts';
import {
  byComingRound,
  nextOccurrence,
  sayComingRound,
  sayPartialDate,
} from '../../../src/shared/rules/partialDates.ts';
import { readTypedDate } from '../../../src/shared/rules/typedDates.ts';

const now = { day: '2026-11-22', time: '10:00' };
const anyDay = fc.integer({ min: 1, max: dayNumber('9999-12-31') }).map(dayOfNumber);
const anyDate = anyDay.chain((day) =>
  fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4), `--${day.slice(5)}`, '--02-29'),
);

describe('when a date comes round', () => {
  test.each([
    ['1984-05-17', '2026-11-22', '2027-05-17', 43],
    ['1984-11-22', '2026-11-22', '2026-11-22', 42],
    ['--12-01', '2026-11-22', '2026-12-01', null],
    ['--11-21', '2026-11-22', '2027-11-21', null],
    ['2000-02-29', '2026-11-22', '2027-02-28', 27],
    ['--02-29', '2027-03-01', '2028-02-29', null],
    ['--02-29', '2028-02-28', '2028-02-29', null],
    ['2004-02-29', '2027-02-28', '2027-02-28', 23],
    ['2030-06-01', '2026-11-22', '2030-06-01', 0],
  ])('%s on %s: %s, %s years', (date, today, day, years) => {
    expect(nextOccurrence(date, today)).toEqual({ day, years });
  });

  test.each(['1984', '1984-05'])('%s does not', (date) => {
    expect(nextOccurrence(date, '2026-11-22')).toBeNull();
    expect(sayComingRound({ kind: 'birthday', date }, '2026-11-22')).toBe('');
  });

  test('is never in the past, never more than a leap’s way off its day, and the first such day', () => {
    fc.assert(
      fc.property(anyDate, anyDay, (date, today) => {
        const next = nextOccurrence(date, today);
        if (next === null) {
          expect(monthDayOf(date) === null || today > '9998').toBe(true);
          return;
        }
        expect(isDay(next.day)).toBe(true);
        expect(next.day >= today).toBe(true);
        const monthDay = monthDayOf(date) as string;
        const isKeptEarly = monthDay === '02-29' && next.day.endsWith('02-28');
        expect(next.day.endsWith(monthDay) || (isKeptEarly && !isDay(`${next.day.slice(0, 4)}-02-29`))).toBe(
          true,
        );
        const year = yearOf(date);
        expect(next.years).toBe(year === null ? null : Number(next.day.slice(0, 4)) - year);
        if (year === null || `${date}` <= today) {
          expect(dayNumber(next.day) - dayNumber(today)).toBeLessThanOrEqual(366);
        }
      }),
    );
  });

  test.each([
    ['birthday', '1986-12-13', 'in three weeks, turns 40'],
    ['birthday', '--12-13', 'in three weeks'],
    ['birthday', '1986-11-22', 'today, turns 40'],
    ['birthday', '2026-11-22', 'today'],
    ['anniversary', '2025-11-23', 'tomorrow, 1 year'],
    ['remembrance', '2014-11-24', 'in two days, 12 years'],
  ] as const)('a %s on %s is said: %s', (kind, date, said) => {
    expect(sayComingRound({ kind, date }, '2026-11-22')).toBe(said);
  });

  test('orders dates by how soon they come', () => {
    const dates = ['1984', '--01-01', '--11-21', '--11-22', '2000-12-01'].map((date) => ({ date }));
    expect([...dates].sort(byComingRound('2026-11-22')).map(({ date }) => date)).toEqual([
      '--11-22',
      '2000-12-01',
      '--01-01',
      '--11-21',
      '1984',
    ]);
  });
});

describe('a typed date', () => {
  test.each([
    ['17 May 1984', '1984-05-17'],
    ['17 may 1984', '1984-05-17'],
    ['  17th of May, 1984 ', '1984-05-17'],
    ['the 17th of May', '--05-17'],
    ['May 17, 1984', '1984-05-17'],
    ['May 17th', '--05-17'],
    ['Thursday 17 May 1984', '1984-05-17'],
    ['on Sunday 3 June 1663', '1663-06-03'],
    ['17 May', '--05-17'],
    ['17. Mai', null],
    ['17. May', '--05-17'],
    ['Sept 3', '--09-03'],
    ['29 February', '--02-29'],
    ['29 Feb 2024', '2024-02-29'],
    ['May 1984', '1984-05'],
    ['in May 1984', '1984-05'],
    ['May of 1984', '1984-05'],
    ['1984', '1984'],
    ['1984-05', '1984-05'],
    ['1984-5-7', '1984-05-07'],
    ['1984-05-17', '1984-05-17'],
    ['--05-17', '--05-17'],
    ['17.5.1984', '1984-05-17'],
    ['17.05.', '--05-17'],
    ['17. 5. 1984', '1984-05-17'],
    ['3.4.1984', '1984-04-03'],
    ['17/5/1984', '1984-05-17'],
    ['5/17/1984', '1984-05-17'],
    ['5/5', '--05-05'],
    ['yesterday', '2026-11-21'],
    ['last Friday', '2026-11-20'],
  ])('“%s” is %s', (typed, date) => {
    const read = readTypedDate(typed, now);
    if (date === null) expect(read).toHaveProperty('problem');
    else expect(read).toEqual({ date });
  });

  test.each([
    ['31 April', 'There is no such day: April has 30 days.'],
    ['30 February', 'There is no such day: February has 29 days.'],
    ['29 February 1900', 'There is no such day: February 1900 has 28 days.'],
    ['2025-02-29', 'There is no such day: February 2025 has 28 days.'],
    ['0 May', 'There is no such day: May has 31 days.'],
    ['32 May 1984', 'There is no such day: May has 31 days.'],
    ['1984-13', 'A year has twelve months.'],
    ['17.13.1984', 'A year has twelve months.'],
    ['17 May 84', 'Please write the year with four digits.'],
    ['17.5.84', 'Please write the year with four digits.'],
    ['984', 'Please write the year with four digits.'],
    ['0000', 'The calendar begins with the year 1.'],
    ['May', 'A month alone is too little: please add the day, the year or both.'],
    ['3/4/1984', 'That could be two different days: please write the month as a word.'],
    ['some day', /^This is not a date that Kith understands/],
    ['17 Moy', /^This is not a date that Kith understands/],
    ['Tom was born in May 1984', /^This is not a date that Kith understands/],
    ['x'.repeat(2_000_000), /^This is not a date that Kith understands/],
  ])('“%.40s” is told to be none: %s', (typed, sentence) => {
    expect(readTypedDate(typed, now)).toEqual({ problem: expect.stringMatching(sentence) });
  });

  test('reads back every date that is said', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(readTypedDate(sayPartialDate(date), now)).toEqual({ date });
      }),
    );
  });

  test('is a date of the calendar or a problem in a sentence, whatever is typed', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'May',
        'Feb',
        '29',
        '31',
        '1984',
        '/',
        '.',
        '-',
        ',',
        'th',
        'of',
        'last',
        'Friday',
        ' ',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        const read = readTypedDate(parts.join(''), now);
        if ('date' in read) expect(isPartialDate(read.date)).toBe(true);
        else expect(read.problem).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});
