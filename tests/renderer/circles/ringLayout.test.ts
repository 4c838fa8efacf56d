import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleAt, placeRings, type Rings, ringRadius } from '../../../src/renderer/circles/ringLayout.ts';
import { testId } from '../../support/ids.ts';

const today = '2026-11-22';
const ring = (id: string, people: readonly (string | null)[]): Rings[number] => ({
  id,
  name: id,
  size: null,
  rhythm: { floorDays: 10, ceilingDays: 30 },
  peopleCount: people.length,
  people: people.map((lastTalk, i) => ({
    id: testId(i + 1),
    name: `Person ${i}`,
    preferredName: '',
    lastTalk,
    rhythm: { floorDays: 10, ceilingDays: 30 },
  })),
});
const away = ({ x, y }: { readonly x: number; readonly y: number }) => Math.hypot(x, y);

describe('placeRings', () => {
  it('puts who is near on the ring, and who drifts outside it', () => {
    const { people } = placeRings(
      [ring('a', ['2026-11-20', '2026-10-01', '2020-01-01', null]), ring('b', [])],
      today,
    );
    const [near, drifting, far, never] = people.map(away);
    expect(near).toBeCloseTo(ringRadius(0, 2));
    expect(drifting).toBeGreaterThan(ringRadius(0, 2));
    expect(far).toBeGreaterThan(drifting ?? 0);
    expect(never).toBeCloseTo(ringRadius(0, 2));
  });

  it('keeps everybody in the picture, apart from one another, and nearer to their own ring than to another', () => {
    const days = fc.option(fc.constantFrom('2026-11-20', '2026-10-20', '2026-09-01', '1999-01-01'));
    const rings = fc
      .array(fc.array(days, { maxLength: 120 }), { minLength: 1, maxLength: 8 })
      .map((all) => all.map((people, i) => ring(`circle${i}`, people)));
    fc.assert(
      fc.property(rings, (given) => {
        const placed = placeRings(given, today);
        for (const one of placed.people) {
          expect(away(one) - one.size / 2).toBeLessThan(1.3);
          expect(circleAt(placed.rings, one.x, one.y)).toBe(one.circleId);
        }
        for (const { id } of given) {
          const inside = placed.people.filter(({ circleId }) => circleId === id);
          inside.slice(1).forEach((one, i) => {
            const before = inside[i];
            expect(Math.hypot(one.x - (before?.x ?? 0), one.y - (before?.y ?? 0))).toBeGreaterThan(0.002);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
