import { monthDayOf } from '../../../shared/models/partialDate.ts';
import type { PersonDate } from '../../../shared/models/person.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Makes the dates of a person these. */
export function writeDates(store: Store, n: number, dates: readonly PersonDate[]): void {
  statement(store, 'DELETE FROM person_date WHERE person_n = ?').run(n);
  const insert = statement(
    store,
    'INSERT INTO person_date (person_n, position, kind, label, date, month_day) VALUES (?, ?, ?, ?, ?, ?)',
  );
  dates.forEach(({ kind, label, date }, position) => {
    insert.run(n, position, kind, label, date, monthDayOf(date));
  });
}

/** The dates of a person, in the user's order. */
export function readDates(store: Store, n: number): PersonDate[] {
  return statement<[number], PersonDate>(
    store,
    'SELECT kind, label, date FROM person_date WHERE person_n = ? ORDER BY position',
  ).all(n);
}
