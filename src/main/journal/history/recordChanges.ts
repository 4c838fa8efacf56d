import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import { type RecordAction, type RecordKind, recordKind } from '../../../shared/models/record.ts';
import type { JournalContext } from '../context.ts';
import { indexPerson, unindexPerson } from '../search/indexPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { type Moved, movedBetween, movePeople, readMemberships } from './circleMoves.ts';
import { mendRows } from './mendRows.ts';
import { type RecordRows, readRecord, tablesOfKind, writeRecord } from './recordTables.ts';
import { rememberAction } from './undoActions.ts';

export interface RecordName {
  readonly kind: RecordKind;
  /** Its id; of what was done about a nudge, its key. */
  readonly id: string;
}

export interface RecordChange {
  readonly action: RecordAction;
  /** What it was done to, as a few words for the user; cut where it is long. */
  readonly name: string;
  /** All that `work` may add, change or delete. */
  readonly records: readonly RecordName[];
}

/** As many characters of a name are enough to know it by. */
const LONGEST_NAME = 100;

const value = z.union([z.string(), z.number(), z.null()]);
const rows = z.record(z.string(), z.array(z.record(z.string(), value)).readonly()).readonly();
const changeContent = z.object({
  records: z
    .array(z.object({ kind: recordKind, id: z.string(), before: rows.nullable(), after: rows.nullable() }))
    .readonly(),
  /** People whom the change moved from a circle to another. */
  moved: z.array(z.object({ n: z.int(), from: z.string().nullable(), to: z.string().nullable() })).readonly(),
});
type ChangeContent = z.infer<typeof changeContent>;

/**
 * Runs `work` in one transaction and keeps what it did to these small records, so that it is the next to be undone. What
 * it deleted lies in the trash for 30 days. If it changed nothing, nothing is kept. Windows are told of the kinds of the
 * records; `work` need not. People whose facts changed are indexed anew.
 * @returns what `work` returns
 */
export function changeRecords<T>(context: JournalContext, change: RecordChange, work: () => T): T {
  const { db } = context;
  // An action that is remembered while what it did is rolled back could not be undone.
  if (db.inTransaction) throw new Error('a change of records must be a transaction of its own');
  const changeId = context.newId();
  const hasCircle = change.records.some(({ kind }) => kind === 'circle');
  const { result, moved, isChanged } = db.transaction(() => {
    const before = readAll(db, change.records);
    const circles = hasCircle ? readMemberships(db) : null;
    const result = work();
    const after = readAll(db, change.records);
    const moved = circles ? movedBetween(circles, readMemberships(db)) : [];
    const records = change.records.flatMap(({ kind, id }, i) => {
      const [was, is] = [before[i] ?? null, after[i] ?? null];
      return isSame(was, is) ? [] : [{ kind, id, before: was, after: is }];
    });
    const isChanged = records.length > 0 || moved.length > 0;
    if (isChanged) keepChange(context, changeId, change, { records, moved });
    indexAnew(context, records);
    return { result, moved, isChanged };
  })();
  if (!isChanged) return result;
  const { action } = change;
  rememberAction(context, { kind: 'recordsChanged', action, id: changeId, name: shorten(change.name) });
  tellChanged(context, change.records, moved);
  return result;
}

/** Undoes a change (`back`) or does it again (`forth`). Fails with `notFound`, and when all of it was changed since. */
export function swapRecordChange(context: JournalContext, changeId: string, way: 'back' | 'forth'): void {
  const { db } = context;
  const { content, moved } = db.transaction(() => {
    const content = readChange(db, changeId);
    const moved = content.moved.map(({ n, from, to }) =>
      way === 'back' ? { n, from: to, to: from } : { n, from, to },
    );
    const steps = content.records.map(({ kind, id, before, after }) => {
      const [from, to] = way === 'back' ? [after, before] : [before, after];
      return { kind, id, from, to: to && mendRows(db, kind, to) };
    });
    const open = steps.filter(({ kind, id, from }) =>
      isSame(readRecord(db, kind, id), from && mendRows(db, kind, from)),
    );
    if (steps.length > 0 && open.length === 0) throw changedSince();
    for (const { kind, id, to } of open) if (to !== null) writeRecord(db, kind, id, to);
    movePeople(db, moved);
    for (const { kind, id, to } of open) if (to === null) writeRecord(db, kind, id, null);
    indexAnew(context, content.records);
    markInTrash(context, changeId, way === 'forth');
    return { content, moved };
  })();
  tellChanged(context, content.records, moved);
}

/** Whether the change is still kept: it is dropped after 30 days, and with what it deleted. */
export function isChangeKept(store: Store, changeId: string): boolean {
  return statement(store, 'SELECT 1 FROM record_change WHERE id = ?').get(changeId) !== undefined;
}

function readAll(store: Store, records: readonly RecordName[]): readonly (RecordRows | null)[] {
  return records.map(({ kind, id }) => readRecord(store, kind, id));
}

function isSame(a: RecordRows | null, b: RecordRows | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function keepChange(
  { db, clock }: JournalContext,
  changeId: string,
  { action, name }: RecordChange,
  content: ChangeContent,
): void {
  statement(
    db,
    `INSERT INTO record_change (id, action, name, content, in_trash, changed_at) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(changeId, action, shorten(name), JSON.stringify(content), isRemoval(action) ? 1 : 0, clock.now());
  const keep = statement(db, 'INSERT OR IGNORE INTO record_change_of (record_id, change_id) VALUES (?, ?)');
  for (const { id } of content.records) keep.run(id, changeId);
}

function readChange(store: Store, changeId: string): ChangeContent {
  const content = statement<[string], string>(store, 'SELECT content FROM record_change WHERE id = ?')
    .pluck()
    .get(changeId);
  if (content === undefined) {
    throw new KithError('notFound', 'What was changed is not kept any more.');
  }
  return changeContent.parse(JSON.parse(content));
}

/** What comes back leaves the trash; what is deleted again lies in it anew. */
function markInTrash({ db, clock }: JournalContext, changeId: string, isDone: boolean): void {
  statement(
    db,
    `UPDATE record_change SET in_trash = ?, changed_at = iif(?, ?, changed_at)
     WHERE id = ? AND action LIKE '%Removed'`,
  ).run(isDone ? 1 : 0, isDone ? 1 : 0, clock.now(), changeId);
}

function isRemoval(action: RecordAction): boolean {
  return action.endsWith('Removed');
}

function indexAnew(context: JournalContext, records: ChangeContent['records']): void {
  const people = new Set<number>();
  for (const { kind, before, after } of records) {
    if (kind !== 'fact') continue;
    for (const state of [before, after]) {
      for (const row of state?.['fact'] ?? []) people.add(Number(row['person_n']));
    }
  }
  for (const n of people) {
    if (context.people.name(n) === undefined) continue;
    unindexPerson(context, n);
    indexPerson(context, n);
  }
}

function tellChanged(
  context: JournalContext,
  records: readonly Pick<RecordName, 'kind' | 'id'>[],
  moved: readonly Moved[],
): void {
  // The rhythm of a circle says when it is time to turn to those who are in it.
  const inside = records
    .filter(({ kind }) => kind === 'circle')
    .flatMap(({ id }) => context.people.inCircle(id));
  const numbers = inside.flatMap(({ id }) => context.people.number(id) ?? []);
  context.people.refresh([...numbers, ...moved.map(({ n }) => n)]);
  const tables = new Set(records.flatMap(({ kind }) => tablesOfKind[kind]));
  context.changed(...tables, 'trash');
}

function shorten(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

function changedSince(): KithError {
  return new KithError('alreadyThere', 'This was changed again since, so it stays as it is.');
}
