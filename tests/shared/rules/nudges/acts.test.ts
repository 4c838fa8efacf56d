import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber } from '../../../../src/shared/models/day.ts';
import type { ActRecord } from '../../../../src/shared/models/nudge.ts';
import { hidesOn, lastDoneDays, mondayOf, spentMinutes } from '../../../../src/shared/rules/nudges/acts.ts';
import { findRhythmDue } from '../../../../src/shared/rules/nudges/rhythmDue.ts';
import { knownAs, today } from '../../../support/nudges.ts';

const act = (about: Partial<ActRecord>): ActRecord => ({
  key: 'share:p:i',
  act: 'done',
  day: today,
  until: null,
  minutes: 0,
  ...about,
});
const forGood = { restDays: null, refusedDays: null };
const forTen = { restDays: 10, refusedDays: 20 };

describe('what was done about a nudge hides it', () => {
  test.each([
    ['skipped: on its day', act({ act: 'skipped' }), forGood, '2026-11-22', true],
    ['skipped: not the day after', act({ act: 'skipped' }), forGood, '2026-11-23', false],
    ['swapped: not the day after', act({ act: 'swapped' }), forGood, '2026-11-23', false],
    ['skipped: when the clock was set back', act({ act: 'skipped' }), forGood, '2026-11-20', true],
    ['snoozed: before its day', act({ act: 'snoozed', until: '2026-12-24' }), forGood, '2026-12-23', true],
    ['snoozed: not on its day', act({ act: 'snoozed', until: '2026-12-24' }), forGood, '2026-12-24', false],
    ['done: for good', act({}), forGood, '2036-01-01', true],
    ['done: for as long as it rests', act({}), forTen, '2026-12-01', true],
    ['done: no longer', act({}), forTen, '2026-12-02', false],
    ['refused: for good', act({ act: 'notThis' }), forGood, '2036-01-01', true],
    ['refused: for its time', act({ act: 'notThis' }), forTen, '2026-12-11', true],
    ['refused: no longer', act({ act: 'notThis' }), forTen, '2026-12-12', false],
  ] as const)('%s', (_, record, holds, day, hidden) => {
    expect(hidesOn(record, holds, day)).toBe(hidden);
  });
});

describe('the day on which somebody was last turned to', () => {
  test('is that of the newest nudge about them that was done before today', () => {
    const days = lastDoneDays(
      [
        act({ key: 'rhythmDue:tom:2026-01-01', day: '2026-03-01' }),
        act({ key: 'occasion:tom:birthday:05-17:2026', day: '2026-05-17' }),
        act({ key: 'rhythmDue:tom:2026-05-17', day: '2026-06-01', act: 'notThis' }),
        act({ key: 'rhythmDue:tom:2026-05-18', day: today }),
        act({ key: 'letRest:lisa:2026-05-17', day: '2026-05-17' }),
        act({ key: 'myPromise:tom', day: '2026-07-17' }),
      ],
      today,
    );
    expect([...days]).toEqual([['tom', '2026-05-17']]);
  });
});

describe('a week', () => {
  test.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2028-03-01', '2028-02-28'],
    ['2027-01-01', '2026-12-28'],
    ['0001-01-01', '0001-01-01'],
  ])('of %s begins on Monday %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  test('counts what was done from Monday to today, and of that what was done before today', () => {
    const acts = [
      act({ day: '2026-11-15', minutes: 1 }),
      act({ day: '2026-11-16', minutes: 2 }),
      act({ day: '2026-11-21', minutes: 4 }),
      act({ day: today, minutes: 8 }),
      act({ day: '2026-11-23', minutes: 16 }),
      act({ day: today, minutes: 32, act: 'skipped' }),
    ];
    expect(spentMinutes(acts, today)).toEqual({ week: 14, before: 6 });
  });
});

test('whatever the rhythm, one that was done does not come again before its floor has passed', () => {
  const days = fc.integer({ min: 0, max: 1_500 });
  fc.assert(
    fc.property(days, days, days, fc.integer({ min: 1, max: 200 }), (talk, done, ahead, floorDays) => {
      const day = (number: number) => dayOfNumber(dayNumber('2022-01-01') + number);
      const person = { lastTalk: day(talk), rhythm: { floorDays, ceilingDays: floorDays * 2 } };
      const id = knownAs('Tom').id;
      const acts = [act({ key: `rhythmDue:${id}:${day(talk)}`, day: day(done) })];
      const now = day(done + ahead);
      const lastDone = lastDoneDays(acts, now).get(id) ?? null;
      const found = findRhythmDue([knownAs('Tom', { ...person, lastDone })], now).filter((candidate) =>
        acts.every((one) => one.key !== candidate.key || !hidesOn(one, candidate, now)),
      );
      const silence = Math.min(done + ahead - talk, ahead);
      expect(found).toHaveLength(ahead >= floorDays && silence >= floorDays ? 1 : 0);
    }),
    { numRuns: 500 },
  );
});
