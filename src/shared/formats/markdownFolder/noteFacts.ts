import { z } from 'zod';
import { day } from '../../models/day.ts';
import { type Fact, factDraft } from '../../models/fact.ts';
import { id } from '../../models/ids.ts';
import { partialDate } from '../../models/partialDate.ts';
import type { FactRecord } from '../records.ts';
import type { FieldReader } from './fieldValues.ts';
import { parseMaps } from './knownFields.ts';
import type { OutValue } from './writeFrontMatter.ts';

/** The field of a person's note that holds their facts. */
export const FACTS_FIELD = 'facts';

/** A fact as front matter has one: every value is a text, and what is empty is left out. */
const noteFact = z
  .strictObject({
    fact: factDraft.shape.text,
    about: factDraft.shape.facet,
    label: factDraft.shape.label.default(''),
    date: partialDate.optional(),
    learned: day,
    entry: id.optional(),
    quote: factDraft.shape.quote.default(''),
    until: day.optional(),
    id: id.optional(),
    followedBy: id.optional(),
    written: z.iso.datetime({ offset: true }).optional(),
  })
  .transform(
    (given): FactRecord => ({
      id: given.id ?? null,
      facet: given.about,
      label: given.label,
      text: given.fact,
      date: given.date ?? null,
      learnedOn: given.learned,
      entryId: given.entry ?? null,
      quote: given.quote,
      retiredOn: given.until ?? null,
      retiredBy: given.until === undefined ? null : (given.followedBy ?? null),
      createdAt: given.written === undefined ? null : Date.parse(given.written),
    }),
  );

/** Somebody's facts for the front matter of their note, oldest first. */
export function writeNoteFacts(facts: readonly Fact[]): readonly OutValue[] {
  return facts.map((fact) => {
    const said: Readonly<Record<string, string | null>> = {
      fact: fact.text,
      about: fact.facet,
      label: fact.label,
      date: fact.date,
      learned: fact.learnedOn,
      entry: fact.entryId,
      quote: fact.quote,
      until: fact.retiredOn,
      id: fact.id,
      followedBy: fact.retiredBy,
      written: new Date(fact.createdAt).toISOString(),
    };
    return Object.fromEntries(
      Object.entries(said).filter((field): field is [string, string] => Boolean(field[1])),
    );
  });
}

/** Takes the facts of a person's note. A field that is not all facts as Kith writes them is left for what it is. */
export function takeNoteFacts(front: FieldReader): readonly FactRecord[] {
  const field = front.find(FACTS_FIELD);
  const facts = field && parseMaps<FactRecord>(field.value, noteFact.safeParse);
  if (!field || !facts) return [];
  front.understand(field);
  return facts;
}
