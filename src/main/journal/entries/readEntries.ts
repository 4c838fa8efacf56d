import type { Channel, Entry, Role } from '../../../shared/models/entry.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { dayOfKey } from './entryKey.ts';
import { entryNotFound } from './writeEntry.ts';

interface EntrySqlRow {
  readonly k: number;
  readonly id: string;
  readonly time: string | null;
  readonly channel: Channel;
  readonly begun_by: string | null;
  readonly title: string;
  readonly body: string;
  readonly created_at: number;
  readonly changed_at: number;
}

interface PersonSqlRow {
  readonly k: number;
  readonly role: Role;
  readonly id: string;
  readonly name: string;
  readonly preferred_name: string;
  /** JSON. */
  readonly old_ids: string;
}

interface TagSqlRow {
  readonly k: number;
  readonly name: string;
}

/** Reads the entries with these keys, in the order of the keys, with three queries in all. Missing ones are left out. */
export function readEntries(store: Store, keys: readonly number[]): Entry[] {
  if (keys.length === 0) return [];
  const list = JSON.stringify(keys);
  const rows = statement<[string], EntrySqlRow>(
    store,
    `SELECT k, entry.id, time, channel,
       ifnull(
         (SELECT person.id FROM person_alias JOIN person ON n = person_n WHERE old_id = begun_by), begun_by
       ) AS begun_by,
       title, body, created_at, changed_at
     FROM json_each(?) AS wanted CROSS JOIN entry ON entry.k = wanted.value
     ORDER BY wanted.key`,
  ).all(list);
  const people = groupByKey(readPeople(store, list));
  const tags = groupByKey(readTags(store, list));
  return rows.map((row) => toEntry(row, people.get(row.k) ?? [], tags.get(row.k) ?? []));
}

/** Reads one entry. Fails with `notFound`. */
export function getEntry(context: JournalContext, id: string): Entry {
  const k = keyOfEntry(context.db, id);
  const [entry] = k === undefined ? [] : readEntries(context.db, [k]);
  if (!entry) throw entryNotFound();
  return entry;
}

/** The key of the entry with this id, if there is one. */
export function keyOfEntry(store: Store, id: string): number | undefined {
  return statement<[string], number>(store, 'SELECT k FROM entry WHERE id = ?').pluck().get(id);
}

function readPeople(store: Store, keys: string): readonly PersonSqlRow[] {
  return statement<[string], PersonSqlRow>(
    store,
    `SELECT link.k, link.role, person.id, person.name, person.preferred_name,
       (SELECT json_group_array(old_id) FROM person_alias WHERE person_n = person.n) AS old_ids
     FROM json_each(?) AS wanted
     CROSS JOIN entry_person AS link INDEXED BY entry_person_by_entry ON link.k = wanted.value
     CROSS JOIN person ON person.n = link.person_n
     ORDER BY link.position`,
  ).all(keys);
}

function readTags(store: Store, keys: string): readonly TagSqlRow[] {
  return statement<[string], TagSqlRow>(
    store,
    `SELECT link.k, tag.name
     FROM json_each(?) AS wanted
     CROSS JOIN entry_tag AS link INDEXED BY entry_tag_by_entry ON link.k = wanted.value
     CROSS JOIN tag ON tag.n = link.tag_n
     ORDER BY tag.folded`,
  ).all(keys);
}

function groupByKey<Row extends { readonly k: number }>(rows: readonly Row[]): ReadonlyMap<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.k);
    if (group) group.push(row);
    else groups.set(row.k, [row]);
  }
  return groups;
}

function toEntry(row: EntrySqlRow, people: readonly PersonSqlRow[], tags: readonly TagSqlRow[]): Entry {
  return {
    id: row.id,
    day: dayOfKey(row.k),
    time: row.time,
    channel: row.channel,
    begunBy: row.begun_by,
    title: row.title,
    body: row.body,
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      preferredName: person.preferred_name,
      role: person.role,
      ...(person.old_ids === '[]' ? {} : { oldIds: JSON.parse(person.old_ids) as string[] }),
    })),
    tags: tags.map(({ name }) => name),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
