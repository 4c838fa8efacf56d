import { useQuery } from '@tanstack/react-query';
import type { PersonName } from '../../shared/models/person.ts';
import { callName } from '../../shared/models/person.ts';
import type { MarkKind } from '../../shared/rules/markKinds.ts';
import { makeMention } from '../../shared/rules/mentions.ts';
import { askToWrite, type WritingStart } from '../app/writing.ts';
import { askJournal } from '../journal-client/index.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { showToast } from '../ui/toasts.ts';
import { Composer } from './Composer.tsx';
import { discardWithUndo } from './discardWithUndo.ts';
import { type DraftContent, emptyDraft, isEmptyDraft, readDraft, withPerson } from './draftContent.ts';
import { loadDraft, NEW_SLOT } from './draftKeepers.ts';

export interface NewEntryProps {
  /** What was said when writing was asked for. */
  readonly start?: WritingStart;
  readonly onClose: () => void;
}

/** A new entry, or the one that was begun and left. */
export function NewEntry({ start = {}, onClose }: NewEntryProps) {
  // Read once, as it is opened: afterwards the composer holds the truth.
  const { data: initial } = useQuery({
    queryKey: ['composer', NEW_SLOT, start],
    queryFn: () => beginEntry(start),
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

async function beginEntry({ personId, mark }: WritingStart): Promise<DraftContent> {
  const saved = readDraft((await loadDraft(NEW_SLOT)) ?? '');
  const draft = saved && !isEmptyDraft(saved) ? saved : emptyDraft;
  if (personId === undefined) return draft;
  const [person] = await askJournal('people.names', { ids: [personId] });
  if (!person) return draft;
  return mark ? withMark(draft, person, mark) : withSomebody(draft, person);
}

function withSomebody(draft: DraftContent, person: PersonName): DraftContent {
  const about = { id: person.id, name: callName(person), role: 'with', named: false } as const;
  // One writes from a person's page about having met them; what it was is for the channel to say.
  return withPerson(draft, about, { role: 'with', added: true });
}

/** A sentence about somebody, marked and still to be written: behind what was begun, or as the first. */
function withMark(draft: DraftContent, person: PersonName, mark: MarkKind): DraftContent {
  if (isEmptyDraft(draft)) return { ...withSomebody(draft, person), body: `!${mark} ` };
  const sentence = `!${mark} ${makeMention(callName(person), person.id)} `;
  if (draft.body.trimEnd().endsWith(sentence.trimEnd())) return draft;
  return { ...draft, body: `${draft.body.trimEnd()}\n\n${sentence}`.trimStart() };
}
