import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeKinds } from '../../../../src/shared/models/exchange.ts';
import {
  type Balance,
  type ExchangeCounts,
  sayBalance,
} from '../../../../src/shared/rules/exchanges/balance.ts';

const none = Object.fromEntries(exchangeKinds.map((kind) => [kind, 0])) as ExchangeCounts;

function balance({
  counts = {},
  ...since
}: Partial<Omit<Balance, 'counts'>> & { counts?: Partial<ExchangeCounts> }) {
  return { counts: { ...none, ...counts }, askedSince: 0, receivedSince: 0, gaveSince: 0, ...since };
}

describe('sayBalance', () => {
  it.each([
    ['nothing', balance({}), ''],
    ['one question', balance({ counts: { asked: 1 }, askedSince: 1 }), ''],
    ['kind words alone', balance({ counts: { kind: 4, told: 2 } }), ''],
    [
      'two questions since a gift',
      balance({ counts: { asked: 5, gave: 1 }, askedSince: 2 }),
      'You asked twice since you last gave something.',
    ],
    [
      'three questions and no gift',
      balance({ counts: { asked: 3 }, askedSince: 3 }),
      'You asked three times, and have not written of giving anything yet.',
    ],
    [
      'presents after a gift',
      balance({ counts: { received: 20, gave: 1 }, receivedSince: 14 }),
      'Something came to you 14 times since you last gave something.',
    ],
    [
      'presents and no gift',
      balance({ counts: { received: 2 }, receivedSince: 2 }),
      'Something came to you twice. A small thing in return might please them.',
    ],
    [
      'gifts in a row',
      balance({ counts: { gave: 3, received: 1 }, gaveSince: 3 }),
      'The last three things between you came from you.',
    ],
    ['one gift each', balance({ counts: { gave: 1, received: 1 }, gaveSince: 1 }), 'You give to each other.'],
  ])('after %s', (_, given, said) => {
    expect(sayBalance(given)).toBe(said);
  });

  it('says one sentence or two in words, or nothing, whatever passed', () => {
    const count = fc.nat({ max: 40 });
    const counts = fc.record(
      Object.fromEntries(exchangeKinds.map((kind) => [kind, count])) as Record<
        keyof ExchangeCounts,
        typeof count
      >,
    );
    const any = fc.record({ counts, askedSince: count, receivedSince: count, gaveSince: count });
    fc.assert(
      fc.property(any, (given) => {
        expect(sayBalance(given)).toMatch(/^$|^[A-Z][^!%/]*\.$/u);
      }),
    );
  });
});
