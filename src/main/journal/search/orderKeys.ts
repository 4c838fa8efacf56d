import { setImmediate } from 'node:timers/promises';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { findKeysApart } from './findKeys.ts';
import type { Plan } from './planQuery.ts';
import { averageLength, byRank, type EntryTexts, rankEntry, readTexts } from './rankEntries.ts';

/** Up to so many matches are ranked, all of them; of more, the newest, and those by title. */
export const MOST_RANKED = 10_000;
const APART = 200;
/** Entries ranked before others get their turn: a few milliseconds. */
const STEP = 100;
/** Entries whose lengths tell that of an average one. */
const SAMPLE = 200;

/** What was asked last, in its order, so that going on to the next page does not rank everything again. */
const last = new WeakMap<Store, { readonly asked: string; readonly keys: readonly number[] }>();

export interface Asked {
  readonly text: string;
  readonly order: 'best' | 'newest';
}

/** Puts the keys of the matches of a plan, newest first, in the order that was asked for, leaving out what does not match. */
export async function orderKeys(
  context: JournalContext,
  plan: Plan,
  keys: readonly number[],
  { text, order }: Asked,
): Promise<readonly number[]> {
  if (order === 'newest' && !plan.mustCheck) return keys;
  const changes = statement<[], number>(context.db, 'SELECT total_changes()').pluck().get();
  const asked = JSON.stringify([text, order, changes, context.people.version()]);
  const known = last.get(context.db);
  if (known?.asked === asked) return known.keys;
  const apart = keys.length === MOST_RANKED ? findKeysApart(context, plan, APART) : [];
  const ranked = await rankAll(context, plan, [...new Set([...apart, ...keys])]);
  const ordered = ranked.sort(order === 'best' ? byRank : (a, b) => b.k - a.k).map(({ k }) => k);
  last.set(context.db, { asked, keys: ordered });
  return ordered;
}

async function rankAll(
  context: JournalContext,
  plan: Plan,
  keys: readonly number[],
): Promise<{ k: number; score: number }[]> {
  const average = averageLength(readTextsOf(context, sampleOf(keys)));
  const { day } = context.clock.local();
  const ranked: { k: number; score: number }[] = [];
  for (let at = 0; at < keys.length; at += STEP) {
    if (at > 0) await setImmediate();
    for (const entry of readTextsOf(context, keys.slice(at, at + STEP))) {
      const found = rankEntry(entry, plan, average, day);
      if (found) ranked.push({ k: found.k, score: found.score });
    }
  }
  return ranked;
}

function sampleOf(keys: readonly number[]): readonly number[] {
  const every = Math.ceil(keys.length / SAMPLE);
  return keys.filter((_, i) => i % every === 0);
}

function readTextsOf(context: JournalContext, keys: readonly number[]): readonly EntryTexts[] {
  return keys.flatMap((k) => readTexts(context, k) ?? []);
}
