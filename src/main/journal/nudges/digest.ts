import type { Digest, DigestPlan } from '../../../shared/contract/nudges.ts';
import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import { callName, type PersonName } from '../../../shared/models/person.ts';
import { type DigestTime, isDigestDue } from '../../../shared/rules/digestTime.ts';
import type { JournalContext } from '../context.ts';
import { readSettings } from '../settings/handlers.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { nudgesToday } from './nudgesToday.ts';

/** Whoever leaves the journal locked for longer is not told any more. */
const PLANNED_DAYS = 7;
const NAMES = 3;

/** The digest of today, if it is its time and there is one. After this it counts as told, for the whole day. */
export function takeDigest(context: JournalContext): Digest | null {
  const { db, clock } = context;
  const now = clock.local();
  if (!isDigestDue(readDigestTime(db), now)) return null;
  writeToldOn(db, now.day);
  const people = peopleOfToday(context);
  if (people.length === 0) return null;
  const { privateNotifications } = readSettings(db);
  return {
    count: people.length,
    names: privateNotifications ? null : people.slice(0, NAMES).map(callName),
  };
}

/** When the digest will be told, and on which of the next days there is something to tell. Yields between the days. */
export async function planDigest(context: JournalContext): Promise<DigestPlan> {
  const time = readDigestTime(context.db);
  const today = context.clock.local().day;
  const days: string[] = [];
  for (let ahead = 0; time.hour !== null && ahead < PLANNED_DAYS; ahead += 1) {
    const day = dayOfNumber(dayNumber(today) + ahead);
    if (peopleOfToday(onDay(context, day)).length > 0) days.push(day);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...time, plannedOn: today, days };
}

/** Everybody whom a nudge that is shown and not done yet is about, the first first. */
function peopleOfToday(context: JournalContext): readonly PersonName[] {
  const { three, occasions, promises, replies, others } = nudgesToday(context);
  const open = [
    ...three.flatMap(({ nudge, act }) => (act === null ? [nudge] : [])),
    ...occasions,
    ...promises,
    ...replies,
    ...others,
  ];
  const people = open.flatMap((nudge) => nudge.people);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** The same journal on another day. */
function onDay(context: JournalContext, day: string): JournalContext {
  const { now } = context.clock;
  return { ...context, clock: { now, local: () => ({ day, time: '12:00' }) } };
}

// Beside what the user chose, and no setting of theirs.
const TOLD_ON = 'digestToldOn';

function readDigestTime(store: Store): DigestTime {
  const toldOn = statement<[string], string>(store, 'SELECT value FROM setting WHERE name = ?')
    .pluck()
    .get(TOLD_ON);
  return {
    hour: readSettings(store).digestHour,
    toldOn: toldOn === undefined ? null : (JSON.parse(toldOn) as string),
  };
}

function writeToldOn(store: Store, day: string): void {
  statement(
    store,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(TOLD_ON, JSON.stringify(day));
}
