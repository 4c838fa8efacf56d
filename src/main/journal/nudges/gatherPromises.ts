import type { Known } from '../../../shared/rules/nudges/known.ts';
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
  readonly person_n: number;
}

/** The promises that were open when `today` began, and were not made after it. */
export function gatherPromises(store: Store, people: KnownPeople, today: string): readonly GatheredPromise[] {
  const open = statement<[], PromiseSqlRow>(
    store,
    `SELECT id, made_by, sentence, made_on, due, entry_id, state, person_n FROM promise
     CROSS JOIN promise_person ON promise_id = id
     WHERE state = 'open' ORDER BY id, person_n`,
  ).all();
  const closed = statement<[string], PromiseSqlRow>(
    store,
    `SELECT id, made_by, sentence, made_on, due, entry_id, state, person_n FROM promise
     CROSS JOIN promise_person ON promise_id = id
     WHERE closed_on = ? AND state IN ('kept', 'letGo') ORDER BY id, person_n`,
  ).all(today);
  const promises = new Map<string, GatheredPromise & { readonly people: Known[] }>();
  for (const row of [...open, ...closed]) {
    const person = people.get(row.person_n);
    if (!person || row.made_on > today) continue;
    const known = promises.get(row.id);
    if (known) known.people.push(person);
    else promises.set(row.id, { ...toPromise(row), people: [person] });
  }
  return [...promises.values()];
}

function toPromise(row: PromiseSqlRow): Omit<GatheredPromise, 'people'> {
  return {
    id: row.id,
    madeBy: row.made_by,
    sentence: row.sentence,
    madeOn: row.made_on,
    due: row.due,
    entryId: row.entry_id,
    isClosed: row.state !== 'open',
  };
}
