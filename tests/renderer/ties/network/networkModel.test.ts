import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNetwork } from '../../../../src/renderer/ties/network/layoutNetwork.ts';
import {
  filterNetwork,
  groupsOf,
  modelNetwork,
  type Network,
} from '../../../../src/renderer/ties/network/networkModel.ts';
import { relationsOf, sayRelations } from '../../../../src/renderer/ties/network/relations.ts';
import { type Direction, fitView, nearestTowards } from '../../../../src/renderer/ties/network/view.ts';

const person = (id: string, circleId: string | null = null, groups: string[] = []) => ({
  id,
  name: id.toUpperCase(),
  preferredName: '',
  circleId,
  groups,
});
const tie = (fromId: string, toId: string, more: Partial<Network['ties'][number]> = {}) => ({
  id: `${fromId}${toId}`,
  fromId,
  toId,
  kind: 'friend' as const,
  words: '',
  reverseWords: '',
  until: null,
  isOver: false,
  ...more,
});

const network: Network = {
  people: [person('c', 'inner', ['Choir']), person('a', 'inner'), person('b', null, ['Choir', 'Band'])],
  ties: [tie('b', 'a', { kind: 'parent' }), tie('a', 'b'), tie('a', 'c', { isOver: true })],
  introductions: [{ byId: 'c', personId: 'a' }],
  bridges: [{ ids: ['b', 'a'], sides: [3, 4] }],
};

describe('the model of a network', () => {
  test('has people by name, and one edge for all that is between two', () => {
    const { nodes, edges, neighbours } = modelNetwork(network);
    expect(nodes.map((node) => [node.person.id, node.degree, node.isBridge])).toEqual([
      ['a', 2, true],
      ['b', 1, true],
      ['c', 1, false],
    ]);
    expect(edges).toEqual([
      { a: 0, b: 1, isTied: true, introducer: null, isBridge: true },
      { a: 0, b: 2, isTied: false, introducer: 'b', isBridge: false },
    ]);
    expect(neighbours).toEqual([[1, 2], [0], [0]]);
  });

  test('is narrowed to a circle and a group, with what is between those who are left', () => {
    const inner = filterNetwork(network, { circleId: 'inner', group: null });
    expect(inner.people.map(({ id }) => id)).toEqual(['c', 'a']);
    expect([inner.ties.length, inner.introductions.length, inner.bridges.length]).toEqual([1, 1, 0]);
    const choir = filterNetwork(network, { circleId: null, group: 'Choir' });
    expect(modelNetwork(choir).edges).toEqual([]);
    expect(filterNetwork(network, { circleId: 'inner', group: 'Choir' }).people).toHaveLength(1);
    expect(groupsOf(network)).toEqual(['Band', 'Choir']);
  });

  test('is told in words from each side', () => {
    const relations = relationsOf(network);
    const say = (id: string) => sayRelations(relations.get(id) ?? []);
    expect(say('a')).toBe('B (parent, friend), C (once friend, introduced them)');
    expect(say('b')).toBe('A (child, friend)');
    expect(say('c')).toBe('A (once friend, introduced by them)');
  });
});

describe('the layout', () => {
  const last = (count: number, pairs: number[]) =>
    [...layoutNetwork({ count, pairs: Uint32Array.from(pairs) })].at(-1) ?? new Float32Array();

  test('gives everybody a place, the same each time, however people are tied', () => {
    const drawn = fc.integer({ min: 1, max: 30 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 60 }),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ count, pairs }) => {
        const task = [count, pairs.filter(([a, b]) => a !== b).flat()] as const;
        const places = last(...task);
        expect(places).toHaveLength(count * 2);
        expect(places.every(Number.isFinite)).toBe(true);
        expect(last(...task)).toEqual(places);
      }),
      { numRuns: 30 },
    );
  });

  test('puts those who belong together nearer to one another than the others', () => {
    const triangle = (from: number) => [from, from + 1, from + 1, from + 2, from + 2, from];
    const places = last(6, [...triangle(0), ...triangle(3)]);
    const away = (a: number, b: number) =>
      Math.hypot(
        (places[a * 2] ?? 0) - (places[b * 2] ?? 0),
        (places[a * 2 + 1] ?? 0) - (places[b * 2 + 1] ?? 0),
      );
    expect(Math.max(away(0, 1), away(1, 2))).toBeLessThan(Math.min(away(0, 3), away(1, 4), away(2, 5)));
  });
});

describe('the view', () => {
  const places = fc
    .array(fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 })), {
      minLength: 1,
      maxLength: 40,
    })
    .map((points) => new Float32Array(points.flat()));

  test('that fits has everybody in it', () => {
    fc.assert(
      fc.property(places, (all) => {
        const size = { width: 900, height: 500 };
        const { k, x, y } = fitView(all, size);
        for (let i = 0; i < all.length; i += 2) {
          const [atX, atY] = [(all[i] ?? 0) * k + x, (all[i + 1] ?? 0) * k + y];
          expect(atX).toBeGreaterThanOrEqual(0);
          expect(atX).toBeLessThanOrEqual(size.width);
          expect(atY).toBeGreaterThanOrEqual(0);
          expect(atY).toBeLessThanOrEqual(size.height);
        }
      }),
    );
  });

  test.each([
    ['right', 1],
    ['up', 2],
    ['left', null],
    ['down', 3],
  ] as const)('%s of the first is %j', (direction, next) => {
    // Near and straight ahead goes before far or aside.
    const all = new Float32Array([0, 0, 10, 3, 2, -10, -1, 30, 40, 0]);
    expect(nearestTowards(all, 0, direction)).toBe(next);
  });

  test('a step in a direction goes there, or nowhere', () => {
    const turns = fc.constantFrom<Direction>('left', 'right', 'up', 'down');
    fc.assert(
      fc.property(places, turns, fc.nat(), (all, direction, at) => {
        const from = at % (all.length / 2);
        const to = nearestTowards(all, from, direction);
        if (to === null) return;
        const [dx, dy] = [
          (all[to * 2] ?? 0) - (all[from * 2] ?? 0),
          (all[to * 2 + 1] ?? 0) - (all[from * 2 + 1] ?? 0),
        ];
        const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
        expect(along).toBeGreaterThan(0);
      }),
    );
  });
});
