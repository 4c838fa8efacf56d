import { z } from 'zod';
import { channel, type Entry, type EntryDraft, idsOf, role } from '../../shared/models/entry.ts';
import { fold } from '../../shared/rules/fold.ts';
import { findMentions } from '../../shared/rules/mentions.ts';
import { findTags, foldTag } from '../../shared/rules/tags.ts';

const draftPerson = z.object({
  id: z.string(),
  name: z.string(),
  /** Chosen by the user; null follows the channel. */
  role: role.nullable(),
  /** Belongs to the entry whether or not the text names them. */
  added: z.boolean(),
});
export type DraftPerson = Readonly<z.infer<typeof draftPerson>>;

const draftContent = z.object({
  version: z.literal(1),
  /** When it happened. Null until the first letter, which is when a new entry begins. */
  when: z.object({ day: z.string(), time: z.string().nullable() }).nullable(),
  channel,
  begunBy: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  /** What is known of people beyond what the text says. */
  people: z.array(draftPerson),
  /** Tags beyond those in the text. */
  tags: z.array(z.string()),
  /** Words that the user was asked about and has answered: dates taken or turned down, numbers that may stay. */
  settledWords: z.array(z.string()),
  /** The user chose the day themselves: nothing is offered any more. */
  whenChosen: z.boolean(),
});

/** Everything that the composer holds: what a draft is saved as. */
export type DraftContent = Readonly<z.infer<typeof draftContent>>;

export const emptyDraft: DraftContent = {
  version: 1,
  when: null,
  channel: 'note',
  begunBy: null,
  title: '',
  body: '',
  people: [],
  tags: [],
  settledWords: [],
  whenChosen: false,
};

/** Whether there is nothing in it that anybody would miss. */
export function isEmptyDraft(draft: DraftContent): boolean {
  return (
    draft.body.trim() === '' && draft.title.trim() === '' && !draft.people.some((person) => person.added)
  );
}

/** Reads a saved draft. Null for one that this version of Kith cannot read. */
export function readDraft(saved: string): DraftContent | null {
  try {
    const parsed = draftContent.safeParse(JSON.parse(saved));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A saved entry as it is opened for editing. */
export function draftOfEntry(entry: Entry): DraftContent {
  const named = new Set(findMentions(entry.body).map((mention) => mention.personId));
  const inBody = new Set(findTags(entry.body).map((found) => foldTag(found.tag)));
  return {
    ...emptyDraft,
    when: { day: entry.day, time: entry.time },
    whenChosen: true,
    channel: entry.channel,
    begunBy: begunByInText(entry, named),
    title: entry.title,
    body: entry.body,
    // Under the ids that the text names them by, so that the text lets them go.
    people: entry.people.flatMap((person): DraftPerson[] => {
      const { name, role: said } = person;
      const inText = idsOf(person).filter((id) => named.has(id));
      if (inText.length === 0) return [{ id: person.id, name, role: said, added: true }];
      return inText.map((id) => ({ id, name, role: said, added: false }));
    }),
    tags: entry.tags.filter((tag) => !inBody.has(foldTag(tag))),
  };
}

function begunByInText({ begunBy, people }: Entry, named: ReadonlySet<string>): string | null {
  const person = people.find(({ id }) => id === begunBy);
  return (person && idsOf(person).find((id) => named.has(id))) ?? begunBy;
}

/** What of the draft is saved as the entry. `now` dates it where nothing else does. */
export function entryOfDraft(
  draft: DraftContent,
  now: { readonly day: string; readonly time: string },
): EntryDraft {
  const people = peopleOfDraft(draft);
  const begunBy =
    draft.begunBy === 'me' || people.some(({ id }) => id === draft.begunBy) ? draft.begunBy : null;
  return {
    ...(draft.when ?? now),
    channel: draft.channel,
    begunBy,
    title: draft.title,
    body: draft.body,
    people: people.map(({ id, role: said }) => ({ personId: id, role: said })),
    tags: tagsOfDraft(draft),
  };
}

/** A person of the draft as its chips show them. */
export interface PersonOfDraft {
  readonly id: string;
  readonly name: string;
  readonly role: 'with' | 'mentioned';
  /** The text names them, so that only the text can let them go. */
  readonly named: boolean;
}

/** Everybody in the draft: those whom the text names, in its order, then those who were added. */
export function peopleOfDraft(draft: DraftContent): readonly PersonOfDraft[] {
  const known = new Map(draft.people.map((person) => [person.id, person]));
  const followed = draft.channel === 'note' ? 'mentioned' : 'with';
  const found = new Map<string, PersonOfDraft>();
  for (const { personId: id, name } of findMentions(draft.body)) {
    if (!found.has(id)) found.set(id, { id, name, role: known.get(id)?.role ?? followed, named: true });
  }
  for (const { id, name, role: said, added } of draft.people) {
    if (added && !found.has(id)) found.set(id, { id, name, role: said ?? followed, named: false });
  }
  return [...found.values()];
}

function tagsOfDraft(draft: DraftContent): string[] {
  const all = new Map<string, string>();
  for (const tag of [...draft.tags, ...findTags(draft.body).map((found) => found.tag)]) {
    const folded = foldTag(tag);
    if (!all.has(folded)) all.set(folded, tag);
  }
  return [...all.values()];
}

/** Changes what is known of one person of the draft. */
export function withPerson(
  draft: DraftContent,
  person: PersonOfDraft,
  change: Partial<DraftPerson>,
): DraftContent {
  const before = draft.people.find(({ id }) => id === person.id);
  const after: DraftPerson = {
    id: person.id,
    name: person.name,
    role: null,
    added: !person.named,
    ...before,
    ...change,
  };
  return { ...draft, people: [...draft.people.filter(({ id }) => id !== person.id), after] };
}

/** Lets go of somebody whom the text does not name. */
export function withoutPerson(draft: DraftContent, id: string): DraftContent {
  return { ...draft, people: draft.people.filter((person) => person.id !== id) };
}

/** Whether words that were taken or turned down are these. */
export function isSettled(draft: DraftContent, words: string): boolean {
  return draft.settledWords.includes(fold(words));
}

/** The draft with `words` taken or turned down. */
export function settleWords(draft: DraftContent, words: string): DraftContent {
  return isSettled(draft, words) ? draft : { ...draft, settledWords: [...draft.settledWords, fold(words)] };
}
