import { goTo } from '../app/hashPlace.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** What the journal says before anything was written. */
export function EmptyJournal({ onWrite }: { readonly onWrite: () => void }) {
  return (
    <EmptyState
      title="Your journal begins here"
      action={
        <>
          <Button variant="primary" icon="pen" onPress={onWrite}>
            Write the first entry
          </Button>
          <Button variant="plain" icon="bringIn" onPress={() => goTo('/transfer')}>
            Bring in a journal
          </Button>
        </>
      }
    >
      Conversations, meetings, letters and calls, day by day: what you talked about, and with whom. Name
      people with “@”, and Kith remembers when you last turned to each other.
    </EmptyState>
  );
}

/** What the journal says when no entry is like that. */
export function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <EmptyState title="No entry is like that" action={<Button onPress={onShowAll}>Show every entry</Button>}>
      Nothing in the journal fits everything that is chosen above. Take one of the choices away to see more.
    </EmptyState>
  );
}
