import type { Rhythm } from '../../../shared/models/circle.ts';
import type { PersonRow } from '../../../shared/models/person.ts';
import { nextDay } from '../../../shared/rules/rhythm.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** A person as the index holds one. */
export interface IndexedPerson {
  readonly n: number;
  readonly row: PersonRow;
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
  readonly entry_count: number | null;
  readonly last_with_k: number | null;
  readonly last_mentioned_k: number | null;
}

interface NicknameSqlRow {
  readonly person_n: number;
  readonly name: string;
}

const noNicknames: readonly string[] = [];

/** Reads everybody, without notes and ways to reach them. */
export function readEverybody(store: Store): readonly IndexedPerson[] {
  const rhythms = readRhythms(store);
  const nicknames = new Map<number, string[]>();
  for (const { person_n, name } of statement<[], NicknameSqlRow>(
    store,
    'SELECT person_n, name FROM nickname ORDER BY person_n, position',
  ).iterate()) {
    const known = nicknames.get(person_n);
    if (known) known.push(name);
    else nicknames.set(person_n, [name]);
  }
  return statement<[], PersonSqlRow>(
    store,
    `SELECT n, id, name, preferred_name, circle_id, entry_count, last_with_k, last_mentioned_k
     FROM person LEFT JOIN person_tally ON person_n = n`,
  )
    .all()
    .map((row) => toIndexedPerson(row, nicknames.get(row.n) ?? noNicknames, rhythms));
}

/** Reads the people with these numbers; those who are gone are left out. */
export function readSome(store: Store, numbers: readonly number[]): readonly IndexedPerson[] {
  const rhythms = readRhythms(store);
  return numbers.flatMap((n) => {
    const row = statement<[number], PersonSqlRow>(
      store,
      `SELECT n, id, name, preferred_name, circle_id, entry_count, last_with_k, last_mentioned_k
       FROM person LEFT JOIN person_tally ON person_n = n WHERE n = ?`,
    ).get(n);
    return row ? [toIndexedPerson(row, readNicknames(store, n), rhythms)] : [];
  });
}

/** The nicknames of one person, in the user's order. */
export function readNicknames(store: Store, n: number): string[] {
  return statement<[number], string>(store, 'SELECT name FROM nickname WHERE person_n = ? ORDER BY position')
    .pluck()
    .all(n);
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
  nicknames: readonly string[],
  rhythms: ReadonlyMap<string, Rhythm>,
): IndexedPerson {
  const lastTalkKey = row.last_with_k ?? 0;
  const lastMentionKey = Math.max(lastTalkKey, row.last_mentioned_k ?? 0);
  const lastTalk = lastTalkKey ? dayOfKey(lastTalkKey) : null;
  const rhythm = row.circle_id === null ? null : (rhythms.get(row.circle_id) ?? null);
  return {
    n: row.n,
    lastTalkKey,
    lastMentionKey,
    row: {
      id: row.id,
      name: row.name,
      preferredName: row.preferred_name,
      nicknames: nicknames as string[],
      circleId: row.circle_id,
      lastTalk,
      lastMention: lastMentionKey ? dayOfKey(lastMentionKey) : null,
      next: nextDay(lastTalk, rhythm),
      entryCount: row.entry_count ?? 0,
    },
  };
}
