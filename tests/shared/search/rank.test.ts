import { describe, expect, test } from 'vitest';
import { findWanted, holdsPhrase, type WantedWord } from '../../../src/shared/search/matchText.ts';
import { parseQuery, type WordsTerm } from '../../../src/shared/search/parseQuery.ts';
import { scoreEntry, wordWeight } from '../../../src/shared/search/rank.ts';

const want = (text: string, weight = 1, open = false): WantedWord => ({
  text,
  alone: false,
  open,
  others: [],
  personIds: [],
  mayBeUnseen: false,
  weight,
});

function score(body: string, wanted: readonly WantedWord[], { title = '', ageDays = 100 } = {}): number {
  const inTitle = findWanted(title, wanted);
  const inBody = findWanted(body, wanted);
  return scoreEntry({ inTitle, inBody, length: body.length, averageLength: 100, ageDays }, wanted);
}

describe('the better match', () => {
  const filler = ' and so to bed'.repeat(6);
  const fire = [want('fire')];
  const both = [want('great'), want('fire')];
  test.each<[string, number, number]>([
    ['has the word more often', score(`fire fire${filler}`, fire), score(`fire and${filler}`, fire)],
    ['is shorter', score(`fire${filler}`, fire), score(`fire${filler}${filler}${filler}`, fire)],
    [
      'has the word itself',
      score('my fire', [want('fire', 1, true)]),
      score('my fires', [want('fire', 1, true)]),
    ],
    ['has it in the title', score('fire', fire, { title: 'Fire' }), score('fire fire', fire)],
    ['is newer', score('fire', fire, { ageDays: 1 }), score('fire', fire, { ageDays: 3000 })],
    ['has the words side by side', score(`great fire${filler}`, both), score(`great${filler} fire`, both)],
    ['has them in their order', score(`great fire${filler}`, both), score(`fire great${filler}`, both)],
    [
      'has the rarer word',
      score('rare', [want('rare', 5), want('common', 0.1)]),
      score('common', [want('rare', 5), want('common', 0.1)]),
    ],
  ])('%s', (_, better, worse) => {
    expect(better).toBeGreaterThan(worse);
  });

  test('a rarer word says more, and no word less than nothing', () => {
    expect(wordWeight(1, 1000)).toBeGreaterThan(wordWeight(100, 1000));
    expect(wordWeight(1000, 1000)).toBeGreaterThan(0);
    expect(wordWeight(2000, 1000)).toBeGreaterThan(0);
  });
});

describe('a phrase', () => {
  test.each([
    ['"my wife"', 'To my wife.', true],
    ['"my wife"', 'To my, wife', true],
    ['"my wife"', 'My dear wife', false],
    ['"my wife"', 'my wifely duty', false],
    ['"my wif', 'my wifely duty', true],
    ['"北京市"', '去北京市里', true],
    ['"北京市"', '北京和京市', false],
    ['"tom will"', 'Tom and Tom @[Will](person:019d0000-0000-7000-8000-000000000001)', true],
    ['"will said"', '@[Will](person:019d0000-0000-7000-8000-000000000001) said', true],
  ])('%s in %j: %s', (query, text, holds) => {
    expect(holdsPhrase(text, parseQuery(query).clauses[0]?.any[0] as WordsTerm)).toBe(holds);
  });
});
