import { type FormEvent, useId, useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import { useJournal, useJournalMutation } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './AddPersonDialog.module.css';
import { CircleSelect } from './CircleSelect.tsx';

export interface AddPersonDialogProps {
  readonly isOpen: boolean;
  /** What was typed to find somebody who is not there yet. */
  readonly suggestedName: string;
  /** The circle that is looked at. */
  readonly suggestedCircleId: string | null;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** The least that is needed to know somebody: their name. The rest is written on their page. */
export function AddPersonDialog({ isOpen, onClose, ...form }: AddPersonDialogProps) {
  const formId = useId();
  return (
    <Dialog
      title="Somebody new"
      isOpen={isOpen}
      onClose={onClose}
      size="s"
      actions={
        <>
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            Add
          </Button>
        </>
      }
    >
      <AddPersonForm {...form} formId={formId} />
    </Dialog>
  );
}

type FormProps = Omit<AddPersonDialogProps, 'isOpen' | 'onClose'> & { readonly formId: string };

function AddPersonForm({ formId, suggestedName, suggestedCircleId, onAdded }: FormProps) {
  const [name, setName] = useState(suggestedName);
  const [preferredName, setPreferredName] = useState('');
  const [circleId, setCircleId] = useState(suggestedCircleId);
  const [error, setError] = useState<string>();
  const create = useJournalMutation('people.create');
  const namesake = useNamesake(name);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    if (name.trim() === '') {
      setError('A person needs a name.');
      return;
    }
    try {
      onAdded((await create.mutateAsync({ person: { name, preferredName, circleId } })).id);
    } catch (failure) {
      if (!(failure instanceof KithError)) throw failure;
      setError(failure.message);
    }
  };

  return (
    <form id={formId} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label="Name"
        value={name}
        onChange={(value) => {
          setName(value);
          setError(undefined);
        }}
        maxLength={200}
        errorMessage={error}
        description={namesake ? `${namesake} is in your journal already.` : undefined}
        autoFocus
      />
      <TextField
        label="What you call them"
        description="If it is something else."
        value={preferredName}
        onChange={setPreferredName}
        maxLength={200}
      />
      <CircleSelect label="Circle" value={circleId} onChange={setCircleId} />
    </form>
  );
}

/** The name of somebody who is called so already, so that nobody is added twice by mistake. */
function useNamesake(name: string): string | undefined {
  const wanted = name.trim().toLocaleLowerCase();
  const { data } = useJournal('people.suggest', { text: name.trim(), limit: 3 }, { enabled: wanted !== '' });
  return data?.find((person) => person.name.toLocaleLowerCase() === wanted)?.name;
}
