import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import { AFAR_DAYS, type GatheredAfar, LEAST_AFAR } from '../../../shared/rules/nudges/timeToMeet.ts';
import type { JournalContext } from '../context.ts';
import { firstKeyOf } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import type { KnownPeople } from './gatherPeople.ts';

/** Those who were in touch of late, often, and never met. */
export function gatherAfar(
  { db, people: index }: JournalContext,
  people: KnownPeople,
  today: string,
): readonly GatheredAfar[] {
  const before = firstKeyOf(today);
  const since = dayOfNumber(Math.max(1, dayNumber(today) - AFAR_DAYS));
  const inTouch = [...people].flatMap(([n, { id, lastTalk }]) =>
    lastTalk !== null && lastTalk >= since && (index.row(id)?.entryCount ?? 0) >= LEAST_AFAR ? [n] : [],
  );
  return neverMet(db, inTouch, before).flatMap((n) => {
    const person = people.get(n);
    return person ? [{ person, count: countTalks(db, n, before) }] : [];
  });
}

/** Those of the people `numbers` who took part in no meeting. */
function neverMet(store: Store, numbers: readonly number[], before: number): readonly number[] {
  return statement<[string, number], number>(
    store,
    `SELECT wanted.value FROM json_each(?) AS wanted WHERE NOT EXISTS (
       SELECT 1 FROM entry_person AS link
       CROSS JOIN entry INDEXED BY entry_met ON entry.k = link.k AND entry.channel IN ('inPerson', 'event')
       WHERE link.person_n = wanted.value AND link.role = 'with' AND link.k < ?
     )`,
  )
    .pluck()
    .all(JSON.stringify(numbers), before);
}

function countTalks(store: Store, n: number, before: number): number {
  return (
    statement<[number, number], number>(
      store,
      `SELECT count(*) FROM entry_person WHERE person_n = ? AND role = 'with' AND k < ?`,
    )
      .pluck()
      .get(n, before) ?? 0
  );
}
