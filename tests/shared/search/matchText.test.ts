import { expect, test } from 'vitest';
import { findWanted, type WantedWord } from '../../../src/shared/search/matchText.ts';

const wanted = (text: string): WantedWord => ({
  text,
  alone: false,
  open: true,
  others: [],
  personIds: [],
  mayBeUnseen: false,
  weight: 1,
});

// At each letter the rest of the word was read once more: a pasted word of a million letters stopped everything.
test('a word as long as an entry is read once', () => {
  const long = 'x'.repeat(1_000_000);
  expect(findWanted(`${long} xyz`, [wanted('x')])).toEqual([
    { word: 0, from: 0, to: long.length, exact: false },
    { word: 0, from: long.length + 1, to: long.length + 4, exact: false },
  ]);
  expect(findWanted(`a${long} xxy`, [wanted('xx')])).toEqual([
    { word: 0, from: long.length + 2, to: long.length + 5, exact: false },
  ]);
});

test('a word that begins inside another is none', () => {
  expect(findWanted('banana an anx nan', [wanted('an')]).map(({ from }) => from)).toEqual([7, 10]);
});
