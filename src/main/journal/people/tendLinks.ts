import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/**
 * Links of one step: about 10 ms. Nearly everybody is in fewer entries; for who is in more, the lists of a circle's
 * entries follow in quiet moments.
 */
const LINKS = 400;

interface WorkSqlRow {
  readonly person_n: number;
  readonly after_role: string;
  readonly after_k: number;
}

interface LinkSqlRow {
  readonly role: string;
  readonly k: number;
}

/**
 * Lets what follows from the circle of the person `n` follow, as far as one step goes. Call it inside the transaction
 * that deleted somebody, brought them back or moved them to another circle.
 */
export function tendLinksOf(store: Store, n: number): void {
  const work = statement<[number], WorkSqlRow>(
    store,
    'SELECT person_n, after_role, after_k FROM link_work WHERE person_n = ?',
  ).get(n);
  if (work) doStep(store, work);
}

/** A task for quiet moments: one step for somebody who waits. */
export function tendLinks({ db, changed }: JournalContext): boolean {
  const work = statement<[], WorkSqlRow>(
    db,
    'SELECT person_n, after_role, after_k FROM link_work LIMIT 1',
  ).get();
  if (!work) return false;
  const isDone = db.transaction(() => doStep(db, work))();
  if (isDone) changed('entry');
  return true;
}

/** Whether that was all. */
function doStep(store: Store, { person_n, after_role, after_k }: WorkSqlRow): boolean {
  const links = statement<[number, string, number, number], LinkSqlRow>(
    store,
    `SELECT role, k FROM entry_person WHERE person_n = ? AND (role, k) > (?, ?) ORDER BY role, k LIMIT ?`,
  ).all(person_n, after_role, after_k, LINKS);
  if (isSomewhere(store, person_n)) followCircle(store, person_n, links);
  else dropLinks(store, person_n, links);
  const last = links.at(-1);
  if (links.length < LINKS || !last) {
    statement(store, 'DELETE FROM link_work WHERE person_n = ?').run(person_n);
    return true;
  }
  statement(store, 'UPDATE link_work SET after_role = ?, after_k = ? WHERE person_n = ?').run(
    last.role,
    last.k,
    person_n,
  );
  return false;
}

function isSomewhere(store: Store, n: number): boolean {
  return (
    statement<[number, number]>(
      store,
      'SELECT 1 FROM person WHERE n = ? UNION ALL SELECT 1 FROM trash WHERE person_n = ? LIMIT 1',
    ).get(n, n) !== undefined
  );
}

/** Makes `entry_circle` true for these entries, whatever circle the person was in before. */
function followCircle(store: Store, n: number, links: readonly LinkSqlRow[]): void {
  const keys = JSON.stringify(links.map(({ k }) => k));
  statement(
    store,
    `DELETE FROM entry_circle WHERE k IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
       SELECT 1 FROM entry_person INDEXED BY entry_person_by_entry
       CROSS JOIN person ON person.n = entry_person.person_n
       WHERE entry_person.k = entry_circle.k AND person.circle_id = entry_circle.circle_id)`,
  ).run(keys);
  statement(
    store,
    `INSERT OR IGNORE INTO entry_circle (circle_id, k)
     SELECT circle_id, value FROM json_each(?), person WHERE n = ? AND circle_id IS NOT NULL`,
  ).run(keys, n);
}

/** Nobody can come back to these. */
function dropLinks(store: Store, n: number, links: readonly LinkSqlRow[]): void {
  const drop = statement(store, 'DELETE FROM entry_person WHERE person_n = ? AND role = ? AND k = ?');
  for (const { role, k } of links) drop.run(n, role, k);
}
