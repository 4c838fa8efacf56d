import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import { driftOf, driftWord } from '../../../src/shared/rules/drift.ts';

const rhythm = { floorDays: 10, ceilingDays: 30 };
const today = '2026-11-22';
const ago = (days: number) => dayOfNumber(dayNumber(today) - days);

describe('driftOf', () => {
  it.each([
    [0, 0, 'near'],
    [10, 0, 'near'],
    [20, 0.5, 'near'],
    [26, 0.8, 'soon'],
    [30, 1, 'soon'],
    [31, 1 + 1 / 30, 'drifting'],
    [60, 2, 'drifting'],
    [61, 2 + 1 / 30, 'far'],
    [-3, 0, 'near'],
  ] as const)('%i days after the last talk is %d: %s', (days, drift, word) => {
    expect(driftOf(ago(days), rhythm, today)).toBeCloseTo(drift);
    expect(driftWord(ago(days), rhythm, today)).toBe(word);
  });

  it('tells nothing where there is no rhythm or was no talk', () => {
    expect(driftOf(null, rhythm, today)).toBeNull();
    expect(driftOf(ago(9), null, today)).toBeNull();
    expect(driftWord(null, rhythm, today)).toBe('neverTalked');
    expect(driftWord(null, null, today)).toBe('noRhythm');
  });

  it('never falls as time goes on, and is late exactly after the ceiling', () => {
    const rhythms = fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }))
      .map(([floorDays, more]) => ({ floorDays, ceilingDays: floorDays + more }));
    fc.assert(
      fc.property(rhythms, fc.nat(2000), fc.nat(500), (given, days, more) => {
        const [now, later] = [driftOf(ago(days), given, today), driftOf(ago(days + more), given, today)];
        expect(later ?? 0).toBeGreaterThanOrEqual(now ?? 0);
        expect((now ?? 0) > 1).toBe(days > given.ceilingDays);
      }),
    );
  });
});
