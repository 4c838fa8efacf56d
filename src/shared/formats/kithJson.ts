import { z } from 'zod';
import { importBatch } from '../contract/transfer.ts';
import { circle } from '../models/circle.ts';
import { day } from '../models/day.ts';
import { entryDraft } from '../models/entry.ts';
import { fact } from '../models/fact.ts';
import { id, instant } from '../models/ids.ts';
import { actRecord } from '../models/nudge.ts';
import { person } from '../models/person.ts';
import { photo } from '../models/photo.ts';
import { promise, promiseDraft } from '../models/promise.ts';
import { shelfItem } from '../models/shelf.ts';
import { exportedTie } from '../models/tie.ts';

/** An entry as JSON has it: as it was written, with people by id. */
export const jsonEntry = entryDraft.extend({
  id,
  createdAt: instant,
  changedAt: instant,
  /** What it was in the source of an import, as a hash, or null. */
  origin: z.string().nullable(),
  /** The import that brought it, or null. */
  batchId: id.nullable(),
});
export type JsonEntry = Readonly<z.infer<typeof jsonEntry>>;

/** A person as JSON has one. */
export const jsonPerson = person.extend({ batchId: id.nullable() });
export type JsonPerson = Readonly<z.infer<typeof jsonPerson>>;

/** A promise as JSON has it, with people by id. One that is `dismissed` is a sentence of which the user said it is none. */
export const jsonPromise = promise.omit({ people: true }).extend({ personIds: promiseDraft.shape.personIds });
export type JsonPromise = Readonly<z.infer<typeof jsonPromise>>;

/** A picture as JSON has it. `base64` is its bytes (RFC 4648, 4). */
export const jsonPhoto = z.object({ id, mime: photo.shape.mime, base64: z.base64() });
export type JsonPhoto = Readonly<z.infer<typeof jsonPhoto>>;

/** A thing of the shelf as JSON has it, with people by id. */
export const jsonShelfItem = shelfItem.extend({ sharedWith: z.array(z.object({ personId: id, day })) });
export type JsonShelfItem = Readonly<z.infer<typeof jsonShelfItem>>;

export const JSON_VERSION = 1;

/**
 * A whole journal as one JSON document in UTF-8. Days are `YYYY-MM-DD`, times of day `HH:MM`, instants milliseconds
 * since 1970-01-01T00:00:00Z. People and circles are referred to by id, also by mentions in texts:
 * `@[Name](person:ID)`. Entries stand oldest first. What was deleted is not in it; what was being written is.
 */
export const jsonJournal = z.object({
  format: z.literal('kith'),
  version: z.literal(JSON_VERSION),
  exportedAt: instant,
  settings: z.record(z.string(), z.unknown()),
  /** Innermost first. */
  circles: z.array(circle),
  importBatches: z.array(
    importBatch.pick({ id: true, format: true, sourceName: true, state: true, startedAt: true }),
  ),
  drafts: z.array(z.object({ slot: z.string(), content: z.string(), changedAt: instant })),
  promises: z.array(jsonPromise),
  /** How people belong to each other, oldest first. Who introduced whom stands with those who were introduced. */
  ties: z.array(exportedTie),
  /** Oldest first. */
  shelf: z.array(jsonShelfItem),
  /** What was done about nudges, oldest first. The nudges themselves follow from the rest. */
  nudgeActs: z.array(actRecord.extend({ actedAt: instant })),
  /** Ids that mentions may name people by, too, since others were merged with them. */
  mergedIds: z.array(z.object({ oldId: id, personId: id })),
  /** People who look alike, and of whom the user said that they are two. */
  twoPeople: z.array(z.object({ personId: id, otherId: id })),
  people: z.array(jsonPerson),
  /** Those that people have. */
  photos: z.array(jsonPhoto),
  /** Those of each person together, oldest first; retired ones too. */
  facts: z.array(fact),
  entries: z.array(jsonEntry),
});
export type JsonJournal = Readonly<z.infer<typeof jsonJournal>>;
