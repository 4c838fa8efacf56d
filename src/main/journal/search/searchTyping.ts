import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { JournalContext } from '../context.ts';
import { didYouMean } from './didYouMean.ts';
import { findKeysByTitle } from './findKeys.ts';
import { findPeople } from './findPeople.ts';
import { findWide } from './findWide.ts';
import { makeAnswer } from './makeAnswer.ts';
import type { Plan } from './planQuery.ts';
import {
  averageLength,
  byRank,
  type EntryTexts,
  type RankedEntry,
  rankEntry,
  readTexts,
} from './rankEntries.ts';
import { readHits } from './readHits.ts';

/** The newest so many matches are ranked, and the newest so many by title. */
const NEWEST = 80;
const BY_TITLE = 20;
export const COUNT_MOST = 1000;
const PEOPLE = 6;
/** Long entries take their time; after so much text the newest of them are enough. */
const MOST_TEXT = 600_000;

/** Answers a query that is being typed: see the contract. Its cost does not grow with the journal. */
export function searchTyping(
  context: JournalContext,
  { text, limit }: JournalParsed<'search.typing'>,
): JournalOutput<'search.typing'> {
  const { plan, keys } = findWide(context, text, COUNT_MOST);
  const ranked = rankNewest(context, plan, keys);
  const entries = readHits(context, plan, ranked.slice(0, limit));
  return makeAnswer(context, plan, {
    people: findPeople(context, plan, PEOPLE),
    entries,
    // What was looked at and turned out not to match is known not to count.
    count: keys.length > NEWEST ? keys.length : ranked.length,
    more: keys.length > NEWEST || ranked.length > entries.length,
    didYouMean: ranked.length === 0 || plan.isRelaxed ? didYouMean(context, text, plan) : null,
  });
}

function rankNewest(context: JournalContext, plan: Plan, keys: readonly number[]): readonly RankedEntry[] {
  const byTitle = keys.length > NEWEST ? findKeysByTitle(context, plan, BY_TITLE) : [];
  const texts = readSome(context, [...new Set([...byTitle, ...keys.slice(0, NEWEST)])]);
  const average = averageLength(texts);
  const { day } = context.clock.local();
  return texts.flatMap((entry) => rankEntry(entry, plan, average, day) ?? []).sort(byRank);
}

function readSome(context: JournalContext, keys: readonly number[]): readonly EntryTexts[] {
  const texts: EntryTexts[] = [];
  let length = 0;
  for (const k of keys) {
    const entry = readTexts(context, k);
    if (entry) texts.push(entry);
    length += entry?.body.length ?? 0;
    if (length > MOST_TEXT) break;
  }
  return texts;
}
