// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Route, Switch } from 'wouter';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { PeoplePage } from '../../../src/renderer/people/PeoplePage.tsx';
import { addEntry, addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(closeTestJournals);
prepareDom();

/** Three people, of whom one was talked to, one only mentioned, and one neither. */
async function threePeople(journal: TestJournal): Promise<void> {
  const ada = await addPerson(journal, { name: 'Ada Lovelace', nicknames: ['Countess'], circleId: 'close' });
  const ben = await addPerson(journal, { name: 'Ben Jonson', circleId: 'friends' });
  await addPerson(journal, { name: 'Cleo Amari' });
  await addEntry(journal, {
    day: '1663-06-03',
    people: [
      { personId: ada, role: 'with' },
      { personId: ben, role: 'mentioned' },
    ],
  });
}

async function crowd(journal: TestJournal, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await addPerson(journal, { name: `Person ${String(at).padStart(4, '0')}` });
  }
}

const names = () =>
  screen.getAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent ?? '');

describe('the list of people', () => {
  test('says who there is, how close, when one last talked, and whose turn it is', async () => {
    await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    const grid = await screen.findByRole('grid', { name: 'People' });
    await waitFor(() => expect(names()).toEqual(['Ada Lovelace', 'Ben Jonson', 'Cleo Amari']));
    expect(grid.getAttribute('aria-rowcount')).toBe('4');

    const [ada, ben, cleo] = within(grid).getAllByRole('row').slice(1);
    await waitFor(() => expect(ada?.textContent).toContain('Close'));
    expect(ada?.textContent).toContain('Countess');
    expect(ada?.textContent).toContain('June 1663');
    expect(ada?.textContent).toContain('since July 1663');
    expect(ben?.textContent).toContain('only mentioned, in June 1663');
    expect(cleo?.textContent).toContain('not yet');
    expect(screen.getByText('3 people')).toBeTruthy();
  });

  test('an empty journal says what will be here, and offers the first step', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people' });
    await screen.findByText('The people in your life');
    expect(screen.queryByRole('grid')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add somebody' }));
    expect(await screen.findByRole('dialog', { name: 'Somebody new' })).toBeTruthy();
  });

  test('sorts by a heading, turns the order round, and says so to a screen reader', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    const heading = () => screen.getByRole('columnheader', { name: 'Name' });
    expect(heading().getAttribute('aria-sort')).toBe('ascending');
    await user.click(within(heading()).getByRole('button'));
    await waitFor(() => expect(names()).toEqual(['Cleo Amari', 'Ben Jonson', 'Ada Lovelace']));
    expect(heading().getAttribute('aria-sort')).toBe('descending');

    await user.click(screen.getByRole('button', { name: 'Last talk' }));
    await waitFor(() => expect(names()[0]).toBe('Ada Lovelace'));
    expect(heading().getAttribute('aria-sort')).toBe('none');
    await waitFor(() => expect(`#${placeNow()}`).toBe('#/people?sort=lastTalk&descending='));
  });

  test('shows one circle, from its address as well', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, {
      at: '/people?circle=friends',
      before: threePeople,
    });
    await waitFor(() => expect(names()).toEqual(['Ben Jonson']));
    await user.click(await screen.findByRole('button', { name: /Friends.*Circle/ }));
    await user.click(await screen.findByRole('option', { name: 'Inner circle' }));
    await screen.findByText('Nobody is in this circle yet');
    await user.click(screen.getByRole('button', { name: 'Show everybody' }));
    await waitFor(() => expect(names()).toHaveLength(3));
  });
});

describe('finding somebody', () => {
  test('answers every key, and forgives a mistake', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.type(screen.getByRole('searchbox', { name: 'Find somebody' }), 'lovelcae');
    await waitFor(() => expect(names()).toEqual(['Ada Lovelace']));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/person\//));
  });

  test('a letter typed anywhere goes into the field', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.keyboard('ben');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('ben');
    await waitFor(() => expect(names()).toEqual(['Ben Jonson']));
  });

  test('offers to add somebody who is not there, by the name that was typed', async () => {
    const { user, journal } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.type(screen.getByRole('searchbox'), 'Zebedee Quux');
    await screen.findByText('Nobody is called “Zebedee Quux”');
    await user.click(screen.getByRole('button', { name: 'Add them' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/person\//));
    const id = `#${placeNow()}`.split('/').at(-1) ?? '';
    expect((await journal.ask('people.get', { id })).name).toBe('Zebedee Quux');
  });
});

describe('by keyboard', () => {
  test('keys of the whole window work while one finds somebody', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    addEventListener('keydown', hear);
    await user.click(screen.getByRole('searchbox'));
    await user.keyboard('{Control>}k{/Control}');
    removeEventListener('keydown', hear);
    expect(heard).toContain('k');
  });

  test('arrows move, Enter opens', async () => {
    const { user, journal } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('2'));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('4'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/person\//));
    const id = `#${placeNow()}`.split('/').at(-1) ?? '';
    expect((await journal.ask('people.get', { id })).name).toBe('Cleo Amari');
  });

  test('the grid is one stop of Tab; up from its first row leads back to the field', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    const stops = screen.getAllByRole('row').filter((row) => row.tabIndex === 0);
    expect(stops).toHaveLength(1);
    await user.keyboard('{ArrowDown}{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
  });

  test('n adds somebody; the name is asked for in words; a namesake is pointed out', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.keyboard('n');
    const dialog = await screen.findByRole('dialog', { name: 'Somebody new' });
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    await within(dialog).findByText('A person needs a name.');
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'ada lovelace');
    await within(dialog).findByText('Ada Lovelace is in your journal already.');
    await user.clear(within(dialog).getByRole('textbox', { name: 'Name' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Dora');
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/person\//));
  });

  test('Delete deletes, and undo brings them back', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, { at: '/people', before: threePeople });
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.keyboard('{ArrowDown}{Delete}');
    await waitFor(() => expect(names()).toEqual(['Ben Jonson', 'Cleo Amari']));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(names()).toEqual(['Ada Lovelace', 'Ben Jonson', 'Cleo Amari']));
  });
});

describe('a long list', () => {
  test('is where it was left, on the way back', async () => {
    const { user } = await renderWithJournal(
      <Switch>
        <Route path="/people" component={PeoplePage} />
        <Route>Somebody</Route>
      </Switch>,
      { at: '/people', before: (journal) => crowd(journal, 150) },
    );
    await waitFor(() => expect(names()[0]).toBe('Person 0000'));
    await user.keyboard('{ArrowDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Person 00[67]/));
    const left = document.activeElement?.getAttribute('aria-rowindex');
    await user.keyboard('{Enter}');
    await screen.findByText('Somebody');
    history.back();
    await waitFor(() => expect(names()).toContain(`Person ${String(Number(left) - 2).padStart(4, '0')}`));
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe(left));
  });

  test('only what is seen exists, and the end can be reached', async () => {
    const { user } = await renderWithJournal(<PeoplePage />, {
      at: '/people',
      before: (journal) => crowd(journal, 300),
    });
    const grid = await screen.findByRole('grid');
    await waitFor(() => expect(names()[0]).toBe('Person 0000'));
    expect(grid.getAttribute('aria-rowcount')).toBe('301');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    await user.keyboard('{ArrowDown}{End}');
    await waitFor(() => expect(names()).toContain('Person 0299'));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Person 0299'));
  });
});
