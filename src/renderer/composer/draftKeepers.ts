import { askJournal } from '../journal-client/index.ts';
import { type DraftKeeper, keepDraft } from './keepDraft.ts';

/** The slot of what is being written anew; an entry that is being edited has its id. */
export const NEW_SLOT = 'new';

const keepers = new Map<string, DraftKeeper>();

/**
 * The one keeper of a slot. It outlives the composer, so that what could not be kept before the composer closed (the
 * journal was away, or locked itself) is still tried, and is there when the composer opens again.
 */
export function draftKeeper(slot: string): DraftKeeper {
  const known = keepers.get(slot);
  if (known) return known;
  const made = keepDraft((content) => askJournal('drafts.save', { slot, content }));
  keepers.set(slot, made);
  return made;
}

/** What was last typed into the slot, whether or not the journal has it yet. Null if there is no draft. */
export async function loadDraft(slot: string): Promise<string | null> {
  const unkept = draftKeeper(slot).unkept();
  if (unkept !== null) return unkept;
  return (await askJournal('drafts.get', { slot }))?.content ?? null;
}

/** Throws the draft away, in the journal too. */
export async function discardDraft(slot: string): Promise<void> {
  await draftKeeper(slot).settle();
  await askJournal('drafts.discard', { slot });
}

/** Keeps at once whatever was typed anywhere and is not kept yet. Resolves when the journal has answered for all of it. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...keepers.values()].map((keeper) => keeper.flush()));
}

/** The slots that a composer is open on, the latest last. */
const open = new Set<string>();

/** Notes that a composer is open on `slot`. Returns how to say that it is closed. */
export function openSlot(slot: string): () => void {
  open.add(slot);
  return () => void open.delete(slot);
}

/** The slot that is being written in, or null. */
export function slotBeingWritten(): string | null {
  return [...open].at(-1) ?? null;
}

// Closing the window should not cost the last quarter of a second.
if (typeof window !== 'undefined') {
  addEventListener('pagehide', () => {
    for (const keeper of keepers.values()) keeper.retry();
  });
}
