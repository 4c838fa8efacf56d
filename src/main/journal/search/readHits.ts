import type { EntryHit } from '../../../shared/contract/search.ts';
import { bestCluster } from '../../../shared/search/rank.ts';
import { makeSnippet, mergeRanges, type Range } from '../../../shared/search/snippet.ts';
import type { JournalContext } from '../context.ts';
import { readEntries } from '../entries/readEntries.ts';
import type { Plan } from './planQuery.ts';
import type { RankedEntry } from './rankEntries.ts';

/** Reads what a list shows of the entries, in the same order. Nothing may have been written since they were ranked. */
export function readHits({ db }: JournalContext, plan: Plan, ranked: readonly RankedEntry[]): EntryHit[] {
  const entries = readEntries(
    db,
    ranked.map(({ k }) => k),
  );
  return entries.map(({ body, ...entry }, i) => {
    const { inTitle, inBody } = ranked[i] as RankedEntry;
    const cluster = bestCluster(inBody, plan.wanted);
    const snippet = makeSnippet(body, inBody, cluster);
    return {
      ...entry,
      snippet: snippet.text,
      snippetHighlights: mutable(snippet.highlights),
      titleHighlights: mutable(mergeRanges(inTitle.map(({ from, to }): Range => [from, to]))),
      matchAt: cluster?.from ?? null,
    };
  });
}

/** The contract's arrays are mutable by type only. */
export function mutable(ranges: readonly Range[]): [number, number][] {
  return ranges.map(([from, to]) => [from, to]);
}
