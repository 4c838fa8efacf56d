import { trashedUntil } from '../../../shared/rules/trashTime.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Photos of one step. */
const STEP = 10;

/** When each store was last gone through, to the end. */
const wentThrough = new WeakMap<Store, string>();

/**
 * A task for quiet moments, once a day: removes a few of the pictures that are older than thirty days and that neither a
 * person, an earlier version, the trash nor anything unsaved names any more.
 */
export function expirePhotos({ db, clock }: JournalContext): boolean {
  const { day } = clock.local();
  if (wentThrough.get(db) === day) return false;
  const unused = findUnused(db, trashedUntil(clock.now()));
  db.transaction(() => {
    for (const id of unused) statement(db, 'DELETE FROM photo WHERE id = ?').run(id);
  })();
  if (unused.length === STEP) return true;
  wentThrough.set(db, day);
  return false;
}

/** The plus keeps SQLite from comparing as the column does, which the index of an expression cannot. */
function findUnused(store: Store, until: number): readonly string[] {
  return statement<[number, number], string>(
    store,
    `SELECT id FROM photo
     WHERE created_at <= ?
       AND NOT EXISTS (SELECT 1 FROM person WHERE photo_id = photo.id)
       AND NOT EXISTS (SELECT 1 FROM person_history WHERE content ->> '$.person.photoId' = +photo.id)
       AND NOT EXISTS (SELECT 1 FROM trash WHERE content ->> '$.person.photoId' = +photo.id)
       AND NOT EXISTS (SELECT 1 FROM record_change WHERE instr(content, photo.id))
       AND NOT EXISTS (SELECT 1 FROM draft WHERE instr(content, photo.id))
     LIMIT ?`,
  )
    .pluck()
    .all(until, STEP);
}
