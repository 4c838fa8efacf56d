import { z } from 'zod';
import { entry } from '../models/entry.ts';
import { personRow } from '../models/person.ts';
import { method } from './define.ts';

/** Half-open ranges of UTF-16 offsets into the text beside them, in order, not touching. */
export const highlights = z.array(z.tuple([z.int(), z.int()]));

export const entryHit = entry.omit({ body: true }).extend({
  /** A short piece of the body around the best match, on one line. */
  snippet: z.string(),
  snippetHighlights: highlights,
  titleHighlights: highlights,
  /** UTF-16 offset into the body of the first match, to open the entry at it; null if only other parts match. */
  matchAt: z.int().nullable(),
});
export type EntryHit = Readonly<z.infer<typeof entryHit>>;

export const personHit = personRow.extend({
  nameHighlights: highlights,
  /** What else of the person matched (a nickname, an address, notes), or empty. */
  snippet: z.string(),
  snippetHighlights: highlights,
});
export type PersonHit = Readonly<z.infer<typeof personHit>>;

/** A part of a query as the user sees it coloured: a word, a "phrase", a filter that is understood or not. */
export const queryPart = z.object({
  kind: z.enum(['word', 'phrase', 'filter', 'unknownFilter', 'operator']),
  from: z.int(),
  to: z.int(),
});

export const searchAnswer = z.object({
  people: z.array(personHit),
  entries: z.array(entryHit),
  /** Whether more entries match than are here; there is no exact count, for counting does not scale. */
  more: z.boolean(),
  /** How many entries match, up to 1000; 1000 means "1000 or more". */
  count: z.int(),
  /** The query with words spelt as the journal spells them, if that may be what was meant. */
  didYouMean: z.string().nullable(),
  parts: z.array(queryPart),
  /** Sentences for the user: about filters that name nobody or no day, about words that no entry has all of. */
  notes: z.array(z.string()),
});
export type SearchAnswer = Readonly<z.infer<typeof searchAnswer>>;

const queryText = z.string().max(2000);

export const search = {
  /** As the user types: newest matches re-ranked, within a frame. A newer call by the same window replaces an older one that waits (`superseded`). */
  'search.typing': method(
    z.object({ text: queryText, limit: z.int().min(1).max(100).default(20) }),
    searchAnswer,
  ),
  /** On Enter: all matches ranked; of more than 10,000, the newest, and those with the words in the title or side by side. */
  'search.run': method(
    z.object({
      text: queryText,
      order: z.enum(['best', 'newest']).default('best'),
      offset: z.int().min(0).max(10_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    searchAnswer,
  ),
  /** What could stand at `caret`: filter names, people, channels, tags. `from`–`to` is what `text` replaces. */
  'search.complete': method(
    z.object({ text: queryText, caret: z.int().min(0) }),
    z.object({
      from: z.int(),
      to: z.int(),
      options: z.array(z.object({ text: z.string(), label: z.string(), detail: z.string() })),
    }),
  ),
};
