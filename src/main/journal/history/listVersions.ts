import type { EntryVersion, entryParts, PersonVersion } from '../../../shared/contract/history.ts';
import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { PersonDraft } from '../../../shared/models/person.ts';
import type { JournalContext } from '../context.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { entryNotFound } from '../entries/writeEntry.ts';
import { requirePerson } from '../people/getPerson.ts';
import { statement } from '../store/statements.ts';
import { readEntryVersion, readPersonVersion } from './versions.ts';
import { readWholeEntry, type WholeEntry, wholeEntry } from './wholeEntry.ts';
import { readWholePerson, wholePerson } from './wholePerson.ts';

interface VersionSqlRow {
  readonly id: string;
  readonly written_at: number;
  readonly content: string;
}

/** The earlier versions of an entry, newest first, each with what is another now. Fails with `notFound`. */
export function listEntryVersions(
  { db }: JournalContext,
  { id, offset, limit }: JournalParsed<'history.entry'>,
): JournalOutput<'history.entry'> {
  const k = keyOfEntry(db, id);
  if (k === undefined) throw entryNotFound();
  const now = readWholeEntry(db, k);
  const rows = statement<[string, number, number], VersionSqlRow>(
    db,
    `SELECT id, written_at, content FROM entry_history WHERE entry_id = ?
     ORDER BY written_at DESC, rowid DESC LIMIT ? OFFSET ?`,
  ).all(id, limit, offset);
  const total = statement<[string], number>(db, 'SELECT count(*) FROM entry_history WHERE entry_id = ?')
    .pluck()
    .get(id);
  return { versions: rows.map((row) => toEntryVersion(row, now)), total: total ?? 0 };
}

function toEntryVersion({ id, written_at, content }: VersionSqlRow, now: WholeEntry): EntryVersion {
  const then = wholeEntry.parse(JSON.parse(content));
  const { day, title, body } = then.entry;
  return {
    id,
    writtenAt: written_at,
    day,
    title,
    bodyLength: body.length,
    differsIn: partsThatDiffer(partsOf(then), partsOf(now)),
  };
}

type EntryParts = Readonly<Record<(typeof entryParts)[number], unknown>>;

function partsOf({ entry, people }: WholeEntry): EntryParts {
  const { body, title, day, time, channel, begunBy, tags } = entry;
  const named = people.map(({ personId, role }) => [personId, role]);
  return { words: body, title, day, time, channel, begunBy, people: named, tags };
}

function partsThatDiffer<Part extends string>(
  then: Readonly<Record<Part, unknown>>,
  now: Readonly<Record<Part, unknown>>,
): Part[] {
  return (Object.keys(then) as Part[]).filter(
    (part) => JSON.stringify(then[part]) !== JSON.stringify(now[part]),
  );
}

/** An earlier version of an entry, to be read. Fails with `notFound`. */
export function readEntryText(
  context: JournalContext,
  versionId: string,
): JournalOutput<'history.entryText'> {
  const { id, entry, people, changedAt } = readEntryVersion(context.db, versionId);
  const { day, time, channel, title, body, tags } = entry;
  return {
    id: versionId,
    entryId: id,
    writtenAt: changedAt,
    day,
    time,
    channel,
    title,
    body,
    people: people.flatMap(({ personId }) => context.people.row(personId)?.name ?? []),
    tags,
  };
}

/** The earlier versions of a person, newest first, each with what is another now. Fails with `notFound`. */
export function listPersonVersions(
  context: JournalContext,
  { id, offset, limit }: JournalParsed<'history.person'>,
): JournalOutput<'history.person'> {
  const { db } = context;
  const { person: now } = readWholePerson(db, requirePerson(context, id));
  const rows = statement<[string, number, number], VersionSqlRow>(
    db,
    `SELECT id, written_at, content FROM person_history WHERE person_id = ?
     ORDER BY written_at DESC, rowid DESC LIMIT ? OFFSET ?`,
  ).all(id, limit, offset);
  const total = statement<[string], number>(db, 'SELECT count(*) FROM person_history WHERE person_id = ?')
    .pluck()
    .get(id);
  return { versions: rows.map((row) => toPersonVersion(row, now)), total: total ?? 0 };
}

function toPersonVersion({ id, written_at, content }: VersionSqlRow, now: PersonDraft): PersonVersion {
  const { person } = wholePerson.parse(JSON.parse(content));
  return { id, writtenAt: written_at, name: person.name, differsIn: partsThatDiffer(person, now) };
}

/** An earlier version of a person, to be read. Fails with `notFound`. */
export function readPersonText(
  { db }: JournalContext,
  versionId: string,
): JournalOutput<'history.personText'> {
  const { id, person, changedAt } = readPersonVersion(db, versionId);
  return { id: versionId, personId: id, writtenAt: changedAt, person };
}
