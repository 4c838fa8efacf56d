import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import { labelKey } from '../../../shared/rules/facts/factLabels.ts';
import { sayFact } from '../../../shared/rules/facts/sayFact.ts';
import { ASK_DAYS, type GatheredPassed } from '../../../shared/rules/nudges/askHowItWent.ts';
import { sayOwn } from '../../../shared/rules/nudges/factWords.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { type FactSqlRow, factEvidence } from './factRows.ts';
import type { KnownPeople } from './gatherPeople.ts';

/** What comes round every year is an occasion, and never passes for good. */
const yearly: ReadonlySet<string> = new Set(['birthday', 'wedding day']);

/** The facts whose day has just passed. */
export function gatherPassed(store: Store, people: KnownPeople, today: string): readonly GatheredPassed[] {
  const number = dayNumber(today);
  const rows = statement<[string, string], FactSqlRow>(
    store,
    `SELECT id, person_n, facet, label, text, date, learned_on, entry_id, quote FROM fact INDEXED BY fact_by_date
     WHERE date BETWEEN ? AND ? AND length(date) = 10 AND retired_on IS NULL AND learned_on < date`,
  ).all(dayOfNumber(Math.max(1, number - ASK_DAYS)), dayOfNumber(Math.max(1, number - 1)));
  return rows.flatMap((fact) => {
    const person = people.get(fact.person_n);
    if (!person || fact.date === null || yearly.has(labelKey('dates', fact.label))) return [];
    return [
      {
        person,
        factId: fact.id,
        words: sayFact(fact),
        spoken: sayOwn(fact),
        day: fact.date,
        learnedOn: fact.learned_on,
        evidence: factEvidence(fact),
      },
    ];
  });
}
