import { setImmediate } from 'node:timers/promises';
import type { BulkChange } from '../../../shared/contract/bulk.ts';
import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalParsed } from '../../../shared/contract/index.ts';
import type { Table } from '../../../shared/contract/wire.ts';
import { fold } from '../../../shared/rules/fold.ts';
import { sayPeople } from '../../../shared/rules/sayCounts.ts';
import { requireConfirmation } from '../brake.ts';
import type { Handlers, JournalContext, MethodsOf } from '../context.ts';
import { rememberAction } from '../history/undoActions.ts';
import { swapPersonRows } from '../history/versions.ts';
import { trashPerson } from '../trash/removePerson.ts';
import { restoreRows } from '../trash/restoreTrash.ts';
import { assertCircle, type PersonChanges } from './insertPerson.ts';
import { peopleInOrder } from './listPeople.ts';
import { changePerson } from './writePerson.ts';

/** People of one step: some tens of milliseconds. */
const STEP = 40;

/** What was done to many people at once, for undo: where each of them, or what they were before, is kept. */
export interface BulkAction {
  readonly kind: 'peopleRemoved' | 'peopleChanged';
  readonly name: string;
  /** The places in the trash, or the ids of versions. */
  readonly kept: readonly string[];
  readonly ids: readonly string[];
}

export const bulk: Handlers<MethodsOf<'bulk'>> = {
  'bulk.ids': (context, query) => peopleInOrder(context, query).map(({ id }) => id),
  'bulk.change': changeMany,
  'bulk.remove': removeMany,
};

async function changeMany(
  context: JournalContext,
  { ids, change }: JournalParsed<'bulk.change'>,
): Promise<{ readonly changed: number }> {
  if (change.kind === 'circle') assertCircle(context.db, change.circleId);
  const done = await inSteps(context, ids, ['person', 'circle', 'entry'], (id) => {
    const { n, kept } = changePerson(context, id, (now) => changesOf(now, change));
    return kept === null ? null : { people: [n], kept, id };
  });
  remember(context, 'peopleChanged', done);
  return { changed: done.length };
}

function changesOf(now: { readonly tags: readonly string[] }, change: BulkChange): PersonChanges {
  switch (change.kind) {
    case 'tag': {
      const has = now.tags.some((tag) => fold(tag) === fold(change.tag));
      return has ? {} : { tags: [...now.tags, change.tag] };
    }
    case 'untag':
      return { tags: now.tags.filter((tag) => fold(tag) !== fold(change.tag)) };
    case 'circle':
      return { circleId: change.circleId };
  }
}

async function removeMany(
  context: JournalContext,
  { ids, confirmed }: JournalParsed<'bulk.remove'>,
): Promise<{ readonly removed: number }> {
  const known = new Set(ids.flatMap((id) => context.people.row(id)?.id ?? []));
  requireConfirmation(known.size, confirmed, `This moves ${sayPeople(known.size)} to the trash.`);
  const done = await inSteps(context, [...known], ['person', 'circle', 'entry', 'trash'], (id) => {
    const { n, trashId } = trashPerson(context, id);
    return { people: [n], kept: trashId, id };
  });
  remember(context, 'peopleRemoved', done);
  return { removed: done.length };
}

/** Undoes what was done to many: those that can’t be, because they are gone for good, stay as they are. */
export async function undoBulk(context: JournalContext, action: BulkAction): Promise<void> {
  const isRemoval = action.kind === 'peopleRemoved';
  const tables: readonly Table[] = ['person', 'circle', 'entry', 'trash'];
  const done = await inSteps(context, action.kept, tables, (kept) =>
    isRemoval
      ? { people: restoreRows(context, kept).people, kept, id: kept }
      : { people: [swapPersonRows(context, kept)], kept, id: kept },
  );
  if (done.length === 0) throw new KithError('notFound', 'None of these people is kept any more.');
}

/** Does it again, and says what is kept now. */
export async function redoBulk(context: JournalContext, action: BulkAction): Promise<BulkAction> {
  if (action.kind === 'peopleChanged') {
    await undoBulk(context, action);
    return action;
  }
  const done = await inSteps(context, action.ids, ['person', 'circle', 'entry', 'trash'], (id) => {
    const { n, trashId } = trashPerson(context, id);
    return { people: [n], kept: trashId, id };
  });
  return { ...action, kept: done.map(({ kept }) => kept), ids: done.map(({ id }) => id) };
}

interface Done {
  readonly people: readonly number[];
  readonly kept: string;
  readonly id: string;
}

/**
 * Does something to one after the other, some in a transaction, and lets other questions go between them. Whoever it
 * fails for with an expected failure is left out.
 */
async function inSteps(
  context: JournalContext,
  all: readonly string[],
  tables: readonly Table[],
  act: (one: string) => Done | null,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (let i = 0; i < all.length; i += STEP) {
    const step = all.slice(i, i + STEP);
    const some = context.db.transaction(() =>
      step.flatMap((one) => attempt(context, () => act(one)) ?? []),
    )();
    context.people.refresh(some.flatMap(({ people }) => people));
    done.push(...some);
    await setImmediate();
  }
  if (done.length > 0) context.changed(...tables);
  return done;
}

/** Within a transaction of its own, so that what fails leaves nothing behind. */
function attempt(context: JournalContext, act: () => Done | null): Done | null {
  try {
    return context.db.transaction(act)();
  } catch (error) {
    if (error instanceof KithError) return null;
    throw error;
  }
}

function remember(context: JournalContext, kind: BulkAction['kind'], done: readonly Done[]): void {
  if (done.length === 0) return;
  const name = sayPeople(done.length);
  rememberAction(context, { kind, name, kept: done.map(({ kept }) => kept), ids: done.map(({ id }) => id) });
}
