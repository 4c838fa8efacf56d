import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber, isDay } from '../../../src/shared/models/day.ts';
import { findDateWords } from '../../../src/shared/rules/dateWords.ts';

/** A Sunday. */
const now = { day: '2026-11-22', time: '14:32' };
const read = (text: string, at = now) =>
  findDateWords(text, at).map(({ day, time, words }) => [words, day, time] as const);

describe('words that say when an entry happened', () => {
  it.each([
    ['Yesterday Anna called.', 'Yesterday', '2026-11-21', null],
    ['Lunch at 12:30 today with Ben', 'at 12:30 today', '2026-11-22', '12:30'],
    ['last Friday evening we met', 'last Friday evening', '2026-11-20', null],
    ['We met on 3 May.', 'on 3 May', '2026-05-03', null],
    ['this morning at 9 he rang', 'this morning at 9', '2026-11-22', '09:00'],
    ['On Tuesday I saw her', 'On Tuesday', '2026-11-17', null],
    ['Wednesday night was late', 'Wednesday night', '2026-11-18', null],
    ['friday at noon, by the river', 'friday at noon', '2026-11-20', '12:00'],
    ['He rang last night at 11', 'last night at 11', '2026-11-21', '23:00'],
    ['We spoke two days ago', 'two days ago', '2026-11-20', null],
    ['It was the day before yesterday', 'the day before yesterday', '2026-11-20', null],
    ['Saw her 14 Nov 2025 at 6pm', '14 Nov 2025 at 6pm', '2025-11-14', '18:00'],
    ['3 May 1663, at the office', '3 May 1663', '1663-05-03', null],
    ['2026-11-03: a letter', '2026-11-03', '2026-11-03', null],
    ['Met on 13/4/2026', '13/4/2026', '2026-04-13', null],
    ['last Sunday in church', 'last Sunday', '2026-11-15', null],
    ['yesterday at 17:30', 'yesterday at 17:30', '2026-11-21', '17:30'],
    ['yesterday at 5', 'yesterday at 5', '2026-11-21', null],
  ])('%s', (text, words, day, time) => {
    expect(read(text)).toEqual([[words, day, time]]);
  });

  it.each([
    'next Friday we meet',
    'I will see him on Friday',
    'We’ll talk on Friday',
    'since Friday he is better',
    'from Monday to Wednesday',
    'every Tuesday',
    'a few days ago',
    'three weeks ago',
    'last week',
    'September was cold',
    'in September 2025 we moved',
    'Sept 2025',
    'in 5 days',
    'just now',
    'tonight at 8 there is a play',
    'on 3/4/2026',
    'the sun came out and we sat',
    'In May he may 5 times have come',
    'Friday the 13th',
    'yesterday’s news',
    '30 February',
    'Sat 14 Nov 2025', // A Friday.
    'Sunday', // Today, or a week ago.
    'this Tuesday',
  ])('keeps silent about: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    'a name: @[Yesterday Jones](person:0197f0f0-0000-7000-8000-000000000001)',
    'a link: [yesterday](https://example.org/2026-05-03)',
    'code: `yesterday`',
    'code:\n\n```\nyesterday\n```\n',
    'unclosed code:\n\n~~~\nyesterday\n',
    '> yesterday, he wrote',
    'https://example.org/2026-05-03',
  ])('does not read what is not the writer’s own prose: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('finds words beside a mention, at the right place', () => {
    const text = 'Saw @[Ann](person:0197f0f0-0000-7000-8000-000000000001) yesterday';
    const [found] = findDateWords(text, now);
    expect(text.slice(found?.from, found?.to)).toBe('yesterday');
  });
});

const someDay = fc.integer({ min: dayNumber('1600-03-01'), max: dayNumber('2200-01-01') }).map(dayOfNumber);
const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const someNow = fc.record({ day: someDay, time: clockTime });

describe('whatever the day', () => {
  it('counts back from today', () => {
    fc.assert(
      fc.property(someNow, fc.integer({ min: 2, max: 14 }), (at, days) => {
        const day = dayOfNumber(dayNumber(at.day) - days);
        expect(read(`We met ${days} days ago.`, at)).toEqual([[`${days} days ago`, day, null]]);
      }),
    );
  });

  it('takes a weekday for the last one before today', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    fc.assert(
      fc.property(someNow, fc.integer({ min: 1, max: 6 }), (at, back) => {
        const day = dayOfNumber(dayNumber(at.day) - back);
        const name = names[new Date(`${day}T00:00:00Z`).getUTCDay()];
        expect(read(`On ${name} we met.`, at)).toEqual([[`On ${name}`, day, null]]);
      }),
    );
  });

  it('takes a day without a year for the last such day', () => {
    const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(someNow, fc.integer({ min: 0, max: 364 }), (at, back) => {
        const day = dayOfNumber(dayNumber(at.day) - back);
        const words = `${Number(day.slice(8))} ${month.format(new Date(`${day}T00:00:00Z`))}`;
        expect(read(`${words} we met.`, at)).toEqual([[words, day, null]]);
      }),
    );
  });

  const pieces = fc.constantFrom(
    'yesterday',
    'on Friday',
    ' at 9',
    '3 May',
    '`',
    '```',
    '\n',
    '> ',
    ' ',
    '@[A](person:b)',
    '2026-02-30',
    'last',
    'night',
    '12:61',
    '\uD83D\uDE00',
    '\uD800',
  );
  it('reads any text: real days, never after today, at the words it says, in order', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, someNow, (body, at) => {
        let end = 0;
        for (const { day, from, to, words } of findDateWords(body, at)) {
          expect(isDay(day) && day <= at.day).toBe(true);
          expect(body.slice(from, to)).toBe(words);
          expect(from).toBeGreaterThanOrEqual(end);
          end = to;
        }
      }),
      { numRuns: 500 },
    );
  });
});
