import type { GatheredPromise } from '../../../shared/rules/nudges/promises.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import type { KnownPeople } from './gatherPeople.ts';

interface PromiseSqlRow {
  readonly id: string;
  readonly made_by: 'me' | 'them';
  readonly sentence: string;
  readonly made_on: string;
  readonly due: string | null;
  readonly entry_id: string | null;
  readonly state: 'open' | 'kept' | 'letGo';
}

/** The promises that were open when `today` began, and were not made after it. */
export function gatherPromises(store: Store, people: KnownPeople, today: string): readonly GatheredPromise[] {
  const open = statement<[], PromiseSqlRow>(
    store,
    `SELECT id, made_by, sentence, made_on, due, entry_id, state FROM promise WHERE state = 'open'`,
  ).all();
  const closed = statement<[string], PromiseSqlRow>(
    store,
    `SELECT id, made_by, sentence, made_on, due, entry_id, state FROM promise
     WHERE closed_on = ? AND state IN ('kept', 'letGo')`,
  ).all(today);
  return [...open, ...closed].flatMap((row) => {
    if (row.made_on > today) return [];
    const known = peopleOf(store, row.id).flatMap((n) => people.get(n) ?? []);
    return [
      {
        id: row.id,
        madeBy: row.made_by,
        sentence: row.sentence,
        people: known,
        madeOn: row.made_on,
        due: row.due,
        entryId: row.entry_id,
        isClosed: row.state !== 'open',
      },
    ];
  });
}

function peopleOf(store: Store, id: string): readonly number[] {
  return statement<[string], number>(
    store,
    'SELECT person_n FROM promise_person WHERE promise_id = ? ORDER BY person_n',
  )
    .pluck()
    .all(id);
}
