import { useQuery } from '@tanstack/react-query';
import type { PersonName } from '../../shared/models/person.ts';
import { callName } from '../../shared/models/person.ts';
import { askToWrite } from '../app/writing.ts';
import { askJournal } from '../journal-client/index.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { showToast } from '../ui/toasts.ts';
import { Composer } from './Composer.tsx';
import { discardWithUndo } from './discardWithUndo.ts';
import { type DraftContent, emptyDraft, isEmptyDraft, readDraft, withPerson } from './draftContent.ts';
import { loadDraft, NEW_SLOT } from './draftKeepers.ts';

export interface NewEntryProps {
  /** Who it is about, if that was said when writing was asked for. */
  readonly personId?: string | undefined;
  readonly onClose: () => void;
}

/** A new entry, or the one that was begun and left. */
export function NewEntry({ personId, onClose }: NewEntryProps) {
  // Read once, as it is opened: afterwards the composer holds the truth.
  const { data: initial } = useQuery({
    queryKey: ['composer', NEW_SLOT, personId ?? null],
    queryFn: () => beginEntry(personId),
    gcTime: 0,
  });
  if (!initial) return <Spinner label="Opening a sheet" />;
  return (
    <Composer
      slot={NEW_SLOT}
      entryId={null}
      initial={initial}
      onSaved={() => {
        showToast({ message: 'Saved.' });
        onClose();
      }}
      onClose={onClose}
      onDiscard={(draft) => {
        void discardWithUndo(NEW_SLOT, draft, askToWrite);
        onClose();
      }}
    />
  );
}

async function beginEntry(personId: string | undefined): Promise<DraftContent> {
  const saved = readDraft((await loadDraft(NEW_SLOT)) ?? '');
  const draft = saved && !isEmptyDraft(saved) ? saved : emptyDraft;
  if (personId === undefined) return draft;
  const [person] = await askJournal('people.names', { ids: [personId] });
  return person ? withSomebody(draft, person) : draft;
}

function withSomebody(draft: DraftContent, person: PersonName): DraftContent {
  const about = { id: person.id, name: callName(person), role: 'with', named: false } as const;
  // One writes from a person's page about having met them; what it was is for the channel to say.
  return withPerson(draft, about, { role: 'with', added: true });
}
