import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutHighlights } from '../../../src/renderer/search/cutHighlights.ts';

test('cuts at the highlights', () => {
  expect(
    cutHighlights('a pot of tea', [
      [2, 5],
      [9, 12],
    ]),
  ).toEqual([
    { text: 'a ', hit: false, from: 0 },
    { text: 'pot', hit: true, from: 2 },
    { text: ' of ', hit: false, from: 5 },
    { text: 'tea', hit: true, from: 9 },
  ]);
});

test('no ranges, however wrong, lose a letter', () => {
  const range = fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }));
  fc.assert(
    fc.property(fc.string(), fc.array(range), (text, ranges) => {
      expect(
        cutHighlights(text, ranges)
          .map((cut) => cut.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
