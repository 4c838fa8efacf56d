import { useQuery } from '@tanstack/react-query';
import type { Entry } from '../../shared/models/entry.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { showToast } from '../ui/toasts.ts';
import { Composer } from './Composer.tsx';
import { discardWithUndo } from './discardWithUndo.ts';
import { draftOfEntry, readDraft } from './draftContent.ts';
import { loadDraft } from './draftKeepers.ts';

export interface EntryEditorProps {
  readonly entry: Entry;
  /** Called when it is saved, left or given up. */
  readonly onClose: () => void;
}

/** An entry, edited in its place. Changes that were left unsaved are there again. */
export function EntryEditor({ entry, onClose }: EntryEditorProps) {
  // Read once, as it is opened: afterwards the composer holds the truth.
  const { data: initial } = useQuery({
    queryKey: ['composer', entry.id],
    queryFn: async () => readDraft((await loadDraft(entry.id)) ?? '') ?? draftOfEntry(entry),
    gcTime: 0,
  });
  if (!initial) return <Spinner label="Opening the entry" />;
  return (
    <Composer
      slot={entry.id}
      entryId={entry.id}
      initial={initial}
      onSaved={() => {
        showToast({ message: 'Saved.' });
        onClose();
      }}
      onClose={onClose}
      onDiscard={(draft) => {
        void discardWithUndo(entry.id, draft);
        onClose();
      }}
    />
  );
}
