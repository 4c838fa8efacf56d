import type { Facet, FactDraft } from '../../shared/models/fact.ts';
import { sayPartialDate } from '../../shared/rules/partialDates.ts';

/** What the fields about a fact hold while somebody types. */
export interface FactFields {
  readonly text: string;
  readonly facet: Facet;
  readonly label: string;
  /** As typed. */
  readonly date: string;
}

export const noFields: FactFields = { text: '', facet: 'other', label: '', date: '' };

/** What was written of a fact. */
export type WrittenFact = Pick<FactDraft, 'text' | 'facet' | 'label' | 'date'>;

/** The fields of what is known already, or was guessed. */
export function fieldsOfFact({ text, facet, label, date }: WrittenFact): FactFields {
  return { text, facet, label, date: date === null ? '' : sayPartialDate(date) };
}
