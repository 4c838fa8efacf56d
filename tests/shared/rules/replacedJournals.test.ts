import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import {
  chooseOutlived,
  keptUntil,
  REPLACED_DAYS,
  type ReplacedJournal,
} from '../../../src/shared/rules/replacedJournals.ts';

const MS_PER_DAY = 86_400_000;
const replacedOn = (day: string, isWhole = true): ReplacedJournal => ({
  id: `${day} 10.00.00`,
  day,
  replacedAt: isWhole ? Date.parse(`${day}T10:00:00Z`) : null,
});
const after = (day: string, days: number) => Date.parse(`${day}T11:00:00Z`) + days * MS_PER_DAY;

describe('a journal that was replaced', () => {
  const day = '2026-11-22';
  test.each([
    ['on the same day', replacedOn(day), [after(day, 0)], '2026-11-22', false],
    ['a day too early', replacedOn(day), [after(day, 29)], '2026-12-21', false],
    ['after thirty days, with a newer backup', replacedOn(day), [after(day, 0)], '2026-12-22', true],
    ['after a year, with an older backup only', replacedOn(day), [after(day, -1)], '2027-11-22', false],
    ['after a year, with none', replacedOn(day), [], '2027-11-22', false],
    [
      'after a year, with backups before and after',
      replacedOn(day),
      [after(day, -9), after(day, 9)],
      '2027-11-22',
      true,
    ],
    [
      'after a year, if it could not be read whole',
      replacedOn(day, false),
      [after(day, 9)],
      '2027-11-22',
      false,
    ],
    ['with a clock that was set back', replacedOn(day), [after(day, 1)], '2020-01-01', false],
  ])('%s', (_when, journal, backups, today, goes) => {
    expect(chooseOutlived([journal], backups, today)).toEqual(goes ? [journal] : []);
  });

  test('says until when it is kept', () => {
    expect(keptUntil(replacedOn(day))).toBe('2026-12-22');
    expect(keptUntil(replacedOn(day, false))).toBeNull();
  });

  test('never goes before its time, nor without a backup that is newer, nor if it is not whole', () => {
    const journals = fc.array(
      fc
        .record({ days: fc.nat(400), isWhole: fc.boolean() })
        .map(({ days, isWhole }) => replacedOn(dayOfNumber(dayNumber(day) - days), isWhole)),
    );
    const backups = fc.array(fc.nat(400).map((days) => after(day, -days)));
    fc.assert(
      fc.property(journals, backups, (replaced, madeAt) => {
        for (const { day: of, replacedAt } of chooseOutlived(replaced, madeAt, day)) {
          expect(dayNumber(day) - dayNumber(of)).toBeGreaterThanOrEqual(REPLACED_DAYS);
          expect(Math.max(...madeAt)).toBeGreaterThan(replacedAt ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});
