import { z } from 'zod';
import { day } from './day.ts';
import { id } from './ids.ts';
import { personName } from './person.ts';

/**
 * What passed between the user and the people of an entry. `told`: what the user told of themselves. `kind`: kind words
 * that were said of the user or for them.
 */
export const exchangeKinds = ['gave', 'asked', 'received', 'introduced', 'thanked', 'told', 'kind'] as const;
export const exchangeKind = z.enum(exchangeKinds);
export type ExchangeKind = z.infer<typeof exchangeKind>;

/** A marked sentence of an entry. */
export const exchange = z.object({
  kind: exchangeKind,
  entryId: id,
  day,
  people: z.array(personName),
  /** The sentence, without its marks. */
  quote: z.string(),
});
export type Exchange = Readonly<z.infer<typeof exchange>>;
