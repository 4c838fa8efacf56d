import { dayOfKey } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import type { Contents } from './about.ts';

/** What a journal holds, in numbers. Reads every entry's row: for a backup, beside which nobody waits. */
export function describeJournal(store: Store): Contents {
  const people = store.prepare<[], number>('SELECT count(*) FROM person').pluck().get() ?? 0;
  const row = store
    .prepare<[], { entries: number; last_k: number | null; last_written_at: number | null }>(
      'SELECT count(*) AS entries, max(k) AS last_k, max(created_at) AS last_written_at FROM entry',
    )
    .get();
  return {
    people,
    entries: row?.entries ?? 0,
    lastDay: row?.last_k == null ? null : dayOfKey(row.last_k),
    lastWrittenAt: row?.last_written_at ?? null,
  };
}
