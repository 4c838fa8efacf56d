import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';
import type { Someone } from './PeopleField.tsx';
import { PromiseForm } from './PromiseForm.tsx';

export interface NewPromiseProps {
  readonly people: readonly Someone[];
  readonly today: string;
  readonly onClose: () => void;
}

/** Writes down a promise that stands in no entry. */
export function NewPromise({ people, today, onClose }: NewPromiseProps) {
  return (
    <PromiseForm
      label="A new promise"
      place={`promise ${people.map(({ id }) => id).join(' ')}`}
      initial={{ madeBy: 'me', sentence: '', people, due: null }}
      today={today}
      saveLabel="Keep"
      onSave={async ({ people: chosen, ...words }) => {
        const personIds = chosen.map(({ id }) => id);
        await askJournal('promises.create', { promise: { ...words, personIds } });
        showToast({ message: 'Written down.' });
      }}
      onClose={onClose}
    />
  );
}
