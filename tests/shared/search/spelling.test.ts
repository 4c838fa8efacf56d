import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSpelling, editDistance, partsInside, partsOf } from '../../../src/shared/search/spelling.ts';

describe('the distance of two words', () => {
  test.each([
    ['hewer', 'hewer', 0],
    ['hewar', 'hewer', 1],
    ['hwer', 'hewer', 1],
    ['hweer', 'hewer', 1],
    ['plauge', 'plague', 1],
    ['kitten', 'sitting', 3],
    ['', 'ab', 2],
  ])('%s, %s', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });

  test('is the same both ways, gives up where it is told to, and is no more than the edits made', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const distance = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(distance);
        expect(editDistance(a, b, most)).toBe(Math.min(distance, most + 1));
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});

describe('what a word was meant to be', () => {
  const terms = [
    { term: 'plague', df: 90 },
    { term: 'plaque', df: 2 },
    { term: 'league', df: 50 },
    { term: 'kindergarten', df: 3 },
    { term: 'cat', df: 5 },
  ];
  test.each([
    ['plauge', false, 'plague'],
    ['plasue', false, 'plague'],
    ['kindregarten', false, 'kindergarten'],
    ['kindreg', true, 'kindergarten'],
    ['kindreg', false, null],
    ['xyzzy', true, null],
    ['ca', false, null],
    ['czt', false, 'cat'],
  ])('%s (may go on: %s)', (word, open, meant) => {
    expect(chooseSpelling(word, terms, open)).toBe(meant);
  });
});

test('every term that holds a piece has the piece’s trigrams', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abé北'), maxLength: 10 });
  fc.assert(
    fc.property(word, word, word, (before, piece, after) => {
      const parts = new Set(partsOf(before + piece + after));
      expect(partsInside(piece).every((part) => parts.has(part))).toBe(true);
    }),
  );
});
