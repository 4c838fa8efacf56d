import { z } from 'zod';
import { rhythm } from './circle.ts';
import { day } from './day.ts';
import { id, instant } from './ids.ts';
import { partialDate } from './partialDate.ts';
import { tag } from './tag.ts';

const line = (most: number) => z.string().trim().max(most);

export const contactWayKinds = ['email', 'phone', 'address', 'url', 'handle', 'other'] as const;

/** A way to reach somebody. `label` is the user's own word for it ("work"), or empty. */
export const contactWay = z.object({
  kind: z.enum(contactWayKinds),
  label: line(60),
  value: line(500).min(1),
});
export type ContactWay = Readonly<z.infer<typeof contactWay>>;

/** Something an import knew of a person and that has no field of its own here: kept in its own words. */
export const detail = z.object({ label: line(120).min(1), value: z.string().max(10_000) });
export type Detail = Readonly<z.infer<typeof detail>>;

export const personDateKinds = ['birthday', 'anniversary', 'remembrance', 'other'] as const;

/** A date that belongs to somebody. `label` is the user's own word for it ("moved to Leeds"), or empty. */
export const personDate = z.object({ kind: z.enum(personDateKinds), label: line(120), date: partialDate });
export type PersonDate = Readonly<z.infer<typeof personDate>>;

/** How the user met somebody: when, where, who introduced them, and the entry that tells of it. */
export const met = z.object({
  on: partialDate.nullable(),
  where: line(300),
  /** Who introduced them; may be in the trash. Nobody is introduced by themselves, not even by way of others. */
  throughId: id.nullable(),
  /** The entry may be gone. */
  entryId: id.nullable(),
});
export type Met = Readonly<z.infer<typeof met>>;

/** What a user writes of a person. `preferredName` is empty where the name itself is used. */
export const personDraft = z.object({
  name: line(200).min(1, 'A person needs a name.'),
  preferredName: line(200),
  /** How the name is said, in whatever spelling helps. */
  pronunciation: line(200),
  pronouns: line(60),
  nicknames: z.array(line(200).min(1)).max(50),
  formerNames: z.array(line(200).min(1)).max(50),
  contactWays: z.array(contactWay).max(200),
  circleId: z.string().nullable(),
  /** A rhythm of their own; null is that of their circle. */
  rhythm: rhythm.nullable(),
  languages: z.array(line(60).min(1)).max(50),
  tags: z.array(tag).max(100),
  /** What they belong to: a choir, a team, a street. */
  groups: z.array(line(120).min(1)).max(100),
  dates: z.array(personDate).max(100),
  met,
  /** Why the user keeps this person in their life. */
  intention: line(2_000),
  photoId: id.nullable(),
  /** Markdown, kept byte for byte. */
  notes: z.string().max(1_000_000),
  details: z.array(detail).max(500),
});
export type PersonDraft = Readonly<z.infer<typeof personDraft>>;

/** A person of whom nothing is known but a name. */
export const unknownPerson: Omit<PersonDraft, 'name'> = {
  preferredName: '',
  pronunciation: '',
  pronouns: '',
  nicknames: [],
  formerNames: [],
  contactWays: [],
  circleId: null,
  rhythm: null,
  languages: [],
  tags: [],
  groups: [],
  dates: [],
  met: { on: null, where: '', throughId: null, entryId: null },
  intention: '',
  photoId: null,
  notes: '',
  details: [],
};

export const person = personDraft.extend({ id, createdAt: instant, changedAt: instant });
export type Person = Readonly<z.infer<typeof person>>;

/** A person as a list shows one. */
export const personRow = z.object({
  id,
  name: z.string(),
  preferredName: z.string(),
  nicknames: z.array(z.string()),
  circleId: z.string().nullable(),
  /** A rhythm of their own; null is that of their circle. */
  rhythm: rhythm.nullable(),
  tags: z.array(z.string()),
  groups: z.array(z.string()),
  photoId: id.nullable(),
  /** The day of the last entry with this person in it, not counting entries that only mention them. */
  lastTalk: day.nullable(),
  /** The day of the last entry that names this person in any way. */
  lastMention: day.nullable(),
  /** The day by which their own rhythm, or that of their circle, says to turn to them again. */
  next: day.nullable(),
  /** How many entries name this person in any way. */
  entryCount: z.int(),
});
export type PersonRow = Readonly<z.infer<typeof personRow>>;

/** The least that shows a person: in a mention, a chip, a completion. */
export const personName = personRow.pick({ id: true, name: true, preferredName: true });
export type PersonName = Readonly<z.infer<typeof personName>>;

/** The name to call somebody by. */
export function callName(of: Pick<PersonName, 'name' | 'preferredName'>): string {
  return of.preferredName || of.name;
}
