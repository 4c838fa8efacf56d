import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber, isDay } from '../../../src/shared/models/day.ts';
import { parseWhen } from '../../../src/shared/search/parseWhen.ts';

// A Sunday.
const today = '2026-11-22';

describe('the value of a date filter', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['1665', '1665-01-01', '1665-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-5', '2024-05-01', '2024-05-31'],
    ['2024-05-03', '2024-05-03', '2024-05-03'],
    ['2024/5/3', '2024-05-03', '2024-05-03'],
    ['today', '2026-11-22', '2026-11-22'],
    ['Yesterday', '2026-11-21', '2026-11-21'],
    ['friday', '2026-11-20', '2026-11-20'],
    ['sunday', '2026-11-15', '2026-11-15'],
    ['last monday', '2026-11-16', '2026-11-16'],
    ['this week', '2026-11-16', '2026-11-22'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['this month', '2026-11-01', '2026-11-30'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['3 days ago', '2026-11-19', '2026-11-19'],
    ['a week ago', '2026-11-15', '2026-11-15'],
    ['2 months ago', '2026-09-01', '2026-09-30'],
    ['12 months ago', '2025-11-01', '2025-11-30'],
    ['ten years ago', null, null],
    ['10 years ago', '2016-01-01', '2016-12-31'],
    ['may', '2026-05-01', '2026-05-31'],
    ['december', '2025-12-01', '2025-12-31'],
    ['Sept 2020', null, null],
    ['sep 2020', '2020-09-01', '2020-09-30'],
    ['March 2024', '2024-03-01', '2024-03-31'],
    ['2024-13', null, null],
    ['2023-02-29', null, null],
    ['0000', null, null],
    ['202', null, null],
    ['', null, null],
    ['whenever', null, null],
    ['9999 years ago', null, null],
  ])('%j', (value, first, last) => {
    expect(parseWhen(value, today)).toEqual(first === null ? null : { first, last });
  });

  test('may be anything, and names real days in their order if it names any', () => {
    const someDay = fc.integer({ min: 1, max: dayNumber('9999-12-31') }).map(dayOfNumber);
    const words = fc.constantFrom(
      'last',
      'this',
      'week',
      'month',
      'year',
      'ago',
      'days',
      '3',
      '9999',
      'may',
      '-',
      '2024',
      ' ',
      'friday',
    );
    const value = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(value, someDay, (text, day) => {
        const span = parseWhen(text, day);
        if (!span) return;
        expect(isDay(span.first) && isDay(span.last)).toBe(true);
        expect(dayNumber(span.first)).toBeLessThanOrEqual(dayNumber(span.last));
      }),
    );
  });
});
