import { timeOfDay } from '../../models/day.ts';
import { type Channel, channel, entryDraft, type Role } from '../../models/entry.ts';
import { id as idSchema } from '../../models/ids.ts';
import { tag as tagSchema } from '../../models/tag.ts';
import type { BegunBy, EntryRecord } from '../records.ts';
import { type EntryDay, findCreatedDay, findDay } from './entryDay.ts';
import { type FieldReader, readFields, textOf, textsOf } from './fieldValues.ts';
import type { Note } from './frontMatter.ts';
import { kithId, takeInstant, takePlainLinks } from './kithFields.ts';
import type { LinkTargets } from './linkTargets.ts';
import { dateOfName, noteName } from './noteDate.ts';
import { tagsOf } from './noteKind.ts';
import { type LinkRules, readText } from './noteLinks.ts';
import { appendRest } from './restBlock.ts';
import { wholeWikiLink } from './wikiLinks.ts';

/** Fields that name people, and the part these had. */
const PEOPLE_FIELDS: readonly (readonly [name: string, role: Role])[] = [
  ['with', 'with'],
  ['people', 'with'],
  ['attendees', 'with'],
  ['participants', 'with'],
  ['mentions', 'mentioned'],
];

/**
 * Reads a dated note, or undefined if it has no day after all. Front matter that an entry has no place for stands
 * after the body, word for word, in a block of YAML. `text` is the whole note.
 */
export function readEntry(
  path: string,
  text: string,
  note: Note,
  rules: Omit<LinkRules, 'plainLinks'>,
): EntryRecord | undefined {
  const front = readFields(note.fields);
  const found = findDay(path, front) ?? findCreatedDay(front);
  if (!found) return undefined;
  const id = kithId(front);
  const day = takeDay(found, front);
  const bookkeeping = { createdAt: takeInstant(front, 'created'), origin: id ? takeOrigin(front) : null };
  const plainLinks = takePlainLinks(front);
  const entry = {
    kind: 'entry',
    where: path,
    id,
    ...bookkeeping,
    fingerprint: `${noteName(path)}\0${text}`,
    day,
    time: takeTime(front) ?? found.date.time,
    channel: takeChannel(front),
    begunBy: takeBegunBy(front, rules.targets),
    title: takeTitle(path, day, front, id !== null),
    people: takePeople(front, rules.targets),
    tags: takeTags(front),
  } as const;
  // Broken front matter stays in the body whole, so nothing of it needs keeping beside.
  const body = note.broken ? note.body : appendRest(note.body, front.rest());
  return { ...entry, body: readText(body, { ...rules, plainLinks }) };
}

function takeDay({ date, field }: EntryDay, front: FieldReader): string {
  if (field && date.whole) front.understand(field);
  const created = findCreatedDay(front);
  // The bare day that a note was made on says nothing that its own day does not.
  if (created?.field && created.date.day === date.day && created.date.time === null && created.date.whole) {
    front.understand(created.field);
  }
  return date.day;
}

/** What only an export of Kith says. */
function takeOrigin(front: FieldReader): string | null {
  const type = front.find('type');
  if (type && textOf(type.value) === 'entry') front.understand(type);
  takeInstant(front, 'changed');
  const field = front.find('origin');
  const text = field && textOf(field.value);
  if (!field || !text) return null;
  front.understand(field);
  return text;
}

function takeTime(front: FieldReader): string | null {
  const field = front.find('time');
  const text = field && textOf(field.value)?.trim().padStart(5, '0');
  if (!field || !text || !timeOfDay.safeParse(text).success) return null;
  front.understand(field);
  return text;
}

function takeChannel(front: FieldReader): Channel {
  const field = front.find('channel');
  const parsed = field && channel.safeParse(textOf(field.value));
  if (!field || !parsed?.success) return 'note';
  front.understand(field);
  return parsed.data;
}

function takeBegunBy(front: FieldReader, targets: LinkTargets): BegunBy {
  const field = front.find('begunby', 'begun by');
  const text = field && textOf(field.value)?.trim();
  if (!field || !text) return null;
  const link = wholeWikiLink(text);
  const person = link && targets.person(link.target);
  const bareId = /^person:(.+)$/.exec(text)?.[1];
  const begunBy: BegunBy = person
    ? { person }
    : bareId && idSchema.safeParse(bareId).success
      ? { id: bareId }
      : text === 'me'
        ? 'me'
        : null;
  if (begunBy) front.understand(field);
  return begunBy;
}

function takeTitle(path: string, day: string, front: FieldReader, ours: boolean): string {
  const field = front.find('title');
  const parsed = field && entryDraft.shape.title.safeParse(textOf(field.value));
  if (field && parsed?.success) {
    front.understand(field);
    return parsed.data;
  }
  if (ours) return '';
  const name = noteName(path);
  const dated = dateOfName(name);
  return (dated?.day === day ? dated.rest : name.trim()).slice(0, 500);
}

function takePeople(front: FieldReader, targets: LinkTargets): EntryRecord['people'] {
  return PEOPLE_FIELDS.flatMap(([name, role]) => {
    const field = front.find(name);
    if (!field) return [];
    const texts = textsOf(field.value) ?? [];
    const people = texts.flatMap((text) => targets.person(wholeWikiLink(text)?.target ?? text.trim()) ?? []);
    if (people.length === texts.length && texts.length > 0) front.understand(field);
    return people.map((person) => ({ person, role }));
  });
}

function takeTags(front: FieldReader): readonly string[] {
  const field = front.find('tags', 'tag');
  if (!field) return [];
  const tags = tagsOf(field);
  const valid = tags.filter((tag) => tagSchema.safeParse(tag).success);
  if (valid.length === tags.length) front.understand(field);
  return valid;
}
