import { showToast } from '../../ui/toasts.ts';
import {
  findEntryAtHand,
  MOST_WORDS,
  type ReadSentence,
  readSelectedWords,
  readSentences,
  type SelectedWords,
} from './selectedWords.ts';

/** What is to be remembered. */
export interface RememberStart {
  readonly entryId: string;
  /** Words of the entry; null where some of its sentences are still to be chosen. */
  readonly chosen: ReadSentence | null;
  readonly sentences: readonly ReadSentence[];
  /** Whom it is about, if that was said. */
  readonly personId: string | null;
}

const listeners = new Set<(start: RememberStart) => void>();
let held: { readonly selected: SelectedWords | null; readonly entryId: string | null } | null = null;

/** Keeps what is selected, and the entry at hand, for when they are so no more: once focus moves into the palette. */
export function holdWhatIsAtHand(): void {
  held = { selected: readSelectedWords(), entryId: findEntryAtHand() };
}

/**
 * Opens the sheet that remembers something of an entry: the selected words, or else a sentence of the entry that has
 * focus or is alone on the page. Says what to do where there is neither.
 */
export function askToRemember(personId: string | null = null): void {
  const selected = readSelectedWords() ?? held?.selected ?? null;
  if (selected && selected.words.length > MOST_WORDS) {
    showToast({ message: 'That is much for one fact. Please select a sentence or two.' });
    return;
  }
  const entryId = selected?.entryId ?? findEntryAtHand() ?? held?.entryId ?? null;
  const sentences = selected || entryId === null ? [] : readSentences(entryId);
  if (entryId === null || (!selected && sentences.length === 0)) {
    showToast({
      message: 'Select the words of an entry that you want to remember, or go to the entry first.',
    });
    return;
  }
  for (const listener of listeners) listener({ entryId, chosen: selected, sentences, personId });
}

/** Calls `onAsked` when something is to be remembered. Returns a way to stop. */
export function onRememberAsked(onAsked: (start: RememberStart) => void): () => void {
  listeners.add(onAsked);
  return () => void listeners.delete(onAsked);
}
