import { expect, test } from 'vitest';
import { sayLastTalk, sayNext } from '../../../src/renderer/people/personTimes.ts';

/** A Sunday. */
const today = '2026-11-22';

test.each([
  [{ lastTalk: '2026-11-01', lastMention: '2026-11-20' }, 'three weeks ago', 'three weeks ago, on a Sunday'],
  [{ lastTalk: '2026-11-21', lastMention: '2026-11-21' }, 'yesterday', 'yesterday'],
  [
    { lastTalk: null, lastMention: '1663-06-03' },
    'only mentioned, in June 1663',
    'only mentioned, in June 1663',
  ],
  [{ lastTalk: null, lastMention: null }, 'not yet', 'not yet'],
])('%o was last talked to %s', (row, brief, full) => {
  expect(sayLastTalk(row, today)).toBe(brief);
  expect(sayLastTalk(row, today, 'full')).toBe(full);
});

test.each([
  ['2026-12-06', 'in two weeks', false],
  ['2026-11-22', 'today', false],
  ['2026-11-21', 'since yesterday', true],
  ['2026-11-17', 'since Tuesday', true],
  ['2026-11-03', 'since 3 November', true],
  ['1669-06-14', 'since June 1669', true],
])('somebody due %s is due %s', (next, words, isOverdue) => {
  expect(sayNext({ next }, today)).toEqual({ words, isOverdue });
});

test('without a rhythm nothing is due', () => {
  expect(sayNext({ next: null }, today)).toBeNull();
});
