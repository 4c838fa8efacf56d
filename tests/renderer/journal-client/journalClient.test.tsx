// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  askJournal,
  createQueryClient,
  JournalProvider,
  setBridge,
  useJournal,
  useJournalMutation,
  useProgress,
} from '../../../src/renderer/journal-client/index.ts';
import { isStaleAfter, tablesRead } from '../../../src/renderer/journal-client/keys.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import { type JournalMethod, journalContract } from '../../../src/shared/contract/index.ts';
import { addPerson, closeTestJournals, testId } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';
import { createTestBridge } from '../support/testBridge.ts';

prepareDom();
afterEach(closeTestJournals);

function Names() {
  const { data, error } = useJournal('people.list', {});
  const create = useJournalMutation('people.create');
  return (
    <>
      <p>{error ? error.message : (data?.rows.map((row) => row.name).join(', ') ?? 'asking')}</p>
      <button type="button" onClick={() => create.mutate({ person: { name: 'Grace' } })}>
        Add
      </button>
      <p>{create.error?.kind}</p>
    </>
  );
}

test('what is shown follows what changes, whoever changes it', async () => {
  const { user, journal } = await renderWithJournal(<Names />, {
    before: (to) => addPerson(to, { name: 'Ada' }),
  });
  expect(await screen.findByText('Ada')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('Ada, Grace')).toBeTruthy();
  await journal.ask('people.create', { person: { name: 'Hedy' } });
  expect(await screen.findByText('Ada, Grace, Hedy')).toBeTruthy();
});

test('an expected failure comes with its kind and its sentence', async () => {
  await renderWithJournal(<Names />);
  const failure = await askJournal('people.get', { id: testId(99) }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(KithError);
  expect((failure as KithError).kind).toBe('notFound');
});

test('a failure of nobody’s making shows nothing of its inside', async () => {
  setBridge(
    createTestBridge({
      journal: async () => {
        throw new Error('SELECT body FROM entry');
      },
    }),
  );
  render(
    <JournalProvider client={createQueryClient()}>
      <Names />
    </JournalProvider>,
  );
  expect(await screen.findByText(/Something went wrong inside Kith/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('SELECT');
});

test('after an interruption everything is asked again, what failed as well', async () => {
  const answers = { fail: true };
  const bridge = createTestBridge({
    journal: async () => {
      if (answers.fail) throw new KithError('interrupted', 'Interrupted.');
      return { total: 1, rows: [{ name: 'Ada' }] };
    },
  });
  setBridge(bridge);
  render(
    <JournalProvider client={createQueryClient()}>
      <Names />
    </JournalProvider>,
  );
  expect(await screen.findByText('Interrupted.')).toBeTruthy();
  answers.fail = false;
  act(() => {
    bridge.tellConnection('interrupted');
    bridge.tellConnection('connected');
  });
  expect(await screen.findByText('Ada')).toBeTruthy();
});

test('long work is followed by its own name only', async () => {
  const bridge = createTestBridge({ journal: async () => null });
  setBridge(bridge);
  function Bar() {
    const progress = useProgress('mine');
    return <p>{progress ? `${progress.done} of ${progress.total}` : 'waiting'}</p>;
  }
  render(<Bar />);
  act(() => bridge.tell({ type: 'progress', job: 'another', done: 5, total: 9 }));
  expect(screen.getByText('waiting')).toBeTruthy();
  act(() => bridge.tell({ type: 'progress', job: 'mine', done: 1, total: null }));
  act(() => bridge.tell({ type: 'progress', job: 'mine', done: 2, total: 3 }));
  await waitFor(() => expect(screen.getByText('2 of 3')).toBeTruthy());
});

test('every method says what it reads', () => {
  expect(Object.keys(tablesRead).sort()).toEqual(Object.keys(journalContract).sort());
  expect(isStaleAfter('people.list', ['entry'])).toBe(true);
  expect(isStaleAfter('circles.list', ['draft'])).toBe(false);
  const reads = Object.keys(tablesRead) as JournalMethod[];
  expect(reads.filter((method) => isStaleAfter(method, ['entry']))).toContain('search.typing');
});
