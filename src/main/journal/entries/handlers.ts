import type { Handlers, MethodsOf } from '../context.ts';
import { clearDraft, getDraft, saveDraft } from '../drafts/drafts.ts';
import { rememberAction } from '../history/undoActions.ts';
import { suggestTags } from '../tags/suggestTags.ts';
import { removeEntry } from '../trash/removeEntry.ts';
import { getEntry } from './readEntries.ts';
import { readSpan, readTimeline } from './timeline.ts';
import { createEntry, updateEntry } from './writeEntry.ts';

/** What happened, on which day, and what is being written of it. */
export const entries: Handlers<MethodsOf<'entries' | 'drafts' | 'tags'>> = {
  'entries.timeline': readTimeline,
  'entries.span': (context) => readSpan(context),
  'entries.get': (context, { id }) => getEntry(context, id),
  'entries.create': (context, { entry, draftSlot }) => createEntry(context, entry, draftSlot),
  'entries.update': (context, { id, entry, draftSlot }) => {
    const kept = updateEntry(context, id, entry, draftSlot);
    if (kept !== null) rememberAction(context, { kind: 'entryChanged', id, name: '', versionId: kept });
    return null;
  },
  'entries.remove': (context, { id }) => {
    const { trashId } = removeEntry(context, id);
    rememberAction(context, { kind: 'entryRemoved', id, name: '', trashId });
    return { trashId };
  },
  'drafts.get': (context, { slot }) => getDraft(context.db, slot),
  'drafts.save': (context, { slot, content }) => {
    saveDraft(context, slot, content);
    return null;
  },
  'drafts.discard': (context, { slot }) => {
    context.db.transaction(() => clearDraft(context.db, slot))();
    context.changed('draft');
    return null;
  },
  'tags.suggest': (context, { text, limit }) => suggestTags(context.db, text, limit),
};
