import { z } from 'zod';
import { day, timeOfDay } from '../models/day.ts';
import { channel } from '../models/entry.ts';
import { id, instant } from '../models/ids.ts';
import { person, personDraft } from '../models/person.ts';
import { method } from './define.ts';

const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(100).default(50) };

/** What of an entry is another now than in an earlier version. */
export const entryParts = ['words', 'title', 'day', 'time', 'channel', 'begunBy', 'people', 'tags'] as const;
/** What of a person is. */
export const personParts = personDraft.keyof();

const version = z.object({
  id,
  /** When it was saved. */
  writtenAt: instant,
});

export const entryVersion = version.extend({
  day,
  title: z.string(),
  /** Of the body, in UTF-16 units. */
  bodyLength: z.int(),
  differsIn: z.array(z.enum(entryParts)),
});
export type EntryVersion = Readonly<z.infer<typeof entryVersion>>;

export const personVersion = version.extend({
  name: z.string(),
  differsIn: z.array(personParts),
});
export type PersonVersion = Readonly<z.infer<typeof personVersion>>;

/** An earlier version of an entry, to be read. */
export const entryText = version.extend({
  entryId: id,
  day,
  time: timeOfDay.nullable(),
  channel,
  title: z.string(),
  body: z.string(),
  /** Their names, as they are now; those who are gone for good are left out. */
  people: z.array(z.string()),
  tags: z.array(z.string()),
});
export type EntryText = Readonly<z.infer<typeof entryText>>;

/** Every save that changed something keeps what was there before, as long as the entry or person is kept. */
export const history = {
  /** The earlier versions of an entry, newest first, and how many there are in all. */
  'history.entry': method(
    z.object({ id, ...page }),
    z.object({ versions: z.array(entryVersion), total: z.int() }),
  ),
  'history.entryText': method(z.object({ versionId: id }), entryText),
  /** Brings a version back as a change like any other, which can itself be undone. */
  'history.restoreEntry': method(z.object({ versionId: id }), z.null()),
  'history.person': method(
    z.object({ id, ...page }),
    z.object({ versions: z.array(personVersion), total: z.int() }),
  ),
  'history.personText': method(
    z.object({ versionId: id }),
    version.extend({ personId: id, person: person.omit({ id: true, createdAt: true, changedAt: true }) }),
  ),
  'history.restorePerson': method(z.object({ versionId: id }), z.null()),
};
