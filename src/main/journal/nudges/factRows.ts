import type { Facet } from '../../../shared/models/fact.ts';
import type { Evidence } from '../../../shared/models/nudge.ts';

/** As much of a fact as nudges need. */
export interface FactSqlRow {
  readonly id: string;
  readonly person_n: number;
  readonly facet: Facet;
  readonly label: string;
  readonly text: string;
  readonly date: string | null;
  readonly learned_on: string;
  readonly entry_id: string | null;
  readonly quote: string;
}

/** A fact in the words that it came from, if it has some, else in its own. */
export function factEvidence({
  id,
  text,
  learned_on,
  entry_id,
  quote,
}: Pick<FactSqlRow, 'id' | 'text' | 'learned_on' | 'entry_id' | 'quote'>): Evidence {
  return {
    quote: quote.trim() === '' ? text : quote,
    day: learned_on,
    source: { kind: 'fact', factId: id, entryId: entry_id },
  };
}
