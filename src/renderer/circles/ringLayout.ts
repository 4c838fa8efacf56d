import type { RingPerson } from '../../shared/contract/circles.ts';
import type { JournalOutput } from '../../shared/contract/index.ts';
import { driftOf } from '../../shared/rules/drift.ts';

export type Rings = JournalOutput<'circles.rings'>;

/** Where somebody stands in the picture, whose middle is 0/0 and whose outermost edge is 1 away from it. */
export interface PlacedPerson {
  readonly person: RingPerson;
  readonly circleId: string;
  readonly x: number;
  readonly y: number;
  /** The diameter of their dot, of the same measure. */
  readonly size: number;
  readonly drift: number | null;
}

export interface PlacedRing {
  readonly circleId: string;
  readonly name: string;
  readonly radius: number;
}

/** The innermost ring leaves room for “you”, the outermost for those who drift out of it. */
const FIRST = 0.2;
const LAST = 0.93;
/** Of the way to the next ring, at most so much is drifted. */
const FURTHEST = 0.42;
const LARGEST_DOT = 0.085;
const SMALLEST_DOT = 0.02;
/** Half of what the name of a ring takes of it, at its top. */
const HALF_NAME = 0.15;
/** Of the room that each has on a ring, so much is filled. */
const FILLED = 0.82;

/** The radius of the ring number `at`, of `count`, innermost first. */
export function ringRadius(at: number, count: number): number {
  return count <= 1 ? (FIRST + LAST) / 2 : FIRST + ((LAST - FIRST) * at) / (count - 1);
}

/** The rings and everybody on them. Who drifts stands outside their ring, on the way to the next. */
export function placeRings(
  rings: Rings,
  today: string,
): { readonly rings: readonly PlacedRing[]; readonly people: readonly PlacedPerson[] } {
  const gap = rings.length > 1 ? (LAST - FIRST) / (rings.length - 1) : LAST - FIRST;
  const placed = rings.map(({ id, name }, at) => ({
    circleId: id,
    name,
    radius: ringRadius(at, rings.length),
  }));
  const people = rings.flatMap((ring, at) => placeRing(ring, ringRadius(at, rings.length), gap, today));
  return { rings: placed, people };
}

function placeRing(
  { id, people }: Rings[number],
  radius: number,
  gap: number,
  today: string,
): readonly PlacedPerson[] {
  // By name, so that nobody jumps to another place because of what was written about somebody else.
  const inOrder = [...people].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const halfGap = Math.min(1, HALF_NAME / radius);
  const step = (2 * (Math.PI - halfGap)) / Math.max(1, inOrder.length);
  const room = step * radius;
  const size = Math.min(LARGEST_DOT, gap * 0.6, Math.max(SMALLEST_DOT, room * FILLED));
  return inOrder.map((person, i) => {
    const drift = driftOf(person.lastTalk, person.rhythm, today);
    const out = drift === null ? 0 : Math.min(1, Math.max(0, drift - 1)) * FURTHEST * gap;
    // Clockwise from the name of the ring.
    const angle = halfGap - Math.PI / 2 + step * (i + 0.5);
    return {
      person,
      circleId: id,
      x: Math.cos(angle) * (radius + out),
      y: Math.sin(angle) * (radius + out),
      size,
      drift,
    };
  });
}

/** The circle whose ring is nearest to a place in the picture; undefined where there is none. */
export function circleAt(rings: readonly PlacedRing[], x: number, y: number): string | undefined {
  const away = Math.hypot(x, y);
  let best: PlacedRing | undefined;
  for (const ring of rings) {
    if (best === undefined || Math.abs(ring.radius - away) < Math.abs(best.radius - away)) best = ring;
  }
  return best?.circleId;
}
