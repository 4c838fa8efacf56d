import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Entry } from '../../shared/models/entry.ts';
import { askJournal } from '../journal-client/index.ts';

export interface Neighbours {
  readonly newer: Entry | null;
  readonly older: Entry | null;
}

const none: Neighbours = { newer: null, older: null };

/** The entries just after and just before this one in time. */
export function useNeighbours(entry: Entry): Neighbours {
  const { data } = useQuery({
    queryKey: ['entries.timeline', { around: entry.id, day: entry.day, time: entry.time }],
    queryFn: () => findNeighbours(entry),
    placeholderData: keepPreviousData,
  });
  return data ?? none;
}

/** Reads on from the newest entry of the day until this one is found: nearly always in the first page. */
async function findNeighbours(entry: Entry): Promise<Neighbours> {
  let page = await askJournal('entries.timeline', { from: { day: entry.day }, limit: 50 });
  let before = page.newer === null ? null : await nearest({ newer: page.newer });
  for (;;) {
    const index = page.entries.findIndex(({ id }) => id === entry.id);
    if (index >= 0) {
      const newer = page.entries[index - 1] ?? before;
      const next = page.entries[index + 1];
      return { newer, older: next ?? (page.older === null ? null : await nearest({ older: page.older })) };
    }
    if (page.older === null || page.entries.at(-1)?.day !== entry.day) return none;
    before = page.entries.at(-1) ?? null;
    page = await askJournal('entries.timeline', { from: { older: page.older }, limit: 50 });
  }
}

async function nearest(from: { newer: number } | { older: number }): Promise<Entry | null> {
  return (await askJournal('entries.timeline', { from, limit: 1 })).entries[0] ?? null;
}
