import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBridges, LEAST_GROUP } from '../../../../src/shared/rules/network/findBridges.ts';

type Pair = readonly [string, string];

const say = (pairs: readonly Pair[]) =>
  findBridges(pairs).map(({ ends, sides }) =>
    ends[0] < ends[1]
      ? `${ends[0]}${ends[1]} ${sides[0]}:${sides[1]}`
      : `${ends[1]}${ends[0]} ${sides[1]}:${sides[0]}`,
  );
const pairsOf = (text: string): Pair[] =>
  text.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const);

describe('bridges', () => {
  test.each([
    ['two groups of three, joined by one tie', 'ab bc ca cx xy yz zx', ['cx 3:3']],
    ['two ways from group to group are no bridge', 'ab bc ca cx ay xy yz zx', []],
    ['a group of two is none', 'ab bc ca cx xy', []],
    ['what hangs on one person only is no group', 'ab ac ad ae af', []],
    ['a row of six falls apart in its middle', 'ab bc cd de ef', ['cd 3:3']],
    ['said twice, it is still one tie', 'ab bc ca cx xc xy yz zx', ['cx 3:3']],
    ['with oneself is nothing', 'aa ab bc ca cx xy yz zx', ['cx 3:3']],
    ['in three groups in a row, both', 'ab bc ca ad de ef fd fg gh hi ig', ['ad 3:6', 'fg 6:3']],
  ])('%s', (_, pairs, found) => {
    expect(say(pairsOf(pairs)).sort()).toEqual(found);
  });

  test('are those without which the network falls apart, whatever it is like', () => {
    const person = fc.integer({ min: 0, max: 11 }).map((n) => String.fromCharCode(97 + n));
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person), { maxLength: 18 }), (pairs) => {
        expect(say(pairs).sort()).toEqual(bruteForce(pairs).sort());
      }),
      { numRuns: 500 },
    );
  });

  test('of a row of 20,000 people and of a ring of as many are found', () => {
    const row = Array.from({ length: 20_000 }, (_, i): Pair => [`p${i}`, `p${i + 1}`]);
    expect(findBridges(row)).toHaveLength(20_000 - 2 * (LEAST_GROUP - 1));
    expect(findBridges([...row, ['p20000', 'p0']])).toEqual([]);
  });
});

/** Leaves out one pair after the other, and looks how many can still be reached from either end. */
function bruteForce(pairs: readonly Pair[]): string[] {
  const all = new Set(pairs.filter(([a, b]) => a !== b).map(([a, b]) => [a, b].sort().join('')));
  return [...all].flatMap((left) => {
    const others = [...all].filter((pair) => pair !== left);
    const [a = '', b = ''] = left;
    const [near, far] = [reach(a, others), reach(b, others)];
    if (near.has(b) || near.size < LEAST_GROUP || far.size < LEAST_GROUP) return [];
    return [`${left} ${near.size}:${far.size}`];
  });
}

function reach(from: string, pairs: readonly string[]): ReadonlySet<string> {
  const seen = new Set([from]);
  for (let size = 0; size < seen.size; ) {
    size = seen.size;
    for (const [a = '', b = ''] of pairs) {
      if (seen.has(a)) seen.add(b);
      if (seen.has(b)) seen.add(a);
    }
  }
  return seen;
}
