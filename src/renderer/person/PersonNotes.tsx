import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react-aria-components';
import { KithError } from '../../shared/contract/errors.ts';
import { useJournalMutation } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { sayError } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';
import styles from './PersonNotes.module.css';
import { useKeptDraft } from './useKeptDraft.ts';

export interface PersonNotesProps {
  readonly personId: string;
  readonly callName: string;
  /** Markdown. */
  readonly notes: string;
}

/** What there is to know about somebody, read as Markdown and written in its place. */
export function PersonNotes({ personId, callName, notes }: PersonNotesProps) {
  const draft = useKeptDraft(`notes:${personId}`);
  const [text, setText] = useState<string | null>(null);

  // What was typed and not saved, before Kith was closed, is there to be finished.
  useEffect(() => {
    let isHere = true;
    const restore = async () => {
      const kept = await draft.read();
      if (isHere && kept !== null) setText((typed) => typed ?? kept);
    };
    restore().catch(sayError);
    return () => {
      isHere = false;
    };
  }, [draft]);

  const type = (typed: string) => {
    setText(typed);
    draft.keep(() => typed);
  };

  if (text !== null) {
    return (
      <NotesEditor
        personId={personId}
        callName={callName}
        before={notes}
        text={text}
        onType={type}
        onDone={() => {
          setText(null);
          void draft.discard();
        }}
        onUndo={type}
      />
    );
  }
  return (
    <section className={styles['notes']} aria-label="Notes">
      {notes.trim() === '' ? (
        <Button
          variant="plain"
          size="s"
          icon="note"
          className={styles['first'] ?? ''}
          onPress={() => setText('')}
        >
          Write something to remember
        </Button>
      ) : (
        <>
          <Markdown body={notes} size="small" className={styles['text'] ?? ''} />
          <IconButton
            label="Edit the notes"
            icon="pen"
            size="s"
            className={styles['edit'] ?? ''}
            onPress={() => setText(notes)}
          />
        </>
      )}
    </section>
  );
}

interface EditorProps {
  readonly personId: string;
  readonly callName: string;
  readonly before: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onDone: () => void;
  readonly onUndo: (text: string) => void;
}

function NotesEditor({ personId, callName, before, text, onType, onDone, onUndo }: EditorProps) {
  const update = useJournalMutation('people.update');
  const [error, setError] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const at = area.current?.value.length ?? 0;
    area.current?.setSelectionRange(at, at);
  }, []);

  const save = async () => {
    try {
      await update.mutateAsync({ id: personId, person: { notes: text } });
      onDone();
      showToast({ message: 'Saved.' });
    } catch (failure) {
      if (!(failure instanceof KithError)) throw failure;
      setError(failure.message);
    }
  };
  const cancel = () => {
    onDone();
    if (text === before) return;
    showToast({
      message: 'The notes were left as they were.',
      action: { label: 'Undo', onPress: () => onUndo(text) },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'Escape') cancel();
    else {
      // React Aria keeps keys to itself otherwise, those of the whole window too.
      event.continuePropagation();
      return;
    }
    event.preventDefault();
  };

  return (
    <section className={styles['editor']} aria-label="Notes">
      <TextArea
        label={`Notes about ${callName}`}
        hideLabel
        placeholder="Where they come from, what they love, what to ask next time"
        value={text}
        onChange={onType}
        onKeyDown={onKeyDown}
        errorMessage={error}
        inputRef={area}
        autoFocus
      />
      <div className={styles['buttons']}>
        <Button variant="primary" size="s" isPending={update.isPending} onPress={() => void save()}>
          Save the notes
        </Button>
        <Button variant="plain" size="s" onPress={cancel}>
          Cancel
        </Button>
        <span className={styles['hint']}>Markdown works here.</span>
      </div>
    </section>
  );
}
