import { z } from 'zod';
import { day } from './day.ts';
import { id } from './ids.ts';
import { personName } from './person.ts';

/**
 * What passed between the user and the people of an entry. `introduced`: they introduced the user to somebody, or the
 * user them. `told`: what the user told of themselves. `kind`: kind words that were said of the user or for them.
 */
export const exchangeKinds = ['gave', 'asked', 'received', 'introduced', 'thanked', 'told', 'kind'] as const;
export const exchangeKind = z.enum(exchangeKinds);
export type ExchangeKind = z.infer<typeof exchangeKind>;

/** A marked sentence of an entry. */
export const exchange = z.object({
  kind: exchangeKind,
  entryId: id,
  day,
  /** Whom it is about. Those in the trash are left out. */
  people: z.array(personName),
  /** The sentence as Markdown, without its marks, and shortened to whole clauses where it is very long. */
  quote: z.string(),
  /** Of kind words and introductions: the day on which the user thanked one of these people for them, or null. */
  thankedOn: day.nullable(),
});
export type Exchange = Readonly<z.infer<typeof exchange>>;
