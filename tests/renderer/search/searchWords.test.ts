import { expect, test } from 'vitest';
import { announceAnswer, sayEntryCount } from '../../../src/renderer/search/searchWords.ts';
import type { PersonHit } from '../../../src/shared/contract/search.ts';

test('counts are said in words, and never claimed to be exact beyond a thousand', () => {
  expect(sayEntryCount(1)).toBe('1 entry');
  expect(sayEntryCount(999)).toBe('999 entries');
  expect(sayEntryCount(1000)).toBe('1000+ entries');
});

test('an answer is announced whole', () => {
  const people = [{}, {}] as PersonHit[];
  expect(announceAnswer({ people: [], count: 0 })).toBe('Nothing found.');
  expect(announceAnswer({ people: [], count: 12 })).toBe('12 entries.');
  expect(announceAnswer({ people, count: 0 })).toBe('2 people, no entries.');
  expect(announceAnswer({ people, count: 1000 })).toBe('2 people, 1000+ entries.');
});
