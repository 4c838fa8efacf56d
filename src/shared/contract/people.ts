import { z } from 'zod';
import { id } from '../models/ids.ts';
import { person, personDraft, personName, personRow } from '../models/person.ts';
import { photo } from '../models/photo.ts';
import { method } from './define.ts';

export const peopleSort = z.enum(['name', 'lastTalk', 'next', 'circle']);

/** Whom a list shows, and in which order. */
export const peopleQuery = z.object({
  /** Typed by the user; typos are forgiven. Best match first when not empty, whatever `sort` says. */
  text: z.string().max(200).default(''),
  circleId: z.string().nullable().default(null),
  /** Only those with this tag, or in this group; case and accents do not count. */
  tag: z.string().max(100).nullable().default(null),
  group: z.string().max(120).nullable().default(null),
  sort: peopleSort.default('name'),
  descending: z.boolean().default(false),
});

export const people = {
  /** A window onto the list: rows `offset` to `offset + limit` of all that match, and how many match in all. */
  'people.list': method(
    peopleQuery.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ total: z.int(), rows: z.array(personRow) }),
  ),
  'people.get': method(z.object({ id }), person.extend(personRow.shape)),
  /** Completion of names while typing: forgiving of typos, best first. */
  'people.suggest': method(
    z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(8) }),
    z.array(personName.extend(personRow.pick({ circleId: true, photoId: true }).shape)),
  ),
  /** Names and photos of the people with these ids, for text that mentions them. People who are gone are left out. */
  'people.names': method(
    z.object({ ids: z.array(id).max(1000) }),
    z.array(personName.extend(personRow.pick({ photoId: true }).shape)),
  ),
  /** The words that are used for people, most used first: to choose from, and to filter by. */
  'people.words': method(
    z.object({ kind: z.enum(['tag', 'group', 'language']), limit: z.int().min(1).max(1000).default(500) }),
    z.array(z.object({ word: z.string(), count: z.int() })),
  ),
  /** A picture of somebody; null if it is there no more. It never changes. */
  'people.photo': method(z.object({ photoId: id }), photo.nullable()),
  /** Keeps a picture, small already, for a person to be given its id. */
  'people.addPhoto': method(
    z.object({ bytes: z.instanceof(Uint8Array, { error: 'This is not a picture that Kith can keep.' }) }),
    z.object({ photoId: id }),
  ),
  'people.create': method(
    z.object({ person: personDraft.partial().required({ name: true }) }),
    z.object({ id }),
  ),
  'people.update': method(z.object({ id, person: personDraft.partial() }), z.null()),
  /**
   * Makes one person of two: who is kept becomes `person`, and all that is known of the other is theirs. The other's id
   * means them from then on. Undo with `trash.restore`.
   */
  'people.merge': method(
    z.object({ keepId: id, otherId: id, person: personDraft }),
    z.object({ trashId: id }),
  ),
  /** Pairs of people who may be one, most likely first, each with the reasons in a sentence each. */
  'people.lookAlikes': method(
    z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
    z.object({
      total: z.int(),
      pairs: z.array(
        z.object({ people: z.tuple([personRow, personRow]).readonly(), reasons: z.array(z.string()).min(1) }),
      ),
    }),
  ),
  /** Remembers that two who look alike are two people, or forgets it again. */
  'people.setTwoPeople': method(z.object({ personId: id, otherId: id, areTwo: z.boolean() }), z.null()),
  /** Moves a person to the trash. Entries keep their words. Undo with `trash.restore`. */
  'people.remove': method(z.object({ id }), z.object({ trashId: id })),
};
