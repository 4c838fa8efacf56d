import type { SearchAnswer } from '../../../shared/contract/search.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import type { Plan } from './planQuery.ts';

type Answer = { -readonly [K in keyof SearchAnswer]: SearchAnswer[K] };

/** Puts an answer together: what was found, with what there is to say of the query itself. */
export function makeAnswer(
  { db }: JournalContext,
  plan: Plan,
  found: Omit<Answer, 'parts' | 'notes'>,
): Answer {
  const parts = plan.query.parts.map(({ kind, from, to, term }) => ({
    kind: term && plan.notUnderstood.has(term) ? ('unknownFilter' as const) : kind,
    from,
    to,
  }));
  const notes = [...new Set(plan.notes)];
  const waiting = statement<[], number>(db, 'SELECT 1 FROM index_pending LIMIT 1').pluck().get();
  if (waiting !== undefined && plan.query.parts.length > 0) {
    notes.push('Some imported entries are still being made ready for search.');
  }
  return { ...found, parts, notes };
}
