import { dayNumber } from '../../../shared/models/day.ts';
import type { PlannedClause } from '../../../shared/search/ftsQuery.ts';
import { type Found, findWanted, holdsPhrase, type WantedWord } from '../../../shared/search/matchText.ts';
import { scoreEntry } from '../../../shared/search/rank.ts';
import { indexWords } from '../../../shared/search/words.ts';
import type { JournalContext } from '../context.ts';
import { PLACES_PER_DAY } from '../entries/entryKey.ts';
import { statement } from '../store/statements.ts';
import type { Plan } from './planQuery.ts';

/** An entry that was looked at. */
export interface RankedEntry {
  readonly k: number;
  readonly score: number;
  readonly inTitle: readonly Found[];
  readonly inBody: readonly Found[];
}

export interface EntryTexts {
  readonly k: number;
  readonly title: string;
  readonly body: string;
}

/** Reads the texts of an entry; undefined if it has gone. */
export function readTexts({ db }: JournalContext, k: number): EntryTexts | undefined {
  return statement<[number], EntryTexts>(db, 'SELECT k, title, body FROM entry WHERE k = ?').get(k);
}

/** How long an average entry is, in UTF-16 units, of a sample. */
export function averageLength(entries: readonly Pick<EntryTexts, 'body'>[]): number {
  return entries.reduce((sum, { body }) => sum + body.length, 0) / Math.max(1, entries.length);
}

/** Ranks one entry against a plan; null if it turns out not to match. */
export function rankEntry(
  { k, title, body }: EntryTexts,
  plan: Plan,
  average: number,
  today: string,
): RankedEntry | null {
  if (plan.mustCheck && !holdsAll(title, body, plan.clauses, plan.wanted)) return null;
  const inTitle = findWanted(title, plan.wanted);
  const inBody = findWanted(body, plan.wanted);
  const ageDays = dayNumber(today) - Math.floor(k / PLACES_PER_DAY);
  const text = { inTitle, inBody, length: body.length, averageLength: average, ageDays };
  return { k, score: scoreEntry(text, plan.wanted), inTitle, inBody };
}

/** Best first; of equals, newest first. */
export function byRank(a: Pick<RankedEntry, 'k' | 'score'>, b: Pick<RankedEntry, 'k' | 'score'>): number {
  return b.score - a.score || b.k - a.k;
}

/** Checks on the text what the indices could not tell. */
function holdsAll(
  title: string,
  body: string,
  clauses: readonly PlannedClause[],
  wanted: readonly WantedWord[],
): boolean {
  const people = new Set(wanted.filter(({ personIds }) => personIds.length > 0).map(({ text }) => text));
  const holds = (part: PlannedClause['any'][number]): boolean | null => {
    if (!('kind' in part)) return null;
    if (part.phrase) return holdsPhrase(body, part) || holdsPhrase(title, part);
    // A name may stand for somebody whom the text calls otherwise.
    const runs = part.words.filter((word) => indexWords(word).length > 1 && !people.has(word.text));
    if (runs.length === 0) return null;
    return runs.every((word) =>
      [body, title].some((text) => holdsPhrase(text, { words: [word], prefix: true })),
    );
  };
  return clauses.every(({ negated, any }) => {
    const held = any.map(holds);
    return negated ? !held.includes(true) : held.includes(true) || held.includes(null);
  });
}
