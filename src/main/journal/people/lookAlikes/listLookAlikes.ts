import { setImmediate } from 'node:timers/promises';
import { KithError } from '../../../../shared/contract/errors.ts';
import type { JournalOutput, JournalParsed } from '../../../../shared/contract/index.ts';
import type { ContactWay } from '../../../../shared/models/person.ts';
import { findLookAlikes, type Likeable, type LookAlikes } from '../../../../shared/rules/lookAlikes.ts';
import type { JournalContext } from '../../context.ts';
import type { Store } from '../../store/openStore.ts';
import { statement } from '../../store/statements.ts';
import { personNumber } from '../getPerson.ts';
import { sayTwoPeople } from '../merge/mergeRecords.ts';

/** What was found last, and for which people and pairs that are two. */
const known = new WeakMap<Store, { readonly version: string; readonly pairs: readonly LookAlikes[] }>();

/** Pairs of people who may be one, most likely first. Lets other questions go first every few milliseconds. */
export async function listLookAlikes(
  context: JournalContext,
  { offset, limit }: JournalParsed<'people.lookAlikes'>,
): Promise<JournalOutput<'people.lookAlikes'>> {
  const pairs = await allLookAlikes(context);
  const row = (n: number) => {
    const id = context.people.name(n)?.id;
    return id === undefined ? undefined : context.people.row(id);
  };
  return {
    total: pairs.length,
    pairs: pairs.slice(offset, offset + limit).flatMap(({ a, b, reasons }) => {
      const [one, other] = [row(a), row(b)];
      return one && other ? [{ people: [one, other] as const, reasons: [...reasons] }] : [];
    }),
  };
}

/** Remembers that two people are two, or forgets it again. Fails with `notFound` and, for one person, `badInput`. */
export function setTwoPeople(
  context: JournalContext,
  { personId, otherId, areTwo }: JournalParsed<'people.setTwoPeople'>,
): null {
  const { db } = context;
  db.transaction(() => {
    const [a, b] = [personNumber(context, personId), personNumber(context, otherId)];
    if (a === undefined || b === undefined) {
      throw new KithError('notFound', 'One of the two is not in the journal any more.');
    }
    if (a === b) throw new KithError('badInput', 'These are one and the same person.');
    if (areTwo) sayTwoPeople(db, a, b);
    else {
      statement(db, 'DELETE FROM not_duplicate WHERE low_n = ? AND high_n = ?').run(
        Math.min(a, b),
        Math.max(a, b),
      );
    }
  })();
  known.delete(db);
  context.changed('person');
  return null;
}

async function allLookAlikes({ db, people }: JournalContext): Promise<readonly LookAlikes[]> {
  const version = String(people.version());
  const before = known.get(db);
  if (before?.version === version) return before.pairs;
  const two = new Set(
    statement<[], string>(db, "SELECT low_n || ' ' || high_n FROM not_duplicate").pluck().all(),
  );
  const finding = findLookAlikes(readLikeable(db), (a, b) => two.has(`${a} ${b}`));
  for (;;) {
    const step = finding.next();
    if (step.done) {
      known.set(db, { version, pairs: step.value });
      return step.value;
    }
    await setImmediate();
  }
}

interface WaySqlRow extends Pick<ContactWay, 'kind' | 'label' | 'value'> {
  readonly person_n: number;
}

function readLikeable(store: Store): readonly Likeable[] {
  const otherNames = gather(
    statement<[], { person_n: number; name: string }>(
      store,
      `SELECT n AS person_n, preferred_name AS name FROM person WHERE preferred_name <> ''
       UNION ALL SELECT person_n, name FROM nickname
       UNION ALL SELECT person_n, word FROM person_word WHERE kind = 'formerName'`,
    ).all(),
  );
  const ways = gather(
    statement<[], WaySqlRow>(
      store,
      `SELECT person_n, kind, label, value FROM contact_way
       WHERE kind IN ('email', 'phone', 'url', 'handle')`,
    ).all(),
  );
  return statement<[], { n: number; name: string }>(store, 'SELECT n, name FROM person ORDER BY n')
    .all()
    .map(({ n, name }) => ({
      n,
      name,
      otherNames: otherNames.get(n)?.map((row) => row.name) ?? [],
      contactWays: ways.get(n) ?? [],
    }));
}

function gather<Row extends { readonly person_n: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const lists = new Map<number, Row[]>();
  for (const row of rows) {
    const list = lists.get(row.person_n);
    if (list) list.push(row);
    else lists.set(row.person_n, [row]);
  }
  return lists;
}
