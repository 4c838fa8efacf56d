import type { PersonRow } from '../../../shared/models/person.ts';
import type { Known } from '../../../shared/rules/nudges/known.ts';
import { readCircles } from '../circles/listCircles.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey, firstKeyOf, lastKeyOf } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Everybody by number, as nudges see them when `today` begins. */
export type KnownPeople = ReadonlyMap<number, Known>;

/** Reads everybody out of the index in memory. Only those with entries of today or later take a look at the store. */
export function gatherPeople(
  context: JournalContext,
  lastDone: ReadonlyMap<string, string>,
  today: string,
): KnownPeople {
  const circles = new Map(
    readCircles(context.db).map((circle, closeness) => [circle.id, { ...circle, closeness }] as const),
  );
  const known = new Map<number, Known>();
  for (const row of context.people.all()) {
    const n = context.people.number(row.id);
    if (n === undefined) continue;
    const circle = row.circleId === null ? undefined : circles.get(row.circleId);
    known.set(n, {
      id: row.id,
      name: row.name,
      preferredName: row.preferredName,
      circleName: circle?.name ?? null,
      closeness: circle?.closeness ?? null,
      rhythm: row.rhythm ?? circle?.rhythm ?? null,
      lastDone: lastDone.get(row.id) ?? null,
      ...timesBefore(context.db, n, row, today),
    });
  }
  return known;
}

type Times = Pick<Known, 'lastTalk' | 'lastMention' | 'isTurnedTo'>;

function timesBefore(store: Store, n: number, { lastTalk, lastMention }: PersonRow, today: string): Times {
  if (lastMention === null || lastMention < today) return { lastTalk, lastMention, isTurnedTo: false };
  const talk = lastTalk !== null && lastTalk >= today ? lastBefore(store, n, 'with', today) : lastTalk;
  const mention = lastBefore(store, n, 'mentioned', today);
  return {
    lastTalk: talk,
    lastMention: talk === null || (mention ?? '') > talk ? mention : talk,
    // Of those who are only ever written about, writing is all that can be seen.
    isTurnedTo:
      hasEntryOn(store, n, 'with', today) || (talk === null && hasEntryOn(store, n, 'mentioned', today)),
  };
}

function lastBefore(store: Store, n: number, role: string, today: string): string | null {
  const k = statement<[number, string, number], number | null>(
    store,
    'SELECT max(k) FROM entry_person WHERE person_n = ? AND role = ? AND k < ?',
  )
    .pluck()
    .get(n, role, firstKeyOf(today));
  return k ? dayOfKey(k) : null;
}

function hasEntryOn(store: Store, n: number, role: string, day: string): boolean {
  const found = statement<[number, string, number, number]>(
    store,
    'SELECT 1 FROM entry_person WHERE person_n = ? AND role = ? AND k BETWEEN ? AND ? LIMIT 1',
  ).get(n, role, firstKeyOf(day), lastKeyOf(day));
  return found !== undefined;
}
