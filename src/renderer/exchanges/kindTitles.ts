import type { ExchangeKind } from '../../shared/models/exchange.ts';

/** What passed, as headings of somebody's page say it, in the order in which they stand there. */
export const kindTitles: readonly (readonly [kind: ExchangeKind, title: string])[] = [
  ['told', 'What you told them'],
  ['kind', 'Kind words about you'],
  ['received', 'What you were given'],
  ['gave', 'What you gave'],
  ['asked', 'What you asked for'],
  ['introduced', 'Introductions'],
  ['thanked', 'Your thanks'],
];
