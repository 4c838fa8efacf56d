import { type FormEvent, useId, useState } from 'react';
import type { ShelfItem, ShelfItemDraft } from '../../shared/models/shelf.ts';
import { offerUndo } from '../app/undo.ts';
import { askJournal, useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField } from '../ui/CheckField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { trying } from '../ui/telling.ts';
import { WordField } from '../ui/WordField.tsx';
import styles from './ShelfDialog.module.css';

export interface ShelfDialogProps {
  /** What is changed; null for a new thing. */
  readonly item: ShelfItem | null;
  readonly onClose: () => void;
}

const kinds = [
  { value: 'link', label: 'A link' },
  { value: 'text', label: 'Somebody’s words' },
  { value: 'note', label: 'A thought of mine' },
] as const;

const empty: ShelfItemDraft = { kind: 'link', title: '', body: '', url: '', topics: [], isMyNews: false };

/** Writes down a thing worth sharing, or changes what was written. */
export function ShelfDialog({ item, onClose }: ShelfDialogProps) {
  const formId = useId();
  const form = useShelving(item, onClose);
  return (
    <Dialog
      title={item ? 'Change what is on the shelf' : 'Put on the shelf'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} isPending={form.isSaving}>
            {item ? 'Save' : 'Put it there'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className={styles['form']}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <Fields draft={form.draft} onChange={form.change} />
        <p role="status" className={styles['failure']}>
          {form.failure}
        </p>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: ShelfItemDraft;
  readonly onChange: (changes: Partial<ShelfItemDraft>) => void;
}

function Fields({ draft, onChange }: FieldsProps) {
  const topics = useJournal('shelf.suggestTopics', {}).data ?? [];
  const isLink = draft.kind === 'link';
  const address = (
    <TextField
      label={isLink ? 'Address' : 'Where it is from, if it is on the web'}
      value={draft.url}
      onChange={(url) => onChange({ url })}
      placeholder="https://"
      maxLength={2000}
      autoFocus={isLink}
    />
  );
  return (
    <>
      <Select
        label="What it is"
        value={draft.kind}
        options={kinds}
        onChange={(kind) => onChange({ kind })}
        className={styles['kind'] ?? ''}
      />
      {isLink && address}
      <TextField
        label="Title"
        value={draft.title}
        onChange={(title) => onChange({ title })}
        placeholder="If it has one"
        maxLength={500}
      />
      <TextArea
        label={isLink ? 'Why it is worth sharing' : 'Words'}
        value={draft.body}
        onChange={(body) => onChange({ body })}
        rows={isLink ? 3 : 6}
        maxLength={100_000}
      />
      {draft.kind === 'text' && address}
      <WordField
        label="What it is about"
        description="Topics, by which Kith finds who would like it."
        placeholder="bees, old maps, sailing…"
        words={draft.topics}
        onChange={(words) => onChange({ topics: [...words] })}
        options={topics}
      />
      <CheckField isSelected={draft.isMyNews} onChange={(isMyNews) => onChange({ isMyNews })}>
        It is news of my own, for those who are close
      </CheckField>
    </>
  );
}

function useShelving(item: ShelfItem | null, onDone: () => void) {
  const [draft, setDraft] = useState<ShelfItemDraft>(() => (item ? draftOf(item) : empty));
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    try {
      const wrong = await trying(async () => {
        if (item) await askJournal('shelf.update', { id: item.id, item: draft });
        else await askJournal('shelf.create', { item: draft });
        onDone();
        offerUndo(item ? 'It is changed.' : 'It is on the shelf.');
      });
      if (wrong !== null) setFailure(wrong);
    } finally {
      setSaving(false);
    }
  };
  return {
    draft,
    failure,
    isSaving,
    save,
    change: (changes: Partial<ShelfItemDraft>) => {
      setFailure(null);
      setDraft((before) => ({ ...before, ...changes }));
    },
  };
}

function draftOf({ kind, title, body, url, topics, isMyNews }: ShelfItem): ShelfItemDraft {
  return { kind, title, body, url, topics, isMyNews };
}
