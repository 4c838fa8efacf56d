import { daysSince } from '../../../shared/rules/nudges/known.ts';
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
  return [...people].flatMap(([n, person]) => {
    if (person.lastTalk === null || daysSince(person.lastTalk, today) > AFAR_DAYS) return [];
    if ((index.row(person.id)?.entryCount ?? 0) < LEAST_AFAR || wasMet(db, n, before)) return [];
    return [{ person, count: countTalks(db, n, before) }];
  });
}

function wasMet(store: Store, n: number, before: number): boolean {
  return (
    statement<[number, number]>(
      store,
      `SELECT 1 FROM entry_person AS link
       CROSS JOIN entry INDEXED BY entry_met ON entry.k = link.k AND entry.channel IN ('inPerson', 'event')
       WHERE link.person_n = ? AND link.role = 'with' AND link.k < ? LIMIT 1`,
    ).get(n, before) !== undefined
  );
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
