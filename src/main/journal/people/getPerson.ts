import { KithError } from '../../../shared/contract/errors.ts';
import type { Person, PersonRow } from '../../../shared/models/person.ts';
import type { JournalContext } from '../context.ts';
import { readWholePerson } from '../history/wholePerson.ts';
import { statement } from '../store/statements.ts';

/** Everything known of a person. Fails with `notFound`. */
export function getPerson(context: JournalContext, id: string): Person & PersonRow {
  const n = requirePerson(context, id);
  const row = context.people.row(id);
  if (!row) throw notFound();
  const { person, createdAt, changedAt } = readWholePerson(context.db, n);
  return { ...row, ...person, createdAt, changedAt };
}

/** The number of the person with this id, from the store. Fails with `notFound`. */
export function requirePerson(context: JournalContext, id: string): number {
  const n = personNumber(context, id);
  if (n === undefined) throw notFound();
  return n;
}

/**
 * The number of the person with this id, also of one that they had before they were merged; undefined if there is
 * nobody. Asks the store, not the index, so that it sees what the
 * running transaction wrote.
 */
export function personNumber(context: Pick<JournalContext, 'db'>, id: string): number | undefined {
  return statement<[string, string], number>(
    context.db,
    `SELECT n FROM person WHERE id = ?
     UNION ALL SELECT n FROM person_alias CROSS JOIN person ON n = person_n WHERE old_id = ? LIMIT 1`,
  )
    .pluck()
    .get(id, id);
}

function notFound(): KithError {
  return new KithError('notFound', 'This person is not in the journal any more.');
}
