import { askToWrite } from '../app/writing.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** A day that asks for nothing: a good day, or a journal that is only beginning. */
export function NothingToday({ hasFolded }: { readonly hasFolded: boolean }) {
  const span = useJournal('entries.span', {}).data;
  if (span === undefined) return null;
  if (span === null) {
    return (
      <EmptyState
        title="Your people will meet you here"
        action={
          <Button variant="primary" icon="pen" onPress={() => askToWrite()}>
            Write your first entry
          </Button>
        }
      >
        <p>
          Write down a conversation, and put somebody into a circle. From then on this page says each morning
          whom to turn to and why, in your own words.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={hasFolded ? 'This week’s time is given' : 'Nobody is waiting today'}>
      <p>
        {hasFolded
          ? 'What else there is stands below, and can wait.'
          : 'No promise is due, no reply is owed, and nobody has drifted away. Enjoy the day.'}
      </p>
    </EmptyState>
  );
}
