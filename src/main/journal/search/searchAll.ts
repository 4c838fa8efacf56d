import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { JournalContext } from '../context.ts';
import { didYouMean } from './didYouMean.ts';
import { findPeople } from './findPeople.ts';
import { findWide } from './findWide.ts';
import { makeAnswer } from './makeAnswer.ts';
import { MOST_RANKED, orderKeys } from './orderKeys.ts';
import { averageLength, rankEntry, readTexts } from './rankEntries.ts';
import { readHits } from './readHits.ts';
import { COUNT_MOST } from './searchTyping.ts';

const PEOPLE = 12;

/** Answers a query in full: see the contract. Yields between small steps. */
export async function searchAll(
  context: JournalContext,
  { text, order, offset, limit }: JournalParsed<'search.run'>,
): Promise<JournalOutput<'search.run'>> {
  const { plan, keys } = findWide(context, text, MOST_RANKED);
  const ordered = await orderKeys(context, plan, keys, { text, order });
  const page = ordered.slice(offset, offset + limit).flatMap((k) => readTexts(context, k) ?? []);
  const { day } = context.clock.local();
  const ranked = page.flatMap((entry) => rankEntry(entry, plan, averageLength(page), day) ?? []);
  return makeAnswer(context, plan, {
    people: offset === 0 ? findPeople(context, plan, PEOPLE) : [],
    entries: readHits(context, plan, ranked),
    count: Math.min(ordered.length, COUNT_MOST),
    more: ordered.length > offset + limit,
    didYouMean: ordered.length === 0 || plan.isRelaxed ? didYouMean(context, text, plan) : null,
  });
}
