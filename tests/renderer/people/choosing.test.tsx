// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(closeTestJournals);
prepareDom();

const crowd = (count: number) => async (journal: TestJournal) => {
  for (let i = 0; i < count; i++) {
    await addPerson(journal, { name: `Person ${String(i).padStart(2, '0')}`, circleId: 'wider' });
  }
};

async function open(count: number) {
  const rendered = await renderWithJournal(<App />, { at: '/people', before: crowd(count) });
  await screen.findByRole('rowheader', { name: /Person 00/ });
  return rendered;
}

const rowOf = (name: string) =>
  screen.getByRole('rowheader', { name: new RegExp(name) }).closest('[role=row]') as HTMLElement;
const bar = () => screen.getByRole('group', { name: 'Who is chosen' });
const tags = async (journal: TestJournal) =>
  (await journal.ask('people.list', {})).rows.map((row) => row.tags.join());

describe('choosing people', () => {
  test('by their boxes, a stretch of them with Shift, and all of them; then they get a tag together', async () => {
    const { user, journal } = await open(8);
    await user.click(screen.getByRole('checkbox', { name: 'Choose Person 01' }));
    expect(within(bar()).getByRole('status').textContent).toBe('One person chosen');
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Choose Person 04' }));
    await user.keyboard('{/Shift}');
    await waitFor(() => expect(within(bar()).getByRole('status').textContent).toBe('Four people chosen'));
    await user.click(within(bar()).getByRole('button', { name: 'Tag' }));
    await user.keyboard('choir{ArrowDown}{Enter}');
    await screen.findAllByText('Four people now have the tag “choir”.');
    expect(await tags(journal)).toEqual(['', 'choir', 'choir', 'choir', 'choir', '', '', '']);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findAllByText('What was changed about four people is undone.');
    expect((await tags(journal)).join('')).toBe('');
    await user.click(within(bar()).getByRole('button', { name: 'Choose all 8' }));
    await waitFor(() => expect(within(bar()).getByRole('status').textContent).toBe('Eight people chosen'));
    expect(rowOf('Person 07').getAttribute('aria-selected')).toBe('true');
  });

  test('by the keys alone: Space, Shift and the arrows, Ctrl and A, Escape', async () => {
    const { user, journal } = await open(5);
    rowOf('Person 00').focus();
    await user.keyboard(' {Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await waitFor(() => expect(within(bar()).getByRole('status').textContent).toBe('Three people chosen'));
    expect(document.activeElement).toBe(rowOf('Person 02'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Who is chosen' })).toBeNull());
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(within(bar()).getByRole('status').textContent).toBe('Five people chosen'));
    await user.keyboard('{Delete}');
    await screen.findAllByText('Five people were deleted. What you wrote about them stays.');
    expect((await journal.ask('people.list', {})).total).toBe(0);
    await user.keyboard('{Control>}z{/Control}');
    await screen.findAllByText('Five people are back.');
    expect((await journal.ask('people.list', {})).total).toBe(5);
  });

  test('to move them to a circle, and to make two of them one', async () => {
    const { user, journal } = await open(3);
    for (const name of ['Person 00', 'Person 02']) {
      await user.click(screen.getByRole('checkbox', { name: `Choose ${name}` }));
    }
    await user.click(within(bar()).getByRole('button', { name: 'Move to a circle' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Close' }));
    await screen.findAllByText('Two people are in the circle “Close” now.');
    const { rows } = await journal.ask('people.list', { circleId: 'close' });
    expect(rows).toHaveLength(2);
    await user.click(within(bar()).getByRole('button', { name: 'Make them one' }));
    await waitFor(() => expect(placeNow()).toBe(`/merge/${rows[0]?.id}/${rows[1]?.id}`));
  });

  test('more than twenty are deleted only after a question', async () => {
    const { user, journal } = await open(22);
    rowOf('Person 00').focus();
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(within(bar()).getByRole('status').textContent).toBe('22 people chosen'));
    await user.click(within(bar()).getByRole('button', { name: 'Delete' }));
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('This moves 22 people to the trash.');
    await user.click(within(question).getByRole('button', { name: 'Keep it' }));
    expect((await journal.ask('people.list', {})).total).toBe(22);
    await user.click(within(bar()).getByRole('button', { name: 'Delete' }));
    await user.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove it' }),
    );
    await screen.findAllByText('22 people were deleted. What you wrote about them stays.');
  });

  test('is over when other people are shown', async () => {
    const { user } = await open(3);
    await user.click(screen.getByRole('checkbox', { name: 'Choose Person 01' }));
    await user.type(screen.getByRole('searchbox', { name: 'Find somebody' }), 'Person 02');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Who is chosen' })).toBeNull());
  });
});
