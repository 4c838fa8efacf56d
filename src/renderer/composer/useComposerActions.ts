import type { EditorView } from '@codemirror/view';
import { useCallback, useRef, useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { EntryDraft } from '../../shared/models/entry.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';
import { entryOfDraft } from './draftContent.ts';
import { draftKeeper } from './draftKeepers.ts';
import { insertMention } from './editor/completePeople.ts';
import { mentionsIn } from './editor/mentionPills.ts';
import { trackRange } from './editor/trackRanges.ts';
import { localNow } from './localNow.ts';
import { saveEntry } from './saveEntry.ts';
import type { UseDraft } from './useDraft.ts';

/** As the contract says. */
const PEOPLE_AT_MOST = 1000;

export type SaveState =
  | { readonly is: 'idle' | 'saving' }
  | { readonly is: 'failed'; readonly message: string };

export interface ComposerActions {
  readonly saveState: SaveState;
  readonly save: () => Promise<void>;
  /** Makes somebody new of a typed `@name`, and a mention of them in its place. */
  readonly addPerson: (view: EditorView, name: string, from: number, to: number) => void;
}

/** What the composer does beside holding text. `onSaved` is called once the journal has answered. */
export function useComposerActions(
  { newest }: Pick<UseDraft, 'newest'>,
  slot: string,
  entryId: string | null,
  onSaved: () => void,
): ComposerActions {
  const [saveState, setSaveState] = useState<SaveState>({ is: 'idle' });
  const isSaving = useRef(false);
  const making = useRef<Promise<unknown>>(Promise.resolve());

  const addPerson = useCallback((view: EditorView, name: string, from: number, to: number) => {
    making.current = Promise.all([making.current, makePerson(view, name, from, to)]);
  }, []);

  const save = useCallback(async () => {
    if (isSaving.current || !hasWords(newest().body, newest().title)) return;
    isSaving.current = true;
    setSaveState({ is: 'saving' });
    try {
      // Somebody may be on the way into the text, and the draft tells after an interruption what became of the entry.
      await making.current;
      await draftKeeper(slot).flush();
      const entry = await withKnownPeople(entryOfDraft(newest(), localNow()));
      await saveEntry(askJournal, { id: entryId, entry, draftSlot: slot });
      await draftKeeper(slot).settle();
      setSaveState({ is: 'idle' });
      onSaved();
    } catch (error) {
      if (!(error instanceof KithError)) throw error;
      setSaveState({ is: 'failed', message: error.message });
    } finally {
      isSaving.current = false;
    }
  }, [newest, slot, entryId, onSaved]);

  return { saveState, save, addPerson };
}

function hasWords(body: string, title: string): boolean {
  return body.trim() !== '' || title.trim() !== '';
}

/** The text may mention people who are gone, or who are of another journal. Their mentions stay, as words. */
async function withKnownPeople(entry: EntryDraft): Promise<EntryDraft> {
  if (entry.people.length === 0) return entry;
  const ids = entry.people.map((person) => person.personId).slice(0, PEOPLE_AT_MOST);
  const known = new Set((await askJournal('people.names', { ids })).map((person) => person.id));
  const people = entry.people.filter((person) => known.has(person.personId));
  return { ...entry, people, begunBy: isStillThere(entry.begunBy, known) ? entry.begunBy : null };
}

function isStillThere(begunBy: string | null, known: ReadonlySet<string>): boolean {
  return begunBy === 'me' || (begunBy !== null && known.has(begunBy));
}

async function makePerson(view: EditorView, name: string, from: number, to: number): Promise<void> {
  const whereNow = trackRange(view, from, to);
  try {
    const { id } = await askJournal('people.create', { person: { name } });
    const range = whereNow();
    if (range) insertMention(view, { id, name, preferredName: '' }, range.from, range.to);
    showToast({
      message: `${name} is among your people now.`,
      action: { label: 'Undo', onPress: () => void takeBackPerson(view, id, name) },
    });
  } catch (error) {
    whereNow();
    if (!(error instanceof KithError)) throw error;
    showToast({ message: `${name} could not be added. ${error.message}` });
  }
}

async function takeBackPerson(view: EditorView, id: string, name: string): Promise<void> {
  try {
    await askJournal('people.remove', { id });
    // Only the newest text of the view knows where the person is named.
    const changes = mentionsIn(view.state)
      .filter((mention) => mention.personId === id)
      .map(({ from, to }) => ({ from, to, insert: name }));
    view.dispatch({ changes });
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
