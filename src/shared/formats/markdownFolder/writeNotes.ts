import type { Entry } from '../../models/entry.ts';
import type { Fact } from '../../models/fact.ts';
import type { Detail, Person } from '../../models/person.ts';
import type { Photo } from '../../models/photo.ts';
import type { ExportedTie } from '../../models/tie.ts';
import { makeNameGiver, safeFileName } from './fileNames.ts';
import { splitNote } from './frontMatter.ts';
import { sayRhythm } from './knownFields.ts';
import { FACTS_FIELD, writeNoteFacts } from './noteFacts.ts';
import { isPersonTag } from './noteKind.ts';
import { TIES_FIELD, writeNoteTies } from './noteTies.ts';
import { readPerson } from './readPerson.ts';
import { JOURNAL_FOLDER, PEOPLE_FOLDER, type VaultNames } from './vaultNames.ts';
import { type OutField, type OutValue, writeFrontMatter } from './writeFrontMatter.ts';
import { writeText } from './writeText.ts';

/** A file of an export. */
export interface OutFile {
  readonly path: string;
  readonly text: string;
}

/** An entry with what an export keeps of it beside its content. */
export type OutEntry = Entry & { readonly origin: string | null };

export interface PersonNoteOptions {
  /** The name of their circle, or empty. */
  readonly circleName: string;
  /** Where their photo is written, or empty; see {@link photoPathOf}. */
  readonly photoPath: string;
  readonly facts: readonly Fact[];
  /** Those that are kept from this person on. */
  readonly ties: readonly ExportedTie[];
}

/** Where the photo of a person lies in the export. */
export function photoPathOf(personId: string, { mime }: Pick<Photo, 'mime'>, names: VaultNames): string {
  const ending = mime === 'image/jpeg' ? 'jpg' : mime.slice('image/'.length);
  return `${PEOPLE_FOLDER}/Photos/${names.noteOf(personId) ?? personId}.${ending}`;
}

/** The note about a person. */
export function writePersonNote(
  person: Person,
  { circleName, photoPath, facts, ties }: PersonNoteOptions,
  names: VaultNames,
): OutFile {
  const path = names.pathOf(person.id) ?? '';
  const { text, plainLinks } = writeText(person.notes, names);
  const before: readonly OutField[] = [
    ['kith', person.id],
    ...(names.noteOf(person.id) === person.name ? [] : [['name', person.name] as const]),
    ['preferredName', person.preferredName],
    ['aliases', person.nicknames],
    ...knownFields(person, names),
    ['circle', circleName],
    ['contact', person.contactWays.map((way) => ({ ...way }))],
    ['photo', photoPath],
    [FACTS_FIELD, writeNoteFacts(facts)],
    [TIES_FIELD, writeNoteTies(ties, names)],
  ];
  const after: readonly OutField[] = [
    ['type', 'person'],
    ...tagFields(person.tags),
    ...bookkeeping(person, plainLinks),
  ];
  const noteWith = (details: readonly OutField[]) =>
    writeFrontMatter([...before, ...details, ...after]) + text;
  const simple = simpleDetails(person.details);
  const taken = new Set([...before, ...after].map(([key]) => key.toLowerCase()));
  const isPlain =
    simple.every(([label]) => !taken.has(label.toLowerCase())) &&
    saysDetails(path, noteWith(simple), person.details, names);
  const note = noteWith(isPlain ? simple : listedDetails(person.details));
  return { path, text: note };
}

/** The note of an entry. The path is given by {@link nameDay}. */
export function writeEntryNote(entry: OutEntry, path: string, names: VaultNames): OutFile {
  const { text, plainLinks } = writeText(entry.body, names);
  const link = (id: string) => (names.noteOf(id) ? `[[${names.noteOf(id)}]]` : `person:${id}`);
  const front = writeFrontMatter([
    ['kith', entry.id],
    ['date', entry.day],
    ['time', entry.time ?? ''],
    ['title', entry.title],
    ['channel', entry.channel],
    [
      'begunBy',
      entry.begunBy === null || entry.begunBy === 'me' ? (entry.begunBy ?? '') : link(entry.begunBy),
    ],
    ['with', entry.people.filter(({ role }) => role === 'with').map(({ id }) => link(id))],
    ['mentions', entry.people.filter(({ role }) => role === 'mentioned').map(({ id }) => link(id))],
    ['tags', entry.tags],
    ['type', 'entry'],
    ...bookkeeping(entry, plainLinks),
    ['origin', entry.origin ?? ''],
  ]);
  return { path, text: front + text };
}

/** The paths of the notes of one day, in the order of its entries. */
export function nameDay(day: string, entries: readonly { readonly title: string }[]): readonly string[] {
  const folder = `${JOURNAL_FOLDER}/${day.slice(0, 4)}`;
  const giveName = makeNameGiver();
  return entries.map(({ title }, i) => {
    // Numbers keep the order of a day; they all have as many digits, for file managers that compare letter by letter.
    const number = entries.length > 1 ? ` ${String(i + 1).padStart(String(entries.length).length, '0')}` : '';
    const words = title === '' ? '' : ` ${safeFileName(title, '')}`.trimEnd();
    return `${folder}/${giveName(`${day}${number}${words}`)}.md`;
  });
}

function knownFields(person: Person, names: VaultNames): readonly OutField[] {
  const { on, where, throughId, entryId } = person.met;
  const introducer = throughId === null ? undefined : names.noteOf(throughId);
  return [
    ['pronunciation', person.pronunciation],
    ['pronouns', person.pronouns],
    ['formerNames', person.formerNames],
    ['dates', person.dates.map((date) => ({ ...date }))],
    ['metOn', on ?? ''],
    ['metWhere', where],
    ['metThrough', introducer === undefined ? '' : `[[${introducer}]]`],
    ['metEntry', entryId ?? ''],
    ['languages', person.languages],
    ['groups', person.groups],
    ['intention', person.intention],
    ['rhythm', sayRhythm(person.rhythm)],
  ];
}

/** One of the tags says that it is a person’s note; whoever has such a tag of their own has them told apart. */
function tagFields(tags: readonly string[]): readonly OutField[] {
  const all = ['tags', ['person', ...tags]] as const;
  return tags.some(isPersonTag) ? [all, ['personTags', tags]] : [all];
}

function bookkeeping(
  of: { readonly id: string; readonly createdAt: number; readonly changedAt: number },
  plainLinks: readonly number[],
): readonly OutField[] {
  return [
    ['created', new Date(of.createdAt).toISOString()],
    ['changed', new Date(of.changedAt).toISOString()],
    ['plainLinks', plainLinks.map(String)],
  ];
}

/** Details as fields of their own, as people write them; good if no label stands for something else. */
function simpleDetails(details: readonly Detail[]): readonly OutField[] {
  const byLabel = new Map<string, string[]>();
  for (const { label, value } of details) byLabel.set(label, [...(byLabel.get(label) ?? []), value]);
  return [...byLabel].map(([label, values]) => [label, values.length === 1 ? (values[0] as string) : values]);
}

function listedDetails(details: readonly Detail[]): readonly OutField[] {
  return [['details', details.map(({ label, value }): OutValue => ({ label, value }))]];
}

function saysDetails(path: string, text: string, details: readonly Detail[], names: VaultNames): boolean {
  const read = readPerson(path, splitNote(text), { targets: names.targets, personOfId: names.pathOf });
  return (
    read.details.length === details.length &&
    read.details.every(({ label, value }, i) => label === details[i]?.label && value === details[i]?.value)
  );
}
