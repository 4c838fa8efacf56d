import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFamily } from '../../../../src/shared/rules/network/findFamily.ts';

type Line = readonly [parent: number, child: number];

const parentage = (lines: readonly Line[]) => ({
  parentsOf: (n: number) => lines.filter(([, child]) => child === n).map(([parent]) => parent),
  childrenOf: (n: number) => lines.filter(([parent]) => parent === n).map(([, child]) => child),
});
const say = (n: number, lines: readonly Line[]) =>
  findFamily(n, parentage(lines)).map(({ kind, n: other, through }) => `${kind} ${other} by ${through}`);

const lines: readonly Line[] = [
  [1, 3],
  [2, 3],
  [1, 4],
  [2, 4],
  [3, 5],
  [9, 5],
];

test.each([
  [1, ['otherParent 2 by 3', 'grandchild 5 by 3']],
  [3, ['sibling 4 by 1', 'otherParent 9 by 5']],
  [5, ['grandparent 1 by 3', 'grandparent 2 by 3']],
  [9, ['otherParent 3 by 5']],
])('the family of %i', (n, family) => {
  expect(say(n, lines)).toEqual(family);
});

test('is the same from either side, and ends even where parents go round in a circle', () => {
  const one = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(one, one), { maxLength: 12, selector: String }), one, (drawn, n) => {
      const family = findFamily(n, parentage(drawn));
      for (const { kind, n: other } of family) {
        expect(other).not.toBe(n);
        const reverse = { grandparent: 'grandchild', grandchild: 'grandparent' }[kind as string] ?? kind;
        const back = findFamily(other, parentage(drawn));
        // Who stands between the two and is one of them is left out.
        if (drawn.every(([parent, child]) => parent !== child)) {
          expect(back.some((tie) => tie.kind === reverse && tie.n === n)).toBe(true);
        }
      }
    }),
  );
});
