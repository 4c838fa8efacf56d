import type { Call } from '../../shared/contract/define.ts';
import { KithError } from '../../shared/contract/errors.ts';
import type { JournalContract } from '../../shared/contract/index.ts';
import type { EntryDraft } from '../../shared/models/entry.ts';

export interface EntryToSave {
  /** Null for a new entry. */
  readonly id: string | null;
  readonly entry: EntryDraft;
  /** The draft must have been kept in this slot: it tells, after an interruption, whether the entry was saved. */
  readonly draftSlot: string;
}

/** The journal may be restarted, and fail again while it is. */
const TRIES = 5;

/**
 * Saves the entry; when this resolves its words are on the disk. If the journal goes away in the middle, it finds out
 * what became of it, so that an entry is neither lost nor saved twice: the draft is cleared in the transaction that
 * saves the entry. A question that is asked while the journal is away waits until it is back.
 */
export async function saveEntry(
  ask: Call<JournalContract>,
  { id, entry, draftSlot }: EntryToSave,
): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      // The first time nothing was asked yet; later the draft tells.
      if (left < TRIES && (await ask('drafts.get', { slot: draftSlot })) === null) return;
      if (id === null) await ask('entries.create', { entry, draftSlot });
      else await ask('entries.update', { id, entry, draftSlot });
      return;
    } catch (error) {
      if (!isInterruption(error) || left === 1) throw error;
    }
  }
}

function isInterruption(error: unknown): boolean {
  return error instanceof KithError && error.kind === 'interrupted';
}
