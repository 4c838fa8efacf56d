import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TieDraft, tieKinds } from '../../../../src/shared/models/tie.ts';
import {
  endsBefore,
  isTieOver,
  meaningOfTie,
  seeTie,
  storeTie,
} from '../../../../src/shared/rules/network/turnTie.ts';

const ada = 'ada';
const tom = 'tom';
const draft = (given: Partial<TieDraft>): TieDraft => ({
  personId: ada,
  otherId: tom,
  kind: 'friend',
  words: '',
  reverseWords: '',
  since: null,
  until: null,
  ...given,
});

describe('the reverse of a tie', () => {
  test.each([
    ['partner', 'partner'],
    ['parent', 'child'],
    ['child', 'parent'],
    ['sibling', 'sibling'],
    ['friend', 'friend'],
    ['colleague', 'colleague'],
  ] as const)('who has a %s is a %s to them', (kind, reverse) => {
    expect(seeTie(storeTie(draft({ kind })), tom)).toMatchObject({
      personId: tom,
      otherId: ada,
      kind: reverse,
    });
  });

  test('own words are turned round, and hold both ways where only one is given', () => {
    const godchild = storeTie(draft({ kind: 'own', words: 'godchild', reverseWords: 'godparent' }));
    expect(seeTie(godchild, tom)).toMatchObject({ words: 'godparent', reverseWords: 'godchild' });
    const neighbours = storeTie(draft({ kind: 'own', words: 'neighbour' }));
    expect(seeTie(neighbours, tom)).toMatchObject({ words: 'neighbour', reverseWords: 'neighbour' });
  });

  test('words without an own kind are nothing', () => {
    expect(storeTie(draft({ kind: 'parent', words: 'mother' }))).toMatchObject({
      words: '',
      reverseWords: '',
    });
  });

  const drafts = fc.record({
    personId: fc.constant(ada),
    otherId: fc.constant(tom),
    kind: fc.constantFrom(...tieKinds),
    words: fc.constantFrom('', 'godchild', 'neighbour'),
    reverseWords: fc.constantFrom('', 'godparent', 'neighbour'),
    since: fc.constantFrom(null, '2019'),
    until: fc.constantFrom(null, '2021-05'),
  });

  test('of the reverse is the tie itself, and both mean the same', () => {
    fc.assert(
      fc.property(drafts, (given) => {
        const kept = storeTie(given);
        const own = seeTie(kept, ada);
        const theirs = seeTie(kept, tom);
        expect(own.kind).toBe(given.kind);
        expect(seeTie(storeTie(theirs), ada)).toEqual(own);
        expect(meaningOfTie(storeTie(theirs))).toBe(meaningOfTie(kept));
      }),
    );
  });

  test('a parent is not a child: that means something else', () => {
    expect(meaningOfTie(storeTie(draft({ kind: 'parent' })))).not.toBe(
      meaningOfTie(storeTie(draft({ kind: 'child' }))),
    );
  });
});

describe('when a tie is over', () => {
  test.each([
    [null, false],
    ['2026', false],
    ['2026-11', false],
    ['2026-11-22', false],
    ['2026-11-21', true],
    ['2026-10', true],
    ['2025', true],
    ['2027', false],
    ['--05-17', false],
  ])('until %j: %j', (until, isOver) => {
    expect(isTieOver(until, '2026-11-22')).toBe(isOver);
  });

  test.each([
    ['2019', '2020', true],
    ['2020', '2020-05', false],
    ['2020-04', '2020-05-01', true],
    ['2020-05-02', '2020-05', false],
    ['--05-17', '2020', false],
    [null, '2020', false],
    ['2020', null, false],
  ])('until %j lies before since %j: %j', (until, since, isBefore) => {
    expect(endsBefore(until, since)).toBe(isBefore);
  });
});
