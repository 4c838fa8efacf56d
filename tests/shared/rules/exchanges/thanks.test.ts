import { describe, expect, it } from 'vitest';
import type { ExchangeKind } from '../../../../src/shared/models/exchange.ts';
import { findThanks } from '../../../../src/shared/rules/exchanges/thanks.ts';

describe('findThanks', () => {
  it.each<[string, readonly [ExchangeKind, string][], number, number | undefined]>([
    [
      'there is none',
      [
        ['kind', 'a'],
        ['gave', 'b'],
      ],
      0,
      undefined,
    ],
    [
      'they came later',
      [
        ['kind', 'a'],
        ['gave', 'b'],
        ['thanked', 'c'],
        ['thanked', 'd'],
      ],
      0,
      2,
    ],
    [
      'they came before',
      [
        ['thanked', 'a'],
        ['kind', 'b'],
      ],
      1,
      undefined,
    ],
    [
      'they stand before it in the same entry',
      [
        ['thanked', 'a'],
        ['kind', 'a'],
      ],
      1,
      0,
    ],
    [
      'they were for an older favour',
      [
        ['kind', 'a'],
        ['thanked', 'b'],
        ['introduced', 'c'],
      ],
      2,
      undefined,
    ],
  ])('where %s', (_, given, at, found) => {
    const marks = given.map(([kind, entryId]) => ({ kind, entryId }));
    expect(findThanks(marks, at)).toBe(found === undefined ? undefined : marks[found]);
  });
});
