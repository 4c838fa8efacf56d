import type { EditorView } from '@codemirror/view';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { Channel } from '../../shared/models/entry.ts';
import { askJournal } from '../journal-client/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ChannelChoice } from './ChannelChoice.tsx';
import styles from './Composer.module.css';
import { ComposerFoot } from './ComposerFoot.tsx';
import { handleComposerKey } from './composerKeys.ts';
import { DateOffer } from './DateOffer.tsx';
import { DisclosureNote } from './DisclosureNote.tsx';
import { type DraftContent, settleWords } from './draftContent.ts';
import { addMark } from './editor/addMark.ts';
import { selectWords } from './editor/selectWords.ts';
import { PeopleChips } from './PeopleChips.tsx';
import { TagChips } from './TagChips.tsx';
import { useComposerActions } from './useComposerActions.ts';
import { useDateOffer } from './useDateOffer.ts';
import { useDisclosure } from './useDisclosure.ts';
import { useDraft } from './useDraft.ts';
import { WhenControl } from './WhenControl.tsx';
import { WritingArea } from './WritingArea.tsx';

export interface ComposerProps {
  /** Where the draft is kept: `new`, or the id of the entry. */
  readonly slot: string;
  readonly entryId: string | null;
  readonly initial: DraftContent;
  /** The journal has answered: the words are on the disk. */
  readonly onSaved: () => void;
  /** The user leaves; what was typed is kept as a draft. */
  readonly onClose: () => void;
  /** Throws away what is not saved. */
  readonly onDiscard: (draft: DraftContent) => void;
}

const suggestPeople = (text: string) => askJournal('people.suggest', { text });
const suggestTags = async (text: string) =>
  (await askJournal('tags.suggest', { text, limit: 8 })).map((suggestion) => suggestion.tag);

/** A sheet that opens in a list may be taller than the place where its entry stood. */
const bringIntoView = (sheet: HTMLElement | null) => sheet?.scrollIntoView({ block: 'nearest' });

/**
 * The sheet one writes on: when and how in one line, the words, who was there, and Save. Everything has a key:
 * Alt+1 to Alt+9 or `/call` choose the channel, `@` names people, `!` or Ctrl or ⌘+E marks a sentence, Tab takes an offered date,
 * Ctrl or ⌘+Enter saves, Escape leaves.
 */
export function Composer({ slot, entryId, initial, onSaved, onClose, onDiscard }: ComposerProps) {
  const keeping = useDraft(slot, initial);
  const { draft, change } = keeping;
  const view = useRef<EditorView | null>(null);
  const actions = useComposerActions(keeping, slot, entryId, onSaved);
  const offer = useDateOffer(draft);
  const disclosure = useDisclosure(draft);
  const [isMarking, setMarking] = useState(false);

  const takeDate = useCallback(() => {
    if (!offer) return false;
    const { day, time, words } = offer;
    change((before) => ({ ...settleWords(before, words), when: { day, time } }));
    return true;
  }, [offer, change]);
  const turnDateDown = () => offer && change((before) => settleWords(before, offer.words));

  const chooseChannel = useCallback(
    (channel: Channel) => change((before) => ({ ...before, channel })),
    [change],
  );
  const onKeyDownCapture = (event: KeyboardEvent) =>
    handleComposerKey(event, {
      onSave: () => void actions.save(),
      onChannel: chooseChannel,
      onMark: () => setMarking(true),
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: it is a group of controls, not a form that is sent.
    <div
      role="group"
      aria-label={entryId === null ? 'New entry' : 'Edit entry'}
      className={styles['sheet']}
      onKeyDown={onKeyDown}
      onKeyDownCapture={onKeyDownCapture}
      ref={bringIntoView}
    >
      <div className={styles['head']}>
        <WhenControl
          when={draft.when}
          onChange={(when) => change((before) => ({ ...before, when, whenChosen: true }))}
        />
        <ChannelChoice value={draft.channel} onChange={chooseChannel} />
        <IconButton
          size="s"
          icon="close"
          label={
            entryId === null
              ? 'Close; your draft is kept (Esc)'
              : 'Stop editing; your changes are kept as a draft (Esc)'
          }
          className={styles['close'] ?? ''}
          onPress={onClose}
        />
      </div>
      {initial.title !== '' && (
        <TextField
          label="Title"
          hideLabel
          value={draft.title}
          onChange={(title) => change((before) => ({ ...before, title }))}
          className={styles['title'] ?? ''}
        />
      )}
      <WritingArea
        initialBody={initial.body}
        label={entryId === null ? 'What passed between you' : 'The words of the entry'}
        onChange={(body) => change((before) => ({ ...before, body }))}
        onClose={onClose}
        onTakeDate={takeDate}
        onChannel={chooseChannel}
        suggestPeople={suggestPeople}
        suggestTags={suggestTags}
        onAddPerson={actions.addPerson}
        marked={offer}
        view={view}
      />
      {/* Below the words, so that they stay where they are when it comes and goes. */}
      <DateOffer offer={offer} onTake={takeDate} onTurnDown={turnDateDown} />
      <DisclosureNote
        disclosure={disclosure}
        onShow={() => view.current && disclosure && selectWords(view.current, disclosure.words)}
        onSettle={() => {
          if (disclosure) change((before) => settleWords(before, disclosure.words));
          view.current?.focus();
        }}
      />
      <PeopleChips draft={draft} change={change} />
      <TagChips
        tags={draft.tags}
        onRemove={(gone) =>
          change((before) => ({ ...before, tags: before.tags.filter((tag) => tag !== gone) }))
        }
      />
      <ComposerFoot
        draft={draft}
        change={change}
        isNew={entryId === null}
        isChanged={draft !== initial}
        status={keeping.status}
        saveState={actions.saveState}
        onSave={() => void actions.save()}
        onDiscard={() => onDiscard(keeping.newest())}
        marking={{
          isOpen: isMarking,
          onOpenChange: setMarking,
          onMark: (kind) => view.current && addMark(view.current, kind),
        }}
      />
    </div>
  );
}
