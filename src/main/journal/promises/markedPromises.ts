import type { PersonalPromise, PromiseDraft } from '../../../shared/models/promise.ts';
import { findMarks, hideMarks } from '../../../shared/rules/marks.ts';
import { type PromisePerson, readMarkedSentence } from '../../../shared/rules/promises/findPromises.ts';
import { sentenceKey } from '../../../shared/rules/promises/sentenceKey.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import { numberOfAnybody } from '../people/personNumbers.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { insertPromise, overwritePromise, type PromiseRow } from './insertPromise.ts';
import { promisesOfEntry } from './readPromises.ts';

/** Of one entry. What is marked beyond stays text. */
const MOST_MARKED = 100;
/** As long as a promise may be, in UTF-16 units. */
const LONGEST = 2_000;

/** A sentence with a mark in it. */
type Marked = Pick<PromiseDraft, 'madeBy' | 'sentence'>;

/**
 * Lets the promises of the entry at `k` follow from its marks (`!promise`, `!theirs`), inside the caller's transaction:
 * a marked sentence that is no promise yet becomes one, a promise whose sentence was changed changes along, and one
 * whose mark is gone goes, too, unless something was done about it. The links to the people of the entry must be there.
 */
export function tendMarkedPromises(context: JournalContext, k: number): void {
  const { db } = context;
  const entry = statement<[number], { id: string; body: string }>(
    db,
    'SELECT id, body FROM entry WHERE k = ?',
  ).get(k);
  if (!entry) return;
  const wanted = markedSentences(entry.body);
  const markedIds = readMarkedIds(db, entry.id);
  if (wanted.length === 0 && markedIds.size === 0) return;
  const all = promisesOfEntry(db, entry.id, true);
  const marked = all.filter(({ id }) => markedIds.has(id));
  const unmarked = new Set(all.filter(({ id }) => !markedIds.has(id)).map(keyOf));
  const { pairs, fresh, stale } = pair(
    wanted.filter((sentence) => !unmarked.has(keyOf(sentence))),
    marked,
  );
  const read = reader(context, k, entry.id);
  for (const [sentence, promise] of pairs) follow(context, promise, read(sentence));
  for (const promise of stale) {
    if (isUntouched(promise) || promise.state === 'dismissed') remove(db, promise.id);
  }
  const now = context.clock.now();
  for (const sentence of fresh) {
    const stamp = { id: context.newId(), state: 'open', closedOn: null, isMarked: true } as const;
    insertPromise(db, read(sentence), { ...stamp, createdAt: now, changedAt: now });
  }
}

/** Removes the promises that follow from the marks of the entry at `k`, and about which nothing was done. */
export function dropMarkedPromises(store: Store, k: number): void {
  statement(
    store,
    `DELETE FROM promise WHERE entry_id = (SELECT id FROM entry WHERE k = ?)
       AND marked = 1 AND state = 'open' AND changed_at = created_at`,
  ).run(k);
}

/** The marked sentences of a text without their marks, each once a side. */
function markedSentences(body: string): readonly Marked[] {
  const found = new Map<string, Marked>();
  for (const { kind, sentence: range } of findMarks(body)) {
    if (kind !== 'promise' && kind !== 'theirs') continue;
    const sentence = hideMarks(body.slice(range.from, range.to)).trim();
    const marked = { madeBy: kind === 'promise' ? 'me' : 'them', sentence } as const;
    const isPromise = sentence !== '' && sentence.length <= LONGEST && found.size < MOST_MARKED;
    if (isPromise && !found.has(keyOf(marked))) found.set(keyOf(marked), marked);
  }
  return [...found.values()];
}

function keyOf({ madeBy, sentence }: Marked): string {
  return `${madeBy} ${sentenceKey(sentence)}`;
}

interface Paired {
  readonly pairs: readonly (readonly [Marked, PersonalPromise])[];
  readonly fresh: readonly Marked[];
  readonly stale: readonly PersonalPromise[];
}

/** Which promise a marked sentence is: the one of the same words, else, in order, one whose words are gone. */
function pair(wanted: readonly Marked[], promises: readonly PersonalPromise[]): Paired {
  const left = [...promises];
  const take = (fits: (promise: PersonalPromise) => boolean) => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const same = wanted.map((marked) => take((promise) => keyOf(promise) === keyOf(marked)));
  const found = wanted.map(
    (marked, i) => [marked, same[i] ?? take(({ madeBy }) => madeBy === marked.madeBy)] as const,
  );
  return {
    pairs: found.flatMap(([marked, promise]) => (promise ? [[marked, promise] as const] : [])),
    fresh: found.flatMap(([marked, promise]) => (promise ? [] : [marked])),
    stale: left,
  };
}

/** What was never changed by hand follows the entry in all; of the others, only the words do. */
function follow({ db, clock }: JournalContext, promise: PersonalPromise, row: PromiseRow): void {
  const { id, state, closedOn, createdAt, madeOn, due } = promise;
  if (isUntouched(promise)) overwritePromise(db, id, { ...row, state, closedOn }, createdAt);
  else if (promise.sentence !== row.sentence) {
    const people = promise.people.flatMap((person) => numberOfAnybody(db, person.id) ?? []);
    overwritePromise(db, id, { ...row, people, madeOn, due, state, closedOn }, clock.now());
  }
}

function isUntouched({ state, createdAt, changedAt }: PersonalPromise): boolean {
  return state === 'open' && createdAt === changedAt;
}

/** Makes rows of marked sentences of one entry. */
function reader(context: JournalContext, k: number, entryId: string): (marked: Marked) => PromiseRow {
  const { db } = context;
  const madeOn = dayOfKey(k);
  const people = peopleOf(context, k);
  return ({ madeBy, sentence }) => {
    const { personIds, due } = readMarkedSentence(sentence, { day: madeOn, people });
    const numbers = personIds.flatMap((personId) => numberOfAnybody(db, personId) ?? []);
    return { madeBy, sentence, madeOn, due, entryId, people: numbers };
  };
}

function peopleOf({ db, people }: JournalContext, k: number): readonly PromisePerson[] {
  return statement<[number], { id: string; name: string; preferred: string; role: PromisePerson['role'] }>(
    db,
    `SELECT id, name, preferred_name AS preferred, role
     FROM entry_person INDEXED BY entry_person_by_entry CROSS JOIN person ON n = person_n
     WHERE k = ? ORDER BY position`,
  )
    .all(k)
    .map(({ id, name, preferred, role }) => ({
      personId: id,
      names: [name, preferred, ...(people.row(id)?.nicknames ?? [])],
      role,
    }));
}

function readMarkedIds(store: Store, entryId: string): ReadonlySet<string> {
  const ids = statement<[string], string>(
    store,
    'SELECT id FROM promise INDEXED BY promise_by_entry WHERE entry_id = ? AND marked = 1',
  );
  return new Set(ids.pluck().all(entryId));
}

function remove(store: Store, id: string): void {
  statement(store, 'DELETE FROM promise WHERE id = ?').run(id);
}
