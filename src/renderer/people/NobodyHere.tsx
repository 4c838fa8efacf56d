import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { PeopleQuery } from './peopleAddress.ts';

export interface NobodyHereProps {
  readonly query: PeopleQuery;
  readonly onAdd: () => void;
  readonly onShowAll: () => void;
}

/** A list with nobody in it: because the journal is new, or because nobody is like that. */
export function NobodyHere({ query, onAdd, onShowAll }: NobodyHereProps) {
  const text = query.text.trim();
  if (text === '' && query.circleId === null) {
    return (
      <EmptyState
        title="The people in your life"
        action={
          <Button variant="primary" icon="plus" onPress={onAdd}>
            Add somebody
          </Button>
        }
      >
        <p>
          Everybody you write about will be here, with the day you last talked and when it is time to turn to
          them again. You can also name somebody new with @ while you write.
        </p>
      </EmptyState>
    );
  }
  const title = text === '' ? 'Nobody is in this circle yet' : `Nobody is called “${text}”`;
  return (
    <EmptyState
      title={title}
      action={
        <>
          <Button variant="primary" icon="plus" onPress={onAdd}>
            {text === '' ? 'Add somebody' : 'Add them'}
          </Button>
          <Button variant="plain" onPress={onShowAll}>
            Show everybody
          </Button>
        </>
      }
    >
      {text === '' ? (
        <p>You choose a circle on somebody’s page.</p>
      ) : (
        <p>Not by name, preferred name or nickname.</p>
      )}
    </EmptyState>
  );
}
