import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { isNarrowed, type PeopleQuery } from './peopleAddress.ts';

export interface NobodyHereProps {
  readonly query: PeopleQuery;
  readonly onAdd: () => void;
  readonly onShowAll: () => void;
}

/** A list with nobody in it: because the journal is new, or because nobody is like that. */
export function NobodyHere({ query, onAdd, onShowAll }: NobodyHereProps) {
  const text = query.text.trim();
  if (!isNarrowed(query)) {
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
  const title = sayNobody(query);
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
        <p>You choose circles, groups and tags on somebody’s page.</p>
      ) : (
        <p>Not by any name, and no group or tag begins so.</p>
      )}
    </EmptyState>
  );
}

function sayNobody({ text, circleId, tag, group }: PeopleQuery): string {
  if (text.trim() !== '') return `Nobody is called “${text.trim()}”`;
  if (tag === null && group === null) return 'Nobody is in this circle yet';
  return circleId === null && (tag === null || group === null)
    ? `Nobody has ${group === null ? 'this tag' : 'this group'} any more`
    : 'Nobody is all of this';
}
