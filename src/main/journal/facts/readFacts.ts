import type { FactWithSource } from '../../../shared/contract/facts.ts';
import type { Facet, Fact } from '../../../shared/models/fact.ts';
import { facets } from '../../../shared/models/fact.ts';
import type { PersonName } from '../../../shared/models/person.ts';
import { placeOfLabel } from '../../../shared/rules/facts/factLabels.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey } from '../entries/entryKey.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

export interface FactSqlRow {
  readonly id: string;
  readonly person_id: string;
  readonly facet: Facet;
  readonly label: string;
  readonly text: string;
  readonly date: string | null;
  readonly learned_on: string;
  readonly entry_id: string | null;
  readonly quote: string;
  readonly batch_id: string | null;
  readonly retired_on: string | null;
  readonly retired_by: string | null;
  readonly created_at: number;
  readonly changed_at: number;
}

/** Everything known of the person `n`, retired facts too, in the order of a page. Empty while they are in the trash. */
export function readFactsOf(store: Store, n: number): Fact[] {
  return statement<[number], FactSqlRow>(
    store,
    `SELECT fact.id, person.id AS person_id, facet, label, text, date, learned_on, entry_id, quote, fact.batch_id,
       retired_on, retired_by, fact.created_at, fact.changed_at
     FROM fact CROSS JOIN person ON person.n = fact.person_n
     WHERE fact.person_n = ?`,
  )
    .all(n)
    .map(toFact)
    .sort(byPlace);
}

/** The same with the days of the entries that they come from, where those are still there. */
export function listFacts(store: Store, n: number): FactWithSource[] {
  return readFactsOf(store, n).map((fact) => {
    const k = fact.entryId === null ? undefined : keyOfEntry(store, fact.entryId);
    return { ...fact, entryDay: k === undefined ? null : dayOfKey(k) };
  });
}

/** One fact, and whom it is about; undefined if it is not there, or they are in the trash. */
export function readFact(store: Store, id: string): { readonly fact: Fact; readonly n: number } | undefined {
  const row = statement<[string], FactSqlRow & { n: number }>(
    store,
    `SELECT fact.id, person.id AS person_id, facet, label, text, date, learned_on, entry_id, quote, fact.batch_id,
       retired_on, retired_by, fact.created_at, fact.changed_at, person.n
     FROM fact CROSS JOIN person ON person.n = fact.person_n
     WHERE fact.id = ?`,
  ).get(id);
  return row && { fact: toFact(row), n: row.n };
}

/** What was learned from an entry and is true today, in the order in which it was written down. */
export function readFactsOfEntry(
  { db, clock }: JournalContext,
  entryId: string,
): (Fact & { person: PersonName })[] {
  return statement<[string, string], FactSqlRow & { name: string; preferred_name: string }>(
    db,
    `SELECT fact.id, person.id AS person_id, facet, label, text, date, learned_on, entry_id, quote, fact.batch_id,
       retired_on, retired_by, fact.created_at, fact.changed_at, name, preferred_name
     FROM fact CROSS JOIN person ON person.n = fact.person_n
     WHERE entry_id = ? AND (retired_on IS NULL OR retired_on > ?)
     ORDER BY fact.created_at, fact.id`,
  )
    .all(entryId, clock.local().day)
    .map((row) => ({
      ...toFact(row),
      person: { id: row.person_id, name: row.name, preferredName: row.preferred_name },
    }));
}

/** The labels in use for a facet, most used first. Asked once a form, never at a key. */
export function listLabels({ db }: JournalContext, facet: Facet, limit: number): string[] {
  return statement<[string, number], string>(
    db,
    `SELECT label FROM fact WHERE facet = ? AND label <> ''
     GROUP BY label ORDER BY count(*) DESC, label LIMIT ?`,
  )
    .pluck()
    .all(facet, limit);
}

export function toFact(row: FactSqlRow): Fact {
  return {
    id: row.id,
    personId: row.person_id,
    facet: row.facet,
    label: row.label,
    text: row.text,
    date: row.date,
    learnedOn: row.learned_on,
    entryId: row.entry_id,
    quote: row.quote,
    batchId: row.batch_id,
    retiredOn: row.retired_on,
    retiredBy: row.retired_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** By facet, what is true before what was, by label, and then what was learned last first. */
function byPlace(a: Fact, b: Fact): number {
  return (
    facets.indexOf(a.facet) - facets.indexOf(b.facet) ||
    compare(b.retiredOn ?? '9999-99', a.retiredOn ?? '9999-99') ||
    placeOfLabel(a.facet, a.label) - placeOfLabel(b.facet, b.label) ||
    compare(a.label, b.label) ||
    compare(b.learnedOn, a.learnedOn) ||
    compare(b.id, a.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
