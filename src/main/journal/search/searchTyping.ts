import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { JournalContext } from '../context.ts';
import { didYouMean } from './didYouMean.ts';
import { findKeysApart } from './findKeys.ts';
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

/** The newest so many matches are ranked, and so many that deserve a look though they are older. */
const NEWEST = 80;
const APART = 20;
/** So many, where what the indices find must be checked, and much of it may turn out not to match. */
const NEWEST_UNSURE = 200;
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
  const looked = plan.mustCheck ? NEWEST_UNSURE : NEWEST;
  const ranked = rankNewest(context, plan, keys, looked);
  const entries = readHits(context, plan, ranked.slice(0, limit));
  return makeAnswer(context, plan, {
    people: findPeople(context, plan, PEOPLE),
    entries,
    // What was looked at and turned out not to match is known not to count.
    count: keys.length > looked ? keys.length : ranked.length,
    more: keys.length > looked || ranked.length > entries.length,
    didYouMean: ranked.length === 0 || plan.isRelaxed ? didYouMean(context, text, plan) : null,
  });
}

function rankNewest(
  context: JournalContext,
  plan: Plan,
  keys: readonly number[],
  most: number,
): readonly RankedEntry[] {
  const apart = keys.length > most ? findKeysApart(context, plan, APART) : [];
  const texts = readSome(context, [...new Set([...apart, ...keys.slice(0, most)])]);
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
