import type { Rhythm } from '../../../shared/models/circle.ts';
import type { PersonRow } from '../../../shared/models/person.ts';
import { nextDay } from '../../../shared/rules/rhythm.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { toRhythm } from './personColumns.ts';
import { readNicknames } from './personParts.ts';
import { type PersonWords, readWords } from './personWords.ts';

/** A person as the index holds one. */
export interface IndexedPerson {
  readonly n: number;
  readonly row: PersonRow;
  /** Found like names, and shown only on their page. */
  readonly formerNames: readonly string[];
  /** The keys of their newest entries, for telling who was spoken with last; 0 where there is none. */
  readonly lastTalkKey: number;
  readonly lastMentionKey: number;
}

/** Orders by the newest talk, then by the newest mention, then by who was added last. */
export function byRecentTalk(a: IndexedPerson, b: IndexedPerson): number {
  return b.lastTalkKey - a.lastTalkKey || b.lastMentionKey - a.lastMentionKey || b.n - a.n;
}

interface PersonSqlRow {
  readonly n: number;
  readonly id: string;
  readonly name: string;
  readonly preferred_name: string;
  readonly circle_id: string | null;
  readonly floor_days: number | null;
  readonly ceiling_days: number | null;
  readonly photo_id: string | null;
  readonly entry_count: number | null;
  readonly last_with_k: number | null;
  readonly last_mentioned_k: number | null;
}

interface ListSqlRow {
  readonly person_n: number;
  readonly text: string;
}

/** What of a person is found or filtered by. */
interface Lists extends Pick<PersonWords, 'formerNames' | 'tags' | 'groups'> {
  readonly nicknames: string[];
}

/** Reads everybody, without notes and ways to reach them. */
export function readEverybody(store: Store): readonly IndexedPerson[] {
  const rhythms = readRhythms(store);
  const listsOf = readLists(store);
  return statement<[], PersonSqlRow>(
    store,
    `SELECT n, id, name, preferred_name, circle_id, floor_days, ceiling_days, photo_id, entry_count, last_with_k,
       last_mentioned_k
     FROM person LEFT JOIN person_tally ON person_n = n`,
  )
    .all()
    .map((row) => toIndexedPerson(row, listsOf(row.n), rhythms));
}

/** Reads the people with these numbers; those who are gone are left out. */
export function readSome(store: Store, numbers: readonly number[]): readonly IndexedPerson[] {
  const rhythms = readRhythms(store);
  return numbers.flatMap((n) => {
    const row = statement<[number], PersonSqlRow>(
      store,
      `SELECT n, id, name, preferred_name, circle_id, floor_days, ceiling_days, photo_id, entry_count, last_with_k,
         last_mentioned_k
       FROM person LEFT JOIN person_tally ON person_n = n WHERE n = ?`,
    ).get(n);
    if (!row) return [];
    const lists: Lists = { nicknames: readNicknames(store, n), ...readWords(store, n) };
    return [toIndexedPerson(row, lists, rhythms)];
  });
}

/** Most people have none of a list: they share this one. */
const none: string[] = [];

/** The lists of everybody. What many have, such as a group, is held once. */
function readLists(store: Store): (n: number) => Lists {
  const held = new Map<string, string>();
  const hold = (text: string) => {
    const known = held.get(text);
    if (known === undefined) held.set(text, text);
    return known ?? text;
  };
  const gather = (sql: string) => {
    const lists = new Map<number, string[]>();
    for (const { person_n, text } of statement<[], ListSqlRow>(store, sql).iterate()) {
      const known = lists.get(person_n);
      if (known) known.push(hold(text));
      else lists.set(person_n, [hold(text)]);
    }
    return lists;
  };
  const nicknames = gather('SELECT person_n, name AS text FROM nickname ORDER BY person_n, position');
  const formerNames = gather(`SELECT person_n, word AS text FROM person_word
    WHERE kind = 'formerName' ORDER BY person_n, position`);
  const tags = gather(`SELECT person_n, word AS text FROM person_word
    WHERE kind = 'tag' ORDER BY person_n, position`);
  const groups = gather(`SELECT person_n, word AS text FROM person_word
    WHERE kind = 'group' ORDER BY person_n, position`);
  return (n) => ({
    nicknames: nicknames.get(n) ?? none,
    formerNames: formerNames.get(n) ?? none,
    tags: tags.get(n) ?? none,
    groups: groups.get(n) ?? none,
  });
}

function readRhythms(store: Store): ReadonlyMap<string, Rhythm> {
  const rows = statement<[], { id: string; floor_days: number; ceiling_days: number }>(
    store,
    'SELECT id, floor_days, ceiling_days FROM circle WHERE ceiling_days IS NOT NULL',
  ).all();
  return new Map(
    rows.map((row) => [row.id, { floorDays: row.floor_days, ceilingDays: row.ceiling_days }] as const),
  );
}

function toIndexedPerson(
  row: PersonSqlRow,
  { nicknames, formerNames, tags, groups }: Lists,
  rhythms: ReadonlyMap<string, Rhythm>,
): IndexedPerson {
  const lastTalkKey = row.last_with_k ?? 0;
  const lastMentionKey = Math.max(lastTalkKey, row.last_mentioned_k ?? 0);
  const lastTalk = lastTalkKey ? dayOfKey(lastTalkKey) : null;
  const rhythm = toRhythm(row);
  const ofCircle = row.circle_id === null ? null : (rhythms.get(row.circle_id) ?? null);
  return {
    n: row.n,
    lastTalkKey,
    lastMentionKey,
    formerNames,
    row: {
      id: row.id,
      name: row.name,
      preferredName: row.preferred_name,
      nicknames,
      circleId: row.circle_id,
      rhythm,
      tags,
      groups,
      photoId: row.photo_id,
      lastTalk,
      lastMention: lastMentionKey ? dayOfKey(lastMentionKey) : null,
      next: nextDay(lastTalk, rhythm ?? ofCircle),
      entryCount: row.entry_count ?? 0,
    },
  };
}
