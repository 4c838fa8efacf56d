import type { Entry } from '../../shared/models/entry.ts';

/** An entry as a row of the journal. */
export interface TimelineRow {
  readonly entry: Entry;
  /** The first row of a day carries its heading. */
  readonly beginsDay: boolean;
}

/** The rows of pages that follow one another, newest first. An entry that two pages hold is one row. */
export function rowsOf(pages: readonly { readonly entries: readonly Entry[] }[]): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  const seen = new Set<string>();
  for (const entry of pages.flatMap((page) => page.entries)) {
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    rows.push({ entry, beginsDay: rows.at(-1)?.entry.day !== entry.day });
  }
  return rows;
}
