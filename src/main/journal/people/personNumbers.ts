import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { numberByOldId } from './aliases.ts';

/** The number of the person with this id, in the journal or in the trash; undefined if they are in neither. */
export function numberOfAnybody(store: Store, id: string): number | undefined {
  return (
    statement<[string], number>(store, 'SELECT n FROM person WHERE id = ?').pluck().get(id) ??
    numberByOldId(store, id) ??
    statement<[string], number>(
      store,
      `SELECT person_n FROM trash WHERE subject_id = ? AND person_n IS NOT NULL
       ORDER BY deleted_at DESC, id DESC LIMIT 1`,
    )
      .pluck()
      .get(id)
  );
}
