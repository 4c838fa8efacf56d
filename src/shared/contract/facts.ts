import { z } from 'zod';
import { day } from '../models/day.ts';
import { facet, fact, factDraft } from '../models/fact.ts';
import { id } from '../models/ids.ts';
import { personName } from '../models/person.ts';
import { method } from './define.ts';

/** A fact with the day of the entry it comes from; null where there is none, or none any more. */
export const factWithSource = fact.extend({ entryDay: day.nullable() });
export type FactWithSource = Readonly<z.infer<typeof factWithSource>>;

/** What is known of people, piece by piece. All that changes something can be undone. */
export const facts = {
  /** Everything known of a person, by facet and label, what is true before what was. Nobody's while they are in the trash. */
  'facts.list': method(z.object({ personId: id }), z.array(factWithSource)),
  /** What was learned from an entry and is true still, with whom it is about. */
  'facts.ofEntry': method(z.object({ entryId: id }), z.array(fact.extend({ person: personName }))),
  /**
   * Adds a fact. Without `learnedOn`, it was learned on the day of its entry, or today. Under a label that holds for one
   * at a time, it takes the place of the one before. Fails with `alreadyThere` for what is known and true already.
   */
  'facts.create': method(
    z.object({ personId: id, fact: factDraft.partial().required({ facet: true, text: true }) }),
    z.object({ id }),
  ),
  /** Changes what is given, and whom it is about where `personId` is. */
  'facts.update': method(z.object({ id, personId: id.optional(), fact: factDraft.partial() }), z.null()),
  /** Deletes a fact; the one whose place it took is true again. */
  'facts.remove': method(z.object({ id }), z.null()),
  /** Says from which day on a fact is true no more, or, with null, that it is true. */
  'facts.retire': method(z.object({ id, on: day.nullable() }), z.null()),
  /** The labels in use for a facet, most used first. */
  'facts.labels': method(
    z.object({ facet, limit: z.int().min(1).max(100).default(50) }),
    z.array(z.string()),
  ),
};
