import { z } from 'zod';
import { exchange, exchangeKind, exchangeKinds } from '../models/exchange.ts';
import { id } from '../models/ids.ts';
import { method } from './define.ts';

/** Where to go on in a list of exchanges. Opaque to whoever holds it. */
const cursor = z.object({ k: z.int(), position: z.int() });
/** One that is handed back. The bounds are far beyond any day. */
const givenCursor = z.object({
  k: z
    .int()
    .min(-(2 ** 40))
    .max(2 ** 40),
  position: z
    .int()
    .min(0)
    .max(2 ** 30),
});
export type ExchangeCursor = Readonly<z.infer<typeof cursor>>;

const counts = z.record(exchangeKind, z.int());

/** What passed between people, by the marks in the words of entries (`!gave` and the like). */
export const exchanges = {
  /**
   * A stretch of what passed, newest first. What is only about people in the trash is left out. With `words`, only
   * sentences that hold all of them; then a page may hold fewer than `limit`, even none, and yet not be the last.
   */
  'exchanges.list': method(
    z.object({
      personId: id.optional(),
      kinds: z
        .array(exchangeKind)
        .min(1)
        .max(7)
        .default([...exchangeKinds]),
      words: z.string().max(200).default(''),
      older: givenCursor.optional(),
      limit: z.int().min(1).max(200).default(40),
    }),
    z.object({
      exchanges: z.array(exchange),
      /** Go on from here for older ones; null at the end. */
      older: cursor.nullable(),
    }),
  ),
  /** How often what passed between the user and a person, and what can be said of it; empty words for nothing. */
  'exchanges.balance': method(z.object({ personId: id }), z.object({ counts, words: z.string() })),
};
