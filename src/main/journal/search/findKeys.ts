import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import type { Plan } from './planQuery.ts';

/** Phrases older than so many newer ones are not looked up, so that a common phrase costs no more than a rare one. */
const MOST_PHRASES = 20_000;

/**
 * The keys of the entries that match a plan, newest first, at most `most`. What the indices cannot tell is not
 * checked; see {@link Plan.mustCheck}.
 */
export function findKeys({ db }: JournalContext, plan: Plan, most: number): readonly number[] {
  const { expression, phrases, span, gaps } = plan;
  if (plan.empty || expression === null || span.low > span.high) return [];
  const keys =
    phrases === null
      ? statement<[string, number, number, number], number>(
          db,
          `SELECT rowid FROM entry_typing WHERE entry_typing MATCH ? AND rowid BETWEEN ? AND ?
           ORDER BY rowid DESC LIMIT ?`,
        )
          .pluck()
          .all(expression, span.low, span.high, most)
      : statement<[string, number, number, string, number, number, number], number>(
          db,
          // The "+" keeps SQLite from asking the first index anew for each row of the second.
          `SELECT rowid FROM entry_typing WHERE entry_typing MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (
             SELECT rowid FROM entry_fts WHERE entry_fts MATCH ? AND rowid BETWEEN ? AND ?
             ORDER BY rowid DESC LIMIT ${MOST_PHRASES})
           ORDER BY rowid DESC LIMIT ?`,
        )
          .pluck()
          .all(expression, span.low, span.high, phrases, span.low, span.high, most);
  return gaps.length === 0 ? keys : keys.filter((k) => !gaps.some(({ low, high }) => low <= k && k <= high));
}

/** The keys of entries whose titles hold the words, newest first. To be asked where there are too many others. */
export function findKeysByTitle({ db }: JournalContext, plan: Plan, most: number): readonly number[] {
  const { expression, span } = plan;
  if (expression === null || plan.wanted.length === 0) return [];
  const inTitle = plan.wanted.map(({ text, open }) => `"${text}"${open ? '*' : ''}`).join(' AND ');
  const keys = statement<[string, number, number, number], number>(
    db,
    `SELECT rowid FROM head_typing WHERE head_typing MATCH ? AND rowid BETWEEN ? AND ?
     ORDER BY rowid DESC LIMIT ?`,
  )
    .pluck()
    .all(inTitle, span.low, span.high, most);
  const matches = statement<[string, number], number>(
    db,
    'SELECT 1 FROM entry_typing WHERE entry_typing MATCH ? AND rowid = ?',
  ).pluck();
  return keys.filter((k) => matches.get(expression, k) !== undefined);
}
