import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalParsed } from '../../../shared/contract/index.ts';
import type { Fact, FactDraft } from '../../../shared/models/fact.ts';
import { sayFact } from '../../../shared/rules/facts/sayFact.ts';
import {
  type FactInLine,
  isTrueOn,
  joinLine,
  leaveLine,
  type Retirement,
  saysTheSame,
} from '../../../shared/rules/facts/succession.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import { changeRecords, type RecordName } from '../history/recordChanges.ts';
import { requirePerson } from '../people/getPerson.ts';
import { statement } from '../store/statements.ts';
import { insertFact, overwriteFact, writeRetirements } from './insertFact.ts';
import { readFact, readFactsOf } from './readFacts.ts';

/** Adds a fact. Fails with `notFound` for nobody, and with `alreadyThere` for what is known and true already. */
export function createFact(
  context: JournalContext,
  { personId, fact: given }: JournalParsed<'facts.create'>,
): { readonly id: string } {
  const { db, clock } = context;
  const n = requirePerson(context, personId);
  const draft = fillDraft(context, given);
  const others = readFactsOf(db, n);
  const today = clock.local().day;
  if (others.some((other) => isTrueOn(other, today) && saysTheSame(other, draft))) {
    throw new KithError('alreadyThere', 'You have written that down already.');
  }
  const [id, now] = [context.newId(), clock.now()];
  const fresh = { ...draft, id, retiredOn: null, retiredBy: null, createdAt: now };
  const retirements = joinLine(fresh, others);
  changeRecords(
    context,
    { action: 'factAdded', name: sayFact(draft), records: recordsOf(id, retirements) },
    () => {
      insertFact(db, n, draft, { ...fresh, batchId: null, changedAt: now });
      writeRetirements(db, retirements);
    },
  );
  return { id };
}

/** Changes what is given of a fact, and whom it is about. Where it is the same, nothing is written. Fails with `notFound`. */
export function updateFact(
  context: JournalContext,
  { id, personId, fact: given }: JournalParsed<'facts.update'>,
): void {
  const { db, clock } = context;
  const { fact: old, n: oldN } = requireFact(context, id);
  const n = personId === undefined ? oldN : requirePerson(context, personId);
  const draft = { ...draftOf(old), ...withoutUndefined(given) };
  if (n === oldN && JSON.stringify(draft) === JSON.stringify(draftOf(old))) return;
  const retirements = moveInLine(context, old, oldN, { ...old, ...draft }, n);
  changeRecords(
    context,
    { action: 'factChanged', name: sayFact(draft), records: recordsOf(id, retirements) },
    () => {
      overwriteFact(db, id, n, draft, clock.now());
      writeRetirements(db, retirements);
    },
  );
}

/** Deletes a fact; the one whose place it took is true again. Fails with `notFound`. */
export function removeFact(context: JournalContext, id: string): void {
  const { db } = context;
  const { fact, n } = requireFact(context, id);
  const others = readFactsOf(db, n).filter((other) => other.id !== id);
  const retirements = leaveLine(fact, others);
  changeRecords(
    context,
    { action: 'factRemoved', name: sayFact(fact), records: recordsOf(id, retirements) },
    () => {
      statement(db, 'DELETE FROM fact WHERE id = ?').run(id);
      writeRetirements(db, retirements);
    },
  );
}

/** Ends a fact on a day, or, with null, makes it true again. Fails with `notFound`. */
export function retireFact(context: JournalContext, id: string, on: string | null): void {
  const { db, clock } = context;
  const { fact } = requireFact(context, id);
  if (fact.retiredOn === on && fact.retiredBy === null) return;
  changeRecords(
    context,
    {
      action: on === null ? 'factChanged' : 'factRetired',
      name: sayFact(fact),
      records: [{ kind: 'fact', id }],
    },
    () =>
      statement(db, 'UPDATE fact SET retired_on = ?, retired_by = NULL, changed_at = ? WHERE id = ?').run(
        on,
        clock.now(),
        id,
      ),
  );
}

/** What becomes of others, and of the fact itself, when it is another, or another's. The last word on each counts. */
function moveInLine(
  { db }: JournalContext,
  old: Fact,
  oldN: number,
  fact: Fact,
  n: number,
): readonly Retirement[] {
  const without = (all: readonly Fact[]) => all.filter((other) => other.id !== old.id);
  const before = without(readFactsOf(db, oldN));
  const left = leaveLine(old, before);
  const others = n === oldN ? before : without(readFactsOf(db, n));
  // What the user ended themselves stays so.
  const endedByUser = old.retiredOn !== null && old.retiredBy === null;
  const fresh: FactInLine = endedByUser ? fact : { ...fact, retiredOn: null, retiredBy: null };
  const joined = joinLine(fresh, applyRetirements(others, left));
  const itself = joined.some(({ id }) => id === fact.id)
    ? []
    : [{ id: fact.id, retiredOn: null, retiredBy: null }];
  const all = [...left, ...joined, ...itself].filter(({ id }) => !(endedByUser && id === fact.id));
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function applyRetirements(facts: readonly Fact[], retirements: readonly Retirement[]): readonly Fact[] {
  const byId = new Map(retirements.map((one) => [one.id, one]));
  return facts.map((fact) => ({ ...fact, ...byId.get(fact.id) }));
}

function fillDraft({ db, clock }: JournalContext, given: JournalParsed<'facts.create'>['fact']): FactDraft {
  const k = given.entryId ? keyOfEntry(db, given.entryId) : undefined;
  return {
    label: given.label ?? '',
    facet: given.facet,
    text: given.text,
    date: given.date ?? null,
    learnedOn: given.learnedOn ?? (k === undefined ? clock.local().day : dayOfKey(k)),
    entryId: given.entryId ?? null,
    quote: given.quote ?? '',
  };
}

function draftOf({ facet, label, text, date, learnedOn, entryId, quote }: Fact): FactDraft {
  return { facet, label, text, date, learnedOn, entryId, quote };
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

function requireFact({ db }: JournalContext, id: string): { readonly fact: Fact; readonly n: number } {
  const found = readFact(db, id);
  if (!found) throw new KithError('notFound', 'This is not in the journal any more.');
  return found;
}

function recordsOf(id: string, retirements: readonly Retirement[]): readonly RecordName[] {
  const ids = new Set([id, ...retirements.map((one) => one.id)]);
  return [...ids].map((one) => ({ kind: 'fact' as const, id: one }));
}
