import type { Channel, Role } from '../models/entry.ts';
import type { FactDraft } from '../models/fact.ts';
import type { ContactWay, Detail, Met, PersonDraft } from '../models/person.ts';
import type { Photo } from '../models/photo.ts';
import type { TieDraft } from '../models/tie.ts';

/**
 * A piece of text that came out of a source. A string is kept as it is. A `mention` becomes a mention of the person,
 * shown as `text`. An `id` becomes the bare id that the person has in this journal.
 */
export type TextPart =
  | string
  | { readonly kind: 'mention'; readonly person: string; readonly text: string }
  | { readonly kind: 'id'; readonly person: string };

/** A fact as a source knows it. What is null of its id and its creation is made anew. */
export interface FactRecord extends FactDraft {
  readonly id: string | null;
  readonly retiredOn: string | null;
  /** The id of the fact of the same person that took its place. */
  readonly retiredBy: string | null;
  readonly createdAt: number | null;
}

/** A tie as a source knows it, in the note of one of its people. What is null is made anew. */
export interface TieRecord extends Omit<TieDraft, 'personId' | 'otherId'> {
  readonly id: string | null;
  /** The key of the other. */
  readonly other: string;
  readonly createdAt: number | null;
}

/** A picture that lies beside a person's note. */
export interface PhotoRecord {
  /** Which file, in the user's words. */
  readonly where: string;
  /** Null if it is no picture that can be kept, or cannot be read. Only while the source is open. */
  readonly read: () => Promise<Photo | null>;
}

/** A person as a source knows one. `key` names them within the source: other records refer to it. */
export interface PersonRecord
  extends Pick<
    PersonDraft,
    | 'pronunciation'
    | 'pronouns'
    | 'formerNames'
    | 'rhythm'
    | 'languages'
    | 'tags'
    | 'groups'
    | 'dates'
    | 'intention'
  > {
  readonly kind: 'person';
  readonly key: string;
  /** Which file, in the user's words. */
  readonly where: string;
  /** The id that an export of Kith gave them, or null. */
  readonly id: string | null;
  readonly name: string;
  readonly preferredName: string;
  readonly nicknames: readonly string[];
  readonly contactWays: readonly ContactWay[];
  /** The id or name of a circle, as found; empty if none is said. */
  readonly circle: string;
  /** `through` is the key of whoever introduced them. */
  readonly met: Omit<Met, 'throughId'> & { readonly through: string | null };
  readonly photo: PhotoRecord | null;
  readonly facts: readonly FactRecord[];
  readonly ties: readonly TieRecord[];
  readonly details: readonly Detail[];
  readonly notes: readonly TextPart[];
  /** When it was first written down, in milliseconds since 1970, if the source knows. */
  readonly createdAt: number | null;
}

/** Who began it: the user, a person of the source, a person by id who is not in the source, or nobody said. */
export type BegunBy = 'me' | { readonly person: string } | { readonly id: string } | null;

/** A dated piece of a source. */
export interface EntryRecord {
  readonly kind: 'entry';
  /** Which file, in the user's words. */
  readonly where: string;
  /** The id that an export of Kith gave it, or null. */
  readonly id: string | null;
  /** The origin that it had in the journal that was exported, or null. */
  readonly origin: string | null;
  /**
   * What makes this entry itself, wherever the source lies on the disk: two equal fingerprints in two imports are the
   * same entry. Not shown and not stored; only its hash is.
   */
  readonly fingerprint: string;
  readonly day: string;
  readonly time: string | null;
  readonly channel: Channel;
  readonly begunBy: BegunBy;
  readonly title: string;
  readonly body: readonly TextPart[];
  /** Those named in the body come in addition, as mentioned. */
  readonly people: readonly { readonly person: string; readonly role: Role }[];
  /** Those of the body come in addition. */
  readonly tags: readonly string[];
  readonly createdAt: number | null;
}

/** Something that the user may want to look at. What it speaks of is imported nevertheless. */
export interface WarningRecord {
  readonly kind: 'warning';
  readonly where: string;
  readonly message: string;
}

/** A file that is not imported, and why. */
export interface SkippedRecord {
  readonly kind: 'skipped';
  readonly where: string;
  readonly reason: string;
}

/** How much of its work a reader has done, in steps of its own. `total` is the same in all of one reading. */
export interface ProgressRecord {
  readonly kind: 'progress';
  readonly done: number;
  readonly total: number;
}

/** What a reader makes of a source. All people come before the first entry. */
export type ImportRecord = PersonRecord | EntryRecord | WarningRecord | SkippedRecord | ProgressRecord;
