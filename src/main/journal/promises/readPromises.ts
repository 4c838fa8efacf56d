import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { PromiseWithSource } from '../../../shared/contract/promises.ts';
import type { PersonName } from '../../../shared/models/person.ts';
import type { PersonalPromise, PromiseState } from '../../../shared/models/promise.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { requirePerson } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

interface PromiseSqlRow {
  readonly id: string;
  readonly made_by: 'me' | 'them';
  readonly sentence: string;
  readonly made_on: string;
  readonly due: string | null;
  readonly state: PromiseState;
  readonly closed_on: string | null;
  readonly entry_id: string | null;
  readonly created_at: number;
  readonly changed_at: number;
}

const COLUMNS = `id, made_by, sentence, made_on, due, state, closed_on, entry_id, created_at, changed_at`;

/** A stretch of the promises of one state, and how many there are. Fails with `notFound` for nobody. */
export function listPromises(
  context: JournalContext,
  input: JournalParsed<'promises.list'>,
): JournalOutput<'promises.list'> {
  const rows =
    input.personId === undefined
      ? rowsOfAll(context.db, input)
      : rowsOfPerson(context.db, requirePerson(context, input.personId), input);
  const { total, read } = rows;
  return { total, promises: read.map((row) => withSource(context.db, toPromise(context.db, row))) };
}

interface Rows {
  readonly total: number;
  readonly read: readonly PromiseSqlRow[];
}

type Wanted = Pick<JournalParsed<'promises.list'>, 'state' | 'madeBy' | 'offset' | 'limit'>;

function rowsOfAll(store: Store, { state, madeBy: by, offset, limit }: Wanted): Rows {
  const madeBy = by ?? null;
  const total = statement<[string, string | null], number>(
    store,
    'SELECT count(*) FROM promise WHERE state = ? AND made_by = ifnull(?, made_by)',
  )
    .pluck()
    .get(state, madeBy);
  const open = `SELECT ${COLUMNS} FROM promise INDEXED BY promise_by_state
     WHERE state = ? AND made_by = ifnull(?, made_by)
     ORDER BY ifnull(due, '9999-99-99'), made_on, id LIMIT ? OFFSET ?`;
  const closed = `SELECT ${COLUMNS} FROM promise INDEXED BY promise_by_closing
     WHERE closed_on IS NOT NULL AND state = ? AND made_by = ifnull(?, made_by)
     ORDER BY closed_on DESC, id DESC LIMIT ? OFFSET ?`;
  const read = statement<[string, string | null, number, number], PromiseSqlRow>(
    store,
    state === 'open' ? open : closed,
  ).all(state, madeBy, limit, offset);
  return { total: total ?? 0, read };
}

/** Of one person there are few: they are put in order here. */
function rowsOfPerson(store: Store, n: number, { state, madeBy: by, offset, limit }: Wanted): Rows {
  const madeBy = by ?? null;
  const all = statement<[number, string, string | null], PromiseSqlRow>(
    store,
    `SELECT ${COLUMNS} FROM promise_person INDEXED BY promise_person_by_person
     CROSS JOIN promise ON id = promise_id
     WHERE person_n = ? AND state = ? AND made_by = ifnull(?, made_by)`,
  ).all(n, state, madeBy);
  const place = (row: PromiseSqlRow) => [row.due ?? '9999-99-99', row.made_on, row.id].join(' ');
  const closing = (row: PromiseSqlRow) => [row.closed_on ?? '', row.id].join(' ');
  const read =
    state === 'open'
      ? all.sort((a, b) => compare(place(a), place(b)))
      : all.sort((a, b) => compare(closing(b), closing(a)));
  return { total: all.length, read: read.slice(offset, offset + limit) };
}

/** The promises that were made in an entry, oldest first; dismissed ones only with `alsoDismissed`. */
export function promisesOfEntry(store: Store, entryId: string, alsoDismissed = false): PersonalPromise[] {
  return statement<[string, number], PromiseSqlRow>(
    store,
    `SELECT ${COLUMNS} FROM promise INDEXED BY promise_by_entry
     WHERE entry_id = ? AND (? OR state <> 'dismissed') ORDER BY created_at, id`,
  )
    .all(entryId, alsoDismissed ? 1 : 0)
    .map((row) => toPromise(store, row));
}

/** One promise; undefined if it is not there. */
export function readPromise(store: Store, id: string): PersonalPromise | undefined {
  const row = statement<[string], PromiseSqlRow>(store, `SELECT ${COLUMNS} FROM promise WHERE id = ?`).get(
    id,
  );
  return row && toPromise(store, row);
}

function withSource(store: Store, promise: PersonalPromise): PromiseWithSource {
  const k = promise.entryId === null ? undefined : keyOfEntry(store, promise.entryId);
  return { ...promise, entryDay: k === undefined ? null : dayOfKey(k) };
}

function toPromise(store: Store, row: PromiseSqlRow): PersonalPromise {
  return {
    id: row.id,
    madeBy: row.made_by,
    sentence: row.sentence,
    people: peopleOf(store, row.id),
    madeOn: row.made_on,
    due: row.due,
    state: row.state,
    closedOn: row.closed_on,
    entryId: row.entry_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** By whom or to whom it was made, without those in the trash. */
function peopleOf(store: Store, promiseId: string): PersonName[] {
  return statement<[string], PersonName>(
    store,
    `SELECT person.id, name, preferred_name AS preferredName
     FROM promise_person CROSS JOIN person ON n = person_n WHERE promise_id = ? ORDER BY person_n`,
  ).all(promiseId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
