import { z } from 'zod';
import { facet } from '../models/fact.ts';
import { id } from '../models/ids.ts';
import { evidence } from '../models/nudge.ts';
import { personName } from '../models/person.ts';
import { shelfItem, shelfItemDraft } from '../models/shelf.ts';
import { method } from './define.ts';

/** Somebody who would like a thing, and why. */
export const shelfProposal = z.object({
  person: personName,
  because: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('topic'),
      topic: z.string(),
      of: z.enum(['fact', 'group', 'tag']),
      /** Of a fact. */
      facet: facet.nullable(),
      evidence,
    }),
    /** It is the user's own news, and they are close. */
    z.object({ kind: z.literal('news'), circle: z.string() }),
  ]),
});
export type ShelfProposal = Readonly<z.infer<typeof shelfProposal>>;

/** Things worth sharing, kept until they are shared with somebody who would like them. All that changes something can be undone. */
export const shelf = {
  /** A stretch of the shelf, newest first: all of it, what has a topic, or what holds all words of `text`. */
  'shelf.list': method(
    z.object({
      text: z.string().max(200).default(''),
      topic: z.string().max(100).nullable().default(null),
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({ items: z.array(shelfItem), more: z.boolean() }),
  ),
  /** The topics of what is on the shelf, most used first. */
  'shelf.topics': method(
    z.object({ limit: z.int().min(1).max(200).default(100) }),
    z.array(z.object({ topic: z.string(), count: z.int() })),
  ),
  /** Words that may be topics: those in use, then what people like, belong to and are tagged with. */
  'shelf.suggestTopics': method(
    z.object({ limit: z.int().min(1).max(1000).default(500) }),
    z.array(z.string()),
  ),
  /** Who would like a thing and was not given it yet, with why; those of whom most is known to say so come first. */
  'shelf.proposals': method(
    z.object({ id, limit: z.int().min(1).max(100).default(20) }),
    z.object({ total: z.int(), proposals: z.array(shelfProposal) }),
  ),
  /**
   * Puts a thing on the shelf. A topic that is on it in another spelling takes that one. Fails with `badInput` for
   * nothing, and for a link without an address of the web.
   */
  'shelf.create': method(
    z.object({ item: shelfItemDraft.partial().required({ kind: true }) }),
    z.object({ id }),
  ),
  'shelf.update': method(z.object({ id, item: shelfItemDraft.partial() }), z.null()),
  'shelf.remove': method(z.object({ id }), z.null()),
  /** Notes that it was shared with somebody, today; with `isShared` false, that it was not. */
  'shelf.share': method(z.object({ id, personId: id, isShared: z.boolean().default(true) }), z.null()),
};
