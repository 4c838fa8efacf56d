import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { findWanted, type WantedWord } from '../../../src/shared/search/matchText.ts';
import { bestCluster } from '../../../src/shared/search/rank.ts';
import { makeSnippet, mergeRanges } from '../../../src/shared/search/snippet.ts';

const id = '019d0000-0000-7000-8000-000000000001';
const want = (text: string, given: Partial<WantedWord> = {}): WantedWord => ({
  text,
  alone: false,
  open: false,
  others: [],
  personIds: [],
  mayBeUnseen: false,
  weight: 1,
  ...given,
});

/** The snippet with its highlights in brackets. */
function marked(body: string, ...wanted: readonly WantedWord[]): string {
  const found = findWanted(body, wanted);
  const { text, highlights } = makeSnippet(body, found, bestCluster(found, wanted));
  let shown = '';
  let at = 0;
  for (const [from, to] of highlights) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return shown + text.slice(at);
}

describe('a snippet', () => {
  test.each([
    ['Up and to the **office**, all morning.', ['office'], 'Up and to the [office], all morning.'],
    ['# Fire\n\n- saw it _burn_\n> and fall', ['burn'], 'Fire saw it [burn] and fall'],
    ['snake_case and 2 < 3', ['case'], 'snake_[case] and 2 < 3'],
    [`Dined with ${makeMention('Will', id)} at home`, ['will'], 'Dined with [Will] at home'],
    ['See [the plan](https://example.org/a_(b)) now', ['plan'], 'See the [plan] now'],
    ['Grüße an Søren', ['soren'], 'Grüße an [Søren]'],
    ['Lent her my atlas !gave. Then rain', ['rain'], 'Lent her my atlas. Then [rain]'],
    ['!told her all', ['her'], '[her] all'],
    ['She gave it !gave', ['gave'], 'She [gave] it'],
    ['', ['x'], ''],
  ])('of %j', (body, words, snippet) => {
    expect(marked(body, ...words.map((word) => want(word)))).toBe(snippet);
  });

  test('highlights what goes on, holds the word, or is a person called so', () => {
    const body = `The Kindergarten of ${makeMention('the boss', id)}, gardening.`;
    const words = [
      want('gard', { open: true }),
      want('garten', { others: ['kindergarten'] }),
      want('anna', { personIds: [id] }),
    ];
    expect(marked(body, ...words)).toBe('The [Kindergarten] of [the boss], [gardening].');
  });

  test('shows the place where the words stand closest, cut between words', () => {
    const far = 'lorem ipsum '.repeat(60);
    const snippet = marked(`fire ${far} a fire in the lane ${far} lane`, want('fire'), want('lane'));
    expect(snippet).toMatch(/^….* a \[fire\] in the \[lane\] .*…$/);
    expect(snippet.length).toBeLessThan(220);
  });

  test('is one line, and its highlights lie in it, in order, not touching', () => {
    const scraps = fc.constantFrom(
      'fire',
      'Fire',
      ' ',
      '\n',
      '**',
      '_',
      '# ',
      '- ',
      '](x)',
      '[',
      `@[`,
      makeMention('Fire', id),
      '…',
      '🔥',
      'é',
      'ß',
      '`',
      '\\*',
      '火事',
      'x'.repeat(40),
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 60 }), (parts) => {
        const body = parts.join('');
        const wanted = [want('fire', { open: true }), want('火', { alone: true })];
        const found = findWanted(body, wanted);
        const { text, highlights } = makeSnippet(body, found, bestCluster(found, wanted));
        expect(text).not.toMatch(/[\n\r\t\uffff]/);
        let before = -1;
        for (const [from, to] of highlights) {
          expect(from).toBeGreaterThan(before);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(from, to).toLowerCase()).toMatch(/^(?:fire|火)/);
          before = to;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test('ranges are joined where they meet', () => {
    expect(
      mergeRanges([
        [5, 7],
        [0, 2],
        [2, 4],
        [6, 9],
        [3, 3],
      ]),
    ).toEqual([
      [0, 4],
      [5, 9],
    ]);
  });
});
