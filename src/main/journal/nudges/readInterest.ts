import type { Evidence } from '../../../shared/models/nudge.ts';
import { sayInterest } from '../../../shared/rules/nudges/factWords.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import { type FactSqlRow, factEvidence } from './factRows.ts';

/** Something that somebody cares about, in words to say to them, and the fact that it comes from. */
export interface Interest {
  readonly words: string;
  readonly evidence: Evidence;
}

/** The interest of somebody that was learned last and can be spoken of in a few words; null if there is none. */
export function readInterest({ db, people }: JournalContext, personId: string): Interest | null {
  const n = people.number(personId);
  if (n === undefined) return null;
  const facts = statement<[number], FactSqlRow>(
    db,
    `SELECT id, person_n, facet, label, text, date, learned_on, entry_id, quote
     FROM fact INDEXED BY fact_by_person
     WHERE person_n = ? AND facet IN ('interests', 'groups') AND retired_on IS NULL
     ORDER BY learned_on DESC, id`,
  ).all(n);
  for (const fact of facts) {
    const words = sayInterest(fact);
    if (words !== null) return { words, evidence: factEvidence(fact) };
  }
  return null;
}
