import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourQuery } from '../../../src/renderer/search/queryColours.ts';

const text = 'with:jane tea';
const parts = [
  { kind: 'filter', from: 0, to: 9 },
  { kind: 'word', from: 10, to: 13 },
] as const;

test('parts are coloured and the space between them is not', () => {
  expect(colourQuery(text, [...parts], text)).toEqual([
    { text: 'with:jane', kind: 'filter', from: 0 },
    { text: ' ', kind: null, from: 9 },
    { text: 'tea', kind: 'word', from: 10 },
  ]);
});

test('while an answer is a key behind, only parts that cannot have changed keep their colour', () => {
  expect(colourQuery('with:jane tea at', [...parts], text).map((segment) => segment.kind)).toEqual([
    'filter',
    null,
  ]);
  expect(colourQuery('with:janet tea', [...parts], text).map((segment) => segment.kind)).toEqual([null]);
});

test('the segments always spell the query', () => {
  const part = fc.record({
    kind: fc.constantFrom('word' as const, 'phrase' as const, 'filter' as const, 'operator' as const),
    from: fc.nat(20),
    to: fc.nat(30),
  });
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.array(part), (now, then, anyParts) => {
      const segments = colourQuery(now, anyParts, then);
      expect(segments.map((segment) => segment.text).join('')).toBe(now);
    }),
  );
});
