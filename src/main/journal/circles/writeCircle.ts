import { KithError } from '../../../shared/contract/errors.ts';
import type { CircleDraft } from '../../../shared/models/circle.ts';
import type { JournalContext } from '../context.ts';
import { changeRecords } from '../history/recordChanges.ts';
import { assertCircle } from '../people/insertPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Adds a circle outside all others. Fails with `badInput` where another is called the same. */
export function createCircle(context: JournalContext, draft: CircleDraft): { readonly id: string } {
  const { db, newId } = context;
  const id = newId();
  changeRecords(
    context,
    { action: 'circleAdded', name: draft.name, records: [{ kind: 'circle', id }] },
    () => {
      assertFreeName(db, draft.name, id);
      statement(
        db,
        `INSERT INTO circle (id, name, position, size, floor_days, ceiling_days)
       VALUES (?, ?, (SELECT ifnull(max(position), 0) + 1 FROM circle), ?, ?, ?)`,
      ).run(id, draft.name, draft.size, draft.rhythm?.floorDays ?? null, draft.rhythm?.ceilingDays ?? null);
    },
  );
  return { id };
}

/** Changes a circle. Fails with `notFound`, or `badInput` where another is called the same. */
export function updateCircle(context: JournalContext, id: string, draft: CircleDraft): void {
  const { db } = context;
  const { name } = requireCircle(db, id);
  changeRecords(context, { action: 'circleChanged', name, records: [{ kind: 'circle', id }] }, () => {
    assertFreeName(db, draft.name, id);
    statement(db, 'UPDATE circle SET name = ?, size = ?, floor_days = ?, ceiling_days = ? WHERE id = ?').run(
      draft.name,
      draft.size,
      draft.rhythm?.floorDays ?? null,
      draft.rhythm?.ceilingDays ?? null,
      id,
    );
  });
}

/** Puts the circles into an order, innermost first. Fails with `badInput` unless each is named once. */
export function reorderCircles(context: JournalContext, ids: readonly string[]): void {
  const { db } = context;
  const known = statement<[], string>(db, 'SELECT id FROM circle').pluck().all();
  if (ids.length !== known.length || known.some((id) => !ids.includes(id))) {
    throw new KithError('badInput', 'The circles have changed meanwhile. Please look at them again.');
  }
  const records = ids.map((id) => ({ kind: 'circle', id }) as const);
  changeRecords(context, { action: 'circlesMoved', name: '', records }, () => {
    const move = statement(db, 'UPDATE circle SET position = ? WHERE id = ?');
    ids.forEach((id, at) => {
      move.run(at + 1, id);
    });
  });
}

/**
 * Deletes a circle, and moves its people to another or to none. Fails with `notFound`, or with `badInput` where they
 * would be moved to a circle that there is not.
 */
export function removeCircle(context: JournalContext, id: string, moveTo: string | null): void {
  const { db } = context;
  const { name } = requireCircle(db, id);
  if (moveTo === id) throw new KithError('badInput', 'Choose another circle for its people.');
  assertCircle(db, moveTo);
  changeRecords(context, { action: 'circleRemoved', name, records: [{ kind: 'circle', id }] }, () => {
    statement(db, 'UPDATE person SET circle_id = ? WHERE circle_id = ?').run(moveTo, id);
    // What named its people says so no more; their new circle follows in quiet moments (people/tendLinks.ts).
    statement(db, 'DELETE FROM entry_circle WHERE circle_id = ?').run(id);
    statement(db, 'DELETE FROM circle WHERE id = ?').run(id);
  });
}

function requireCircle(store: Store, id: string): { readonly name: string } {
  const row = statement<[string], { name: string }>(store, 'SELECT name FROM circle WHERE id = ?').get(id);
  if (!row) throw new KithError('notFound', 'This circle is not in the journal any more.');
  return row;
}

function assertFreeName(store: Store, name: string, id: string): void {
  const taken = statement<[string, string]>(
    store,
    'SELECT 1 FROM circle WHERE name = ? COLLATE NOCASE AND id <> ?',
  ).get(name, id);
  if (taken) throw new KithError('badInput', `Another circle is called “${name}” already.`);
}
