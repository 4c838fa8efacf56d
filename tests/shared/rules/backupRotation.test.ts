import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import { chooseSuperseded, type DatedBackup } from '../../../src/shared/rules/backupRotation.ts';

const today = '2026-11-22';
const HOUR = 3_600_000;

function backupAt(hoursAgo: number, verified = true): DatedBackup {
  const madeAt = Date.parse(`${today}T20:00:00Z`) - hoursAgo * HOUR;
  return { id: `${madeAt}`, madeAt, day: new Date(madeAt).toISOString().slice(0, 10), verified };
}

const someBackups = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 24 * 500 }), fc.boolean()), {
    selector: ([hours]) => hours,
  })
  .map((all) => all.map(([hours, verified]) => backupAt(hours, verified)));

function keptOf(backups: readonly DatedBackup[]): readonly DatedBackup[] {
  const gone = new Set(chooseSuperseded(backups, today));
  return backups.filter((backup) => !gone.has(backup)).sort((a, b) => b.madeAt - a.madeAt);
}

const days = (backups: readonly DatedBackup[]) => [...new Set(backups.map(({ day }) => day))];

describe('of any backups', () => {
  test('the newest stays, and the newest verified one', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const kept = keptOf(backups);
        const newest = (all: readonly DatedBackup[]) => Math.max(...all.map(({ madeAt }) => madeAt));
        expect(newest(kept)).toBe(newest(backups));
        expect(newest(kept.filter(({ verified }) => verified))).toBe(
          newest(backups.filter(({ verified }) => verified)),
        );
      }),
    );
  });

  test('none goes without a newer verified one that stays', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const kept = keptOf(backups);
        for (const gone of chooseSuperseded(backups, today)) {
          expect(kept.some(({ madeAt, verified }) => verified && madeAt > gone.madeAt)).toBe(true);
        }
      }),
    );
  });

  test('at most 3 + 7 + 4 + 12 verified ones stay, and choosing again takes nothing more', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const kept = keptOf(backups);
        expect(kept.filter(({ verified }) => verified).length).toBeLessThanOrEqual(26);
        expect(chooseSuperseded(kept, today)).toEqual([]);
      }),
    );
  });

  test('their order does not matter', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        expect(keptOf([...backups].reverse())).toEqual(keptOf(backups));
      }),
    );
  });
});

test('three of today stay, however many there are', () => {
  const backups = [0, 1, 2, 3, 4, 5].map((hours) => backupAt(hours));
  expect(keptOf(backups)).toEqual(backups.slice(0, 3));
});

test('two years of a backup every six hours leave the last days, weeks and months', () => {
  let backups: readonly DatedBackup[] = [];
  const start = dayNumber('2024-11-22');
  for (let quarter = 0; quarter < 4 * 730; quarter++) {
    const day = dayOfNumber(start + Math.floor(quarter / 4));
    const madeAt = Date.parse(`${day}T00:00:00Z`) + (quarter % 4) * 6 * HOUR;
    const all = [...backups, { id: `${madeAt}`, madeAt, day, verified: true }];
    const gone = new Set(chooseSuperseded(all, day));
    backups = all.filter((backup) => !gone.has(backup));
  }
  const last = start + 729;
  expect(backups.filter(({ day }) => day === dayOfNumber(last))).toHaveLength(3);
  for (let ago = 0; ago < 7; ago++) expect(days(backups)).toContain(dayOfNumber(last - ago));
  expect(new Set(backups.map(({ day }) => day.slice(0, 7))).size).toBe(12);
  expect(backups.length).toBeLessThanOrEqual(26);
});

test('an unverified one is no reason to remove anything', () => {
  const old = [30, 31, 32, 33, 34].map((hours) => backupAt(hours, false));
  expect(chooseSuperseded(old, today)).toEqual([]);
});
