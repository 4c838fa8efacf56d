import { isEmptyDraft, readDraft } from '../composer/draftContent.ts';
import { useJournal } from '../journal-client/index.ts';

/** Whether a new entry was begun and left. */
export function useUnsavedDraft(): boolean {
  const saved = useJournal('drafts.get', { slot: 'new' }).data;
  const draft = saved ? readDraft(saved.content) : null;
  return draft !== null && !isEmptyDraft(draft);
}
