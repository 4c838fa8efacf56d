import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './ComposerFoot.module.css';
import { type DraftContent, isEmptyDraft, peopleOfDraft } from './draftContent.ts';
import type { DraftStatus } from './keepDraft.ts';
import { MarkMenu, type MarkMenuProps } from './MarkMenu.tsx';
import type { SaveState } from './useComposerActions.ts';
import type { ChangeDraft } from './useDraft.ts';

export interface ComposerFootProps {
  readonly draft: DraftContent;
  readonly change: ChangeDraft;
  readonly isNew: boolean;
  /** Since it was opened. */
  readonly isChanged: boolean;
  readonly status: DraftStatus;
  readonly saveState: SaveState;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** The menu of marks, and what chooses one. */
  readonly marking: MarkMenuProps;
}

/** Who began it, what its sentences tell of, how the draft stands, and the way out. */
export function ComposerFoot(props: ComposerFootProps) {
  const { draft, change, isNew, isChanged, status, saveState, onSave, onDiscard, marking } = props;
  const isEmpty = isEmptyDraft(draft);
  const isSaving = saveState.is === 'saving';
  return (
    <div className={styles['foot']}>
      <BegunBy draft={draft} change={change} />
      <MarkMenu {...marking} />
      <span className={styles['state']}>
        {saveState.is === 'failed' ? (
          <span role="alert" className={styles['error']}>
            {saveState.message} Your words are kept; try again.
          </span>
        ) : (
          <DraftWord status={status} isSilent={isEmpty || !(isNew || isChanged)} />
        )}
      </span>
      {!(isNew && isEmpty) && (
        <Button variant="plain" size="s" isDisabled={isSaving} onPress={onDiscard}>
          {isNew ? 'Discard' : 'Discard changes'}
        </Button>
      )}
      <Button variant="primary" size="s" isDisabled={isEmpty || isSaving} onPress={onSave}>
        {isSaving ? 'Saving' : 'Save'} <Kbd keys="Mod+Enter" />
      </Button>
    </div>
  );
}

interface DraftWordProps {
  readonly status: DraftStatus;
  /** There is nothing that anybody would miss. */
  readonly isSilent: boolean;
}

function DraftWord({ status, isSilent }: DraftWordProps) {
  if (status.state === 'failed') {
    return (
      <span role="alert" className={styles['error']}>
        The draft is not kept yet; Kith tries again. {status.error?.message}
      </span>
    );
  }
  if (isSilent) return null;
  return <span className={styles['kept']}>{status.state === 'kept' ? 'Draft kept' : ''}</span>;
}

function BegunBy({ draft, change }: Pick<ComposerFootProps, 'draft' | 'change'>) {
  const people = peopleOfDraft(draft).filter(
    (person) => person.role === 'with' || person.id === draft.begunBy,
  );
  if (draft.channel === 'note') return null;
  return (
    <Select
      size="s"
      label="Who began it"
      hideLabel
      value={draft.begunBy ?? ''}
      onChange={(begunBy) => change((before) => ({ ...before, begunBy: begunBy || null }))}
      options={[
        { value: '', label: 'Who began it?' },
        { value: 'me', label: 'I began' },
        ...people.map((person) => ({ value: person.id, label: `${person.name} began` })),
      ]}
    />
  );
}
