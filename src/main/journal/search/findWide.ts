import type { JournalContext } from '../context.ts';
import { findKeys } from './findKeys.ts';
import { type Plan, planQuery } from './planQuery.ts';
import { widenByNames, widenByParts } from './widenWord.ts';

/** With fewer matches than this, words that hold the words of the query are looked for too. */
const FEW = 20;

export interface FoundKeys {
  /** The plan by which they were found. */
  readonly plan: Plan;
  /** Newest first. */
  readonly keys: readonly number[];
}

/**
 * Finds at most `most` keys for a query: by its words and names; where that gives few, by words that hold its words as
 * well; where that gives none, those that have most of its words, with a note that says so.
 */
export function findWide(context: JournalContext, text: string, most: number): FoundKeys {
  const near = planQuery(context, text, (word, open) => widenByNames(context.db, word, open));
  const keys = findKeys(context, near, most);
  if (keys.length >= FEW || near.wanted.length === 0) return { plan: near, keys };
  const wide = planQuery(context, text, (word, open) => widenByParts(context, word, open));
  const more = wide.expression === near.expression ? keys : findKeys(context, wide, most);
  return more.length > 0 ? { plan: wide, keys: more } : findMost(context, wide, most);
}

function findMost(context: JournalContext, plan: Plan, most: number): FoundKeys {
  if (plan.relaxed === null) return { plan, keys: [] };
  const relaxed: Plan = {
    ...plan,
    expression: plan.relaxed,
    isRelaxed: true,
    notes: [...plan.notes, 'No entry has all of these words. These have most of them.'],
  };
  const keys = findKeys(context, relaxed, most);
  return keys.length > 0 ? { plan: relaxed, keys } : { plan, keys };
}
