import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalParsed } from '../../../shared/contract/index.ts';
import type { PersonalPromise, PromiseDraft, PromiseState } from '../../../shared/models/promise.ts';
import type { RecordAction } from '../../../shared/models/record.ts';
import { hideMarks } from '../../../shared/rules/marks.ts';
import { saySentence } from '../../../shared/rules/promises/saySentence.ts';
import { sentenceKey } from '../../../shared/rules/promises/sentenceKey.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { entryNotFound } from '../entries/writeEntry.ts';
import { changeRecords } from '../history/recordChanges.ts';
import { personNumber } from '../people/getPerson.ts';
import { statement } from '../store/statements.ts';
import { insertPromise, overwritePromise, type PromiseRow } from './insertPromise.ts';
import { promisesOfEntry, readPromise } from './readPromises.ts';

/** Writes a promise down by hand. Fails with `badInput` when it names somebody unknown. */
export function createPromise(
  context: JournalContext,
  { promise: given }: JournalParsed<'promises.create'>,
): { readonly id: string } {
  const entryId = given.entryId ?? null;
  const k = entryId === null ? undefined : keyOfEntry(context.db, entryId);
  return addPromise(context, 'promiseAdded', 'open', {
    madeBy: given.madeBy,
    sentence: given.sentence,
    madeOn: given.madeOn ?? (k === undefined ? context.clock.local().day : dayOfKey(k)),
    due: given.due ?? null,
    entryId,
    people: numbersOf(context, given.personIds ?? []),
  });
}

/**
 * Makes a promise of a sentence of an entry. Where it is one already, that stays as it is. Fails with `notFound` for an
 * entry that is gone, and with `badInput` when it names somebody unknown.
 */
export function acceptPromise(
  context: JournalContext,
  { entryId, madeBy, sentence: written, personIds, due }: JournalParsed<'promises.accept'>,
): { readonly id: string } {
  const sentence = hideMarks(written).trim() || written;
  const madeOn = dayOfEntry(context, entryId);
  const row = { madeBy, sentence, madeOn, due, entryId, people: numbersOf(context, personIds) };
  const known = sameIn(context, { entryId, madeBy, sentence });
  if (!known) return addPromise(context, 'promiseAdded', 'open', row);
  if (known.state !== 'dismissed') return { id: known.id };
  changePromise(context, 'promiseAdded', known, { ...row, state: 'open', closedOn: null });
  return { id: known.id };
}

/** Keeps that a sentence of an entry is no promise. Fails with `notFound`; with `alreadyThere` where it is one. */
export function dismissPromise(
  context: JournalContext,
  { entryId, madeBy, sentence }: JournalParsed<'promises.dismiss'>,
): { readonly id: string } {
  const madeOn = dayOfEntry(context, entryId);
  const known = sameIn(context, { entryId, madeBy, sentence });
  if (known?.state === 'dismissed') return { id: known.id };
  if (known)
    throw new KithError('alreadyThere', 'This is a promise already. You can let it go, or delete it.');
  const row = { madeBy, sentence, madeOn, due: null, entryId, people: [] };
  return addPromise(context, 'promiseDismissed', 'dismissed', row);
}

/** Changes what is given of a promise. Where it is the same, nothing is written. Fails with `notFound` or `badInput`. */
export function updatePromise(
  context: JournalContext,
  { id, promise: given }: JournalParsed<'promises.update'>,
): void {
  const old = requirePromise(context, id);
  const { personIds = old.people.map((person) => person.id), ...words } = withoutUndefined(given);
  const draft = { ...draftOf(old), ...words };
  const people = numbersOf(context, personIds);
  const samePeople = JSON.stringify(personIds) === JSON.stringify(old.people.map((person) => person.id));
  if (samePeople && JSON.stringify(draft) === JSON.stringify(draftOf(old))) return;
  const { state, closedOn } = old;
  changePromise(context, 'promiseChanged', old, { ...draft, people, state, closedOn });
}

/** Says what became of a promise. Fails with `notFound`. */
export function closePromise(context: JournalContext, { id, state }: JournalParsed<'promises.close'>): void {
  const old = requirePromise(context, id);
  if (old.state === state) return;
  const closedOn = state === 'open' ? null : context.clock.local().day;
  const people = numbersOf(
    context,
    old.people.map((person) => person.id),
  );
  const action = state === 'open' ? 'promiseChanged' : 'promiseClosed';
  changePromise(context, action, old, { ...draftOf(old), people, state, closedOn });
}

/**
 * Deletes a promise. One that follows from a mark is kept as dismissed while its entry is there, for the mark would make
 * it anew. Fails with `notFound`.
 */
export function removePromise(context: JournalContext, id: string): void {
  const old = requirePromise(context, id);
  const { sentence } = old;
  if (followsFromMark(context, old)) {
    changePromise(context, 'promiseRemoved', old, {
      ...draftOf(old),
      people: [],
      state: 'dismissed',
      closedOn: null,
    });
    return;
  }
  changeRecords(
    context,
    { action: 'promiseRemoved', name: saySentence(sentence), records: [{ kind: 'promise', id }] },
    () => statement(context.db, 'DELETE FROM promise WHERE id = ?').run(id),
  );
}

function followsFromMark({ db }: JournalContext, { id, entryId }: PersonalPromise): boolean {
  if (entryId === null || keyOfEntry(db, entryId) === undefined) return false;
  return statement<[string]>(db, 'SELECT 1 FROM promise WHERE id = ? AND marked = 1').get(id) !== undefined;
}

function addPromise(
  context: JournalContext,
  action: RecordAction,
  state: PromiseState,
  row: PromiseRow,
): { readonly id: string } {
  const [id, now] = [context.newId(), context.clock.now()];
  changeRecords(
    context,
    { action, name: saySentence(row.sentence), records: [{ kind: 'promise', id }] },
    () => {
      const stamp = { id, state, closedOn: null, isMarked: false, createdAt: now, changedAt: now };
      insertPromise(context.db, row, stamp);
    },
  );
  return { id };
}

function changePromise(
  context: JournalContext,
  action: RecordAction,
  { id }: PersonalPromise,
  row: Parameters<typeof overwritePromise>[2],
): void {
  changeRecords(
    context,
    { action, name: saySentence(row.sentence), records: [{ kind: 'promise', id }] },
    () => overwritePromise(context.db, id, row, context.clock.now()),
  );
}

/** What an entry holds of a sentence already, on the same side. */
function sameIn(
  context: JournalContext,
  { entryId, madeBy, sentence }: Pick<PersonalPromise, 'madeBy' | 'sentence'> & { readonly entryId: string },
): PersonalPromise | undefined {
  const key = sentenceKey(sentence);
  return promisesOfEntry(context.db, entryId, true).find(
    (promise) => promise.madeBy === madeBy && sentenceKey(promise.sentence) === key,
  );
}

function dayOfEntry({ db }: JournalContext, entryId: string): string {
  const k = keyOfEntry(db, entryId);
  if (k === undefined) throw entryNotFound();
  return dayOfKey(k);
}

function numbersOf(context: JournalContext, personIds: readonly string[]): readonly number[] {
  return personIds.map((personId) => {
    const n = personNumber(context, personId);
    if (n === undefined)
      throw new KithError('badInput', 'Somebody in this promise is not in the journal any more.');
    return n;
  });
}

function requirePromise({ db }: JournalContext, id: string): PersonalPromise {
  const found = readPromise(db, id);
  if (!found) throw new KithError('notFound', 'This promise is not in the journal any more.');
  return found;
}

function draftOf({
  madeBy,
  sentence,
  madeOn,
  due,
  entryId,
}: PersonalPromise): Omit<PromiseDraft, 'personIds'> {
  return { madeBy, sentence, madeOn, due, entryId };
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
