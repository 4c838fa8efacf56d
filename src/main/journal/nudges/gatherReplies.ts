import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import type { Channel } from '../../../shared/models/entry.ts';
import type { GatheredReply } from '../../../shared/rules/nudges/replyOwed.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey, firstKeyOf } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { written } from './channels.ts';
import type { KnownPeople } from './gatherPeople.ts';

const LOOK_BACK_DAYS = 60;

interface TurnSqlRow {
  readonly k: number;
  readonly begun_by: string;
  readonly channel: Channel;
}

/** What others wrote to the user within 60 days, and nothing passed between them since, until `today` began. */
export function gatherReplies(
  context: JournalContext,
  people: KnownPeople,
  today: string,
): readonly GatheredReply[] {
  const { db } = context;
  const first = firstKeyOf(dayOfNumber(Math.max(1, dayNumber(today) - LOOK_BACK_DAYS)));
  const turns = statement<[number, number], TurnSqlRow>(
    db,
    `SELECT k, begun_by, channel FROM entry INDEXED BY entry_by_beginner
     WHERE begun_by IS NOT NULL AND k >= ? AND k < ? ORDER BY k`,
  ).all(first, firstKeyOf(today));
  const last = new Map<number, TurnSqlRow>();
  for (const turn of turns) {
    const n = context.people.number(turn.begun_by);
    if (n !== undefined) last.set(n, turn);
  }
  return [...last].flatMap(([n, { k, channel }]) => {
    const person = people.get(n);
    if (!person || !written.has(channel) || person.lastTalk !== dayOfKey(k)) return [];
    if (hasTalkBetween(db, n, k, firstKeyOf(today))) return [];
    return [{ person, entryId: idOfEntry(db, k), day: dayOfKey(k) }];
  });
}

function hasTalkBetween(store: Store, n: number, after: number, before: number): boolean {
  return (
    statement<[number, number, number]>(
      store,
      `SELECT 1 FROM entry_person WHERE person_n = ? AND role = 'with' AND k > ? AND k < ? LIMIT 1`,
    ).get(n, after, before) !== undefined
  );
}

function idOfEntry(store: Store, k: number): string {
  return statement<[number], string>(store, 'SELECT id FROM entry WHERE k = ?').pluck().get(k) ?? '';
}
