import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import type { Channel } from '../../../shared/models/entry.ts';
import { type GatheredTurns, TURN_DAYS } from '../../../shared/rules/nudges/letRest.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey, firstKeyOf, lastKeyOf } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { fromAfar } from './channels.ts';
import type { KnownPeople } from './gatherPeople.ts';

interface TurnSqlRow {
  readonly k: number;
  readonly begun_by: string;
  readonly channel: Channel;
}

/** Whom the user turned to from afar within 30 days, and who turned to them. */
export function gatherTurns(
  context: JournalContext,
  people: KnownPeople,
  today: string,
): readonly GatheredTurns[] {
  const rows = statement<[number, number], TurnSqlRow>(
    context.db,
    `SELECT k, begun_by, channel FROM entry INDEXED BY entry_by_beginner
     WHERE begun_by IS NOT NULL AND k BETWEEN ? AND ? ORDER BY k`,
  ).all(firstKeyOf(dayOfNumber(Math.max(1, dayNumber(today) - TURN_DAYS))), lastKeyOf(today));
  const begun = new Map<number, Set<string>>();
  const theirs = new Map<number, number>();
  for (const { k, begun_by, channel } of rows) {
    if (begun_by !== 'me') {
      const n = context.people.number(begun_by);
      if (n !== undefined) theirs.set(n, (theirs.get(n) ?? 0) + 1);
    } else if (fromAfar.has(channel) && dayOfKey(k) < today) {
      for (const n of peopleWith(context.db, k)) addTo(begun, n, dayOfKey(k));
    }
  }
  return [...begun].flatMap(([n, days]) => {
    const person = people.get(n);
    return person ? [{ person, daysBegun: [...days], theirs: theirs.get(n) ?? 0 }] : [];
  });
}

function addTo(all: Map<number, Set<string>>, n: number, day: string): void {
  const days = all.get(n);
  if (days) days.add(day);
  else all.set(n, new Set([day]));
}

function peopleWith(store: Store, k: number): readonly number[] {
  return statement<[number], number>(
    store,
    `SELECT person_n FROM entry_person INDEXED BY entry_person_by_entry WHERE k = ? AND role = 'with'`,
  )
    .pluck()
    .all(k);
}
