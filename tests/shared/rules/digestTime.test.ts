import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hadStruckBy,
  isDigestDue,
  type LocalMoment,
  lockedDigest,
  sayDigest,
} from '../../../src/shared/rules/digestTime.ts';

const at = (moment: string): LocalMoment => ({ day: moment.slice(0, 10), time: moment.slice(11) });

describe('the notification of the day', () => {
  test.each([
    ['a minute before', 8, '2026-11-21', '2026-11-22 07:59', false],
    ['at its hour', 8, '2026-11-21', '2026-11-22 08:00', true],
    ['for whoever slept through it', 8, '2026-11-21', '2026-11-22 19:30', true],
    ['but not on the next day before its hour', 8, '2026-11-21', '2026-11-23 00:10', false],
    ['the first time', 8, null, '2026-11-22 08:00', true],
    ['never twice a day', 8, '2026-11-22', '2026-11-22 08:01', false],
    ['at midnight', 0, '2026-11-21', '2026-11-22 00:00', true],
    ['not where none is wanted', null, null, '2026-11-22 08:00', false],
    ['on 29 February', 8, '2028-02-28', '2028-02-29 08:00', true],
    ['after 29 February', 8, '2028-02-29', '2028-03-01 08:00', true],
    ['at another hour on the same day', 20, '2026-11-22', '2026-11-22 20:00', false],
    ['west of the date line, where the day begins again', 8, '2026-11-22', '2026-11-21 09:00', false],
  ] as const)('%s', (_when, hour, toldOn, now, isDue) => {
    expect(isDigestDue({ hour, toldOn }, at(now))).toBe(isDue);
  });

  test.each([
    ['opened after it', '2026-11-22 08:10', true],
    ['opened at it', '2026-11-22 08:00', true],
    ['opened before it', '2026-11-22 07:59', false],
    ['opened yesterday', '2026-11-21 23:00', false],
  ] as const)('whether it had struck, for a journal that was %s', (_when, opened, hadStruck) => {
    expect(hadStruckBy(at(opened), 8, '2026-11-22')).toBe(hadStruck);
  });
});

/** A minute on the wall in a time zone. */
function wall(zone: string): (instant: number) => LocalMoment {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (instant) => at(format.format(instant));
}

/** The moments on the wall at which it is told while somebody looks every five minutes. */
function tellBetween(hour: number, from: string, to: string, show: (instant: number) => LocalMoment) {
  const told: string[] = [];
  let toldOn: string | null = show(Date.parse(from) - 86_400_000).day;
  for (let instant = Date.parse(from); instant < Date.parse(to); instant += 300_000) {
    const now = show(instant);
    if (!isDigestDue({ hour, toldOn }, now)) continue;
    told.push(`${now.day} ${now.time}`);
    toldOn = now.day;
  }
  return told;
}

describe('when clocks change', () => {
  test('an hour that is skipped in spring is made up for at once', () => {
    const told = tellBetween(2, '2026-03-28T12:00Z', '2026-03-30T12:00Z', wall('Europe/Berlin'));
    expect(told.slice(-2)).toEqual(['2026-03-29 03:00', '2026-03-30 02:00']);
  });

  test('an hour that comes twice in autumn tells once', () => {
    const told = tellBetween(2, '2026-10-24T12:00Z', '2026-10-26T12:00Z', wall('Europe/Berlin'));
    expect(told.slice(-2)).toEqual(['2026-10-25 02:00', '2026-10-26 02:00']);
  });

  test('whoever flies from Berlin to New York is told once that day', () => {
    const [berlin, newYork] = [wall('Europe/Berlin'), wall('America/New_York')];
    const show = (instant: number) => (instant < Date.parse('2026-06-10T10:00Z') ? berlin : newYork)(instant);
    expect(tellBetween(8, '2026-06-10T00:00Z', '2026-06-11T20:00Z', show)).toEqual([
      '2026-06-10 08:00',
      '2026-06-11 08:00',
    ]);
  });

  test('whoever crosses the date line to the west misses no day, and to the east is told no day twice', () => {
    const [tokyo, honolulu] = [wall('Asia/Tokyo'), wall('Pacific/Honolulu')];
    const midway = Date.parse('2026-06-10T03:00Z');
    const east = tellBetween(8, '2026-06-09T00:00Z', '2026-06-12T00:00Z', (instant) =>
      (instant < midway ? tokyo : honolulu)(instant),
    );
    expect(new Set(east.map((moment) => moment.slice(0, 10))).size).toBe(east.length);
    const west = tellBetween(8, '2026-06-09T00:00Z', '2026-06-12T00:00Z', (instant) =>
      (instant < midway ? honolulu : tokyo)(instant),
    );
    const june = (day: string) => `2026-06-${day}`;
    expect(west.map((moment) => moment.slice(0, 10))).toEqual(['08', '09', '10', '11', '12'].map(june));
  });

  test('in every zone it is told at most once a day, and on every day that lasts', () => {
    const zones = [
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Casablanca',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 364 }),
        (zone, hour, start) => {
          const from = Date.UTC(2026, 0, 1) + start * 86_400_000;
          const show = wall(zone);
          const told = tellBetween(
            hour,
            new Date(from).toISOString(),
            new Date(from + 4 * 86_400_000).toISOString(),
            show,
          ).map((moment) => moment.slice(0, 10));
          expect(new Set(told).size).toBe(told.length);
          expect(told.length).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test.each([
  [1, null, 'Kith: one person today', ''],
  [3, null, 'Kith: three people today', ''],
  [20, null, 'Kith: 20 people today', ''],
  [1, ['Maren'], 'Kith: one person today', 'Maren'],
  [2, ['Maren', 'Tom'], 'Kith: two people today', 'Maren and Tom'],
  [3, ['Maren', 'Tom', 'Ines'], 'Kith: three people today', 'Maren, Tom and Ines'],
  [4, ['Maren', 'Tom', 'Ines'], 'Kith: four people today', 'Maren, Tom, Ines and one more'],
  [9, ['Maren', 'Tom', 'Ines'], 'Kith: nine people today', 'Maren, Tom, Ines and six more'],
] as const)('%i people, %j', (count, names, title, body) => {
  expect(sayDigest(count, names)).toEqual({ title, body });
});

test('of a locked journal nothing is said', () => {
  expect(lockedDigest).toEqual({ title: 'Kith has something for today', body: '' });
});
