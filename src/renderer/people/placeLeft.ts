import { z } from 'zod';

const place = z.object({ row: z.int().min(0) });

/** Remembers at which row this place of the window's history was left, for the way back to it. */
export function leavePlace(row: number): void {
  history.replaceState({ row } satisfies z.infer<typeof place>, '');
}

/** The row at which this place of the history was left; the first, if one comes here anew. */
export function placeLeft(): number {
  const kept = place.safeParse(history.state);
  return kept.success ? kept.data.row : 0;
}
