import { z } from 'zod';
import { day } from './day.ts';
import { id, instant } from './ids.ts';
import { partialDate } from './partialDate.ts';

/** What a fact is about, in the order in which a page shows them. */
export const facets = [
  'work',
  'family',
  'origin',
  'interests',
  'groups',
  'preferences',
  'health',
  'places',
  'dates',
  'other',
] as const;
export const facet = z.enum(facets);
export type Facet = z.infer<typeof facet>;

/** Something true of a person, as a user writes it. */
export const factDraft = z.object({
  facet,
  /** What of the facet it is, in a word or two ("employer"), or empty. */
  label: z.string().trim().max(120),
  text: z.string().trim().min(1, 'A fact needs some words.').max(5_000),
  /** When what it tells of is, was or began. */
  date: partialDate.nullable(),
  learnedOn: day,
  /** The entry that it comes from. */
  entryId: id.nullable(),
  /** The words of the entry that say it, or empty. */
  quote: z.string().max(2_000),
});
export type FactDraft = Readonly<z.infer<typeof factDraft>>;

export const fact = factDraft.extend({
  id,
  personId: id,
  /** The day from which it was true no more, and the fact that took its place, if one did. */
  retiredOn: day.nullable(),
  retiredBy: id.nullable(),
  /** The import that brought it. */
  batchId: id.nullable(),
  createdAt: instant,
  changedAt: instant,
});
export type Fact = Readonly<z.infer<typeof fact>>;
