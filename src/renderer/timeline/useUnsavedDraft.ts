import { isEmptyDraft, readDraft } from '../composer/draftContent.ts';
import { useJournal } from '../journal-client/index.ts';

/** The words of a new entry that was begun and left; null if there is none. */
export function useUnsavedDraft(): string | null {
  const saved = useJournal('drafts.get', { slot: 'new' }).data;
  const draft = saved ? readDraft(saved.content) : null;
  return draft && !isEmptyDraft(draft) ? draft.body : null;
}
