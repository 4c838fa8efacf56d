import type { KithError } from '../../shared/contract/errors.ts';
import { goTo } from '../app/hashPlace.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';

/** Nobody with this address: deleted, perhaps, or from another journal. */
export function PersonMissing({ error }: { readonly error: KithError }) {
  const isGone = error.kind === 'notFound' || error.kind === 'badInput';
  return (
    <Page>
      <h1 className="visually-hidden" tabIndex={-1}>
        Nobody here
      </h1>
      <EmptyState
        title={isGone ? 'This person is not in your journal' : 'This page can’t be shown'}
        action={<Button onPress={() => goTo('/people')}>Show everybody</Button>}
      >
        <p>
          {isGone
            ? 'They may have been deleted. What you wrote about them is still in the journal, under their name.'
            : error.message}
        </p>
      </EmptyState>
    </Page>
  );
}
