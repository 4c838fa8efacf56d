import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalParsed } from '../../../shared/contract/index.ts';
import { callName } from '../../../shared/models/person.ts';
import type { TieDraft } from '../../../shared/models/tie.ts';
import {
  endsBefore,
  meaningOfTie,
  storeTie,
  type TieBetween,
} from '../../../shared/rules/network/turnTie.ts';
import type { JournalContext } from '../context.ts';
import { changeRecords } from '../history/recordChanges.ts';
import { requirePerson } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { type TieSqlRow, toStoredTie } from './readTies.ts';

/** A tie that can be written, with the numbers of its people. */
export interface ReadyTie {
  readonly tie: TieBetween;
  readonly fromN: number;
  readonly toN: number;
  /** Both names, for undo and for what is said. */
  readonly name: string;
}

/** Ties two people. Fails with `notFound` for nobody, `alreadyThere`, and `badInput` for what cannot be. */
export function createTie(
  context: JournalContext,
  { tie: given }: JournalParsed<'ties.create'>,
): { readonly id: string } {
  const { personId, otherId, kind, words = '', reverseWords = '', since = null, until = null } = given;
  const id = context.newId();
  const ready = readyTie(context, { personId, otherId, kind, words, reverseWords, since, until }, id);
  const now = context.clock.now();
  changeRecords(context, { action: 'tieAdded', name: ready.name, records: [{ kind: 'tie', id }] }, () =>
    insertTie(context.db, id, ready, { createdAt: now, changedAt: now }),
  );
  return { id };
}

/** Makes another of a tie. Where it is the same, nothing is written. Fails as {@link createTie} does. */
export function updateTie(context: JournalContext, { id, tie: draft }: JournalParsed<'ties.update'>): void {
  const { db, clock } = context;
  const { row } = requireTie(context, id);
  const ready = readyTie(context, draft, id);
  const { from_n, to_n, kind, words, reverse_words, since, until } = row;
  const before = [from_n, to_n, kind, words, reverse_words, since, until];
  if (JSON.stringify(before) === JSON.stringify(columnsOf(ready))) return;
  changeRecords(context, { action: 'tieChanged', name: ready.name, records: [{ kind: 'tie', id }] }, () =>
    statement(
      db,
      `UPDATE tie SET from_n = ?, to_n = ?, kind = ?, words = ?, reverse_words = ?, since = ?, until = ?,
         changed_at = ?
       WHERE id = ?`,
    ).run(...columnsOf(ready), clock.now(), id),
  );
}

/** Deletes a tie. Fails with `notFound`. */
export function removeTie(context: JournalContext, id: string): void {
  const { name } = requireTie(context, id);
  changeRecords(context, { action: 'tieRemoved', name, records: [{ kind: 'tie', id }] }, () =>
    statement(context.db, 'DELETE FROM tie WHERE id = ?').run(id),
  );
}

function columnsOf({ tie, fromN, toN }: ReadyTie) {
  return [fromN, toN, tie.kind, tie.words, tie.reverseWords, tie.since, tie.until] as const;
}

/** Adds a tie that {@link readyTie} found to be possible, inside the caller's transaction. */
export function insertTie(
  store: Store,
  id: string,
  ready: ReadyTie,
  { createdAt, changedAt }: { readonly createdAt: number; readonly changedAt: number },
): void {
  statement(
    store,
    `INSERT INTO tie (id, from_n, to_n, kind, words, reverse_words, since, until, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, ...columnsOf(ready), createdAt, changedAt);
}

/**
 * The tie as it is kept, if it can be, beside all but the one called `id`. Fails with `notFound` for nobody, with
 * `alreadyThere`, and with `badInput` for what cannot be.
 */
export function readyTie(context: JournalContext, draft: TieDraft, id: string): ReadyTie {
  const { db, people } = context;
  const tie = storeTie(draft);
  const [fromN, toN] = [requirePerson(context, tie.fromId), requirePerson(context, tie.toId)];
  if (fromN === toN)
    throw new KithError('badInput', 'Nobody has a tie with themselves. Choose somebody else.');
  if (tie.kind === 'own' && tie.words === '') {
    throw new KithError('badInput', 'Say in a word or two what they are to each other.');
  }
  if (endsBefore(tie.until, tie.since)) {
    throw new KithError('badInput', 'This would be over before it began. Please look at the two dates.');
  }
  const say = (n: number) => callName(people.name(n) ?? { name: '', preferredName: '' });
  if (isTiedSo(db, tie, fromN, toN, id)) {
    throw new KithError('alreadyThere', `You have written that of ${say(fromN)} and ${say(toN)} already.`);
  }
  if (tie.kind === 'parent') assertDescent(db, fromN, toN, id, say);
  return { tie, fromN, toN, name: `${say(fromN)} and ${say(toN)}` };
}

/** Nobody is the parent of one of their own ancestors. */
function assertDescent(
  store: Store,
  parent: number,
  child: number,
  id: string,
  say: (n: number) => string,
): void {
  const ancestors = readAncestors(store, parent, id);
  if (!ancestors.has(child)) return;
  const isParent = statement(
    store,
    `SELECT 1 FROM tie WHERE from_n = ? AND to_n = ? AND kind = 'parent' AND id <> ?`,
  ).get(child, parent, id);
  throw new KithError(
    'badInput',
    isParent
      ? `${say(child)} is ${say(parent)}’s parent already, and can’t be their child as well.`
      : `${say(child)} comes before ${say(parent)} in the family already: nobody is their own ancestor.`,
  );
}

/** The numbers of all who come before a person in their family, without regard to the tie called `id`. */
function readAncestors(store: Store, n: number, id: string): ReadonlySet<number> {
  return new Set(
    statement<[object], number>(
      store,
      `WITH RECURSIVE ancestor (n) AS (
         SELECT from_n FROM tie WHERE to_n = @n AND kind = 'parent' AND id <> @id
         UNION SELECT from_n FROM ancestor CROSS JOIN tie ON to_n = ancestor.n AND kind = 'parent' AND id <> @id)
       SELECT n FROM ancestor`,
    )
      .pluck()
      .all({ n, id }),
  );
}

function isTiedSo(store: Store, tie: TieBetween, fromN: number, toN: number, id: string): boolean {
  const between = statement<[object], TieSqlRow>(
    store,
    `SELECT * FROM tie WHERE from_n = @a AND to_n = @b UNION ALL SELECT * FROM tie WHERE from_n = @b AND to_n = @a`,
  ).all({ a: fromN, b: toN });
  const idOf = (n: number) => (n === fromN ? tie.fromId : tie.toId);
  const meaning = meaningOfTie(tie);
  return between.some(
    (row) => row.id !== id && meaningOfTie(toStoredTie(row, idOf(row.from_n), idOf(row.to_n))) === meaning,
  );
}

function requireTie(
  { db, people }: JournalContext,
  id: string,
): { readonly row: TieSqlRow; readonly name: string } {
  const row = statement<[string], TieSqlRow>(db, 'SELECT * FROM tie WHERE id = ?').get(id);
  const [from, to] = row ? [people.name(row.from_n), people.name(row.to_n)] : [];
  if (!row || !from || !to) throw new KithError('notFound', 'This is not in the journal any more.');
  return { row, name: `${callName(from)} and ${callName(to)}` };
}
