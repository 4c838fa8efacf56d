import type { EntryRecord, PersonRecord, TextPart } from '../../../shared/formats/records.ts';
import { type EntryDraft, entryDraft } from '../../../shared/models/entry.ts';
import { type PersonDraft, personDraft } from '../../../shared/models/person.ts';
import { makeMention } from '../../../shared/rules/mentions.ts';

/** The id in this journal of a person of the source, by the key that records use. */
export type IdOf = (person: string) => string;
/** The id of the circle with this id or name, or undefined. */
export type CircleOf = (text: string) => string | undefined;

/** What a record comes to, or why it cannot be kept, in words for the user. */
export type Composed<T> = { readonly draft: T } | { readonly reason: string };

/** What the journal that a record comes into says of it. */
export interface Surroundings {
  readonly idOf: IdOf;
  readonly circleOf: CircleOf;
  /** The picture that came with it, kept already. */
  readonly photoId: string | null;
}

/**
 * The person that a record comes to. A circle that this journal does not have, and a photo that it can’t keep, are kept
 * as details. Who introduced them is left out: everybody must be there first.
 */
export function composePerson(
  record: PersonRecord,
  { idOf, circleOf, photoId }: Surroundings,
): Composed<PersonDraft> {
  const circleId = circleOf(record.circle) ?? null;
  const lost = [
    { label: 'circle', value: circleId === null ? record.circle : '' },
    { label: 'photo', value: photoId === null ? (record.photo?.where ?? '') : '' },
  ].filter(({ value }) => value !== '');
  const { on, where, entryId } = record.met;
  const parsed = personDraft.safeParse({
    ...record,
    circleId,
    met: { on, where, throughId: null, entryId },
    photoId,
    notes: composeText(record.notes, idOf),
    details: [...record.details, ...lost],
  });
  return parsed.success
    ? { draft: parsed.data }
    : { reason: 'There is more in it than a person’s page can hold.' };
}

/** The entry that a record comes to. */
export function composeEntry(record: EntryRecord, idOf: IdOf): Composed<EntryDraft> {
  const { begunBy } = record;
  const parsed = entryDraft.safeParse({
    day: record.day,
    time: record.time,
    channel: record.channel,
    begunBy:
      typeof begunBy !== 'object' || !begunBy ? begunBy : 'id' in begunBy ? begunBy.id : idOf(begunBy.person),
    title: record.title,
    body: composeText(record.body, idOf),
    people: dropRepeats(record.people.map(({ person, role }) => ({ personId: idOf(person), role }))),
    tags: [...new Set(record.tags)],
  });
  return parsed.success ? { draft: parsed.data } : { reason: 'There is more in it than one entry can hold.' };
}

/** How many mentions the text of a record makes. */
export function countMentions(parts: readonly TextPart[]): number {
  return parts.filter((part) => typeof part !== 'string').length;
}

function composeText(parts: readonly TextPart[], idOf: IdOf): string {
  return parts.map((part) => composePart(part, idOf)).join('');
}

function composePart(part: TextPart, idOf: IdOf): string {
  if (typeof part === 'string') return part;
  return part.kind === 'mention' ? makeMention(part.text, idOf(part.person)) : idOf(part.person);
}

function dropRepeats(people: EntryDraft['people']): EntryDraft['people'] {
  const seen = new Set<string>();
  return people.filter(({ personId, role }) => {
    const key = `${role} ${personId}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
