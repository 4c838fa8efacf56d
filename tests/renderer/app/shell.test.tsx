// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { addPerson, closeTestJournals } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

test('the sidebar leads to every place and says where one is', async () => {
  const { user } = await renderWithJournal(<App />);
  const nav = await screen.findByRole('navigation', { name: 'Kith' });
  const places = [
    'Today',
    'People',
    'Search',
    'Promises',
    'Shelf',
    'Bring in & take out',
    'Settings',
    'Journal',
  ];
  for (const name of places) {
    await user.click(within(nav).getByRole('link', { name }));
    const link = within(nav).getByRole('link', { name });
    await waitFor(() => expect(link.getAttribute('aria-current')).toBe('page'));
    expect(nav.querySelectorAll('[aria-current="page"]')).toHaveLength(1);
  }
});

test('the menu of the system and the keys of the window lead to the same places', async () => {
  const { user, bridge } = await renderWithJournal(<App />);
  await screen.findByRole('navigation', { name: 'Kith' });
  act(() => bridge.tellMenu('settings'));
  expect(await heading('Settings')).toBeTruthy();
  await user.keyboard('{Control>}3{/Control}');
  expect(`#${placeNow()}`).toBe('#/people');
  act(() => bridge.tellMenu('search'));
  expect(`#${placeNow()}`).toBe('#/search');
  await user.keyboard('{Control>}2{/Control}');
  expect(`#${placeNow()}`).toBe('#/');
});

test('a page that takes no focus itself has its title focused on arrival', async () => {
  const { user } = await renderWithJournal(<App />);
  await user.click(await screen.findByRole('link', { name: 'Settings' }));
  const title = await heading('Settings');
  await waitFor(() => expect(document.activeElement).toBe(title));
});

test('a page whose title waits for the journal has it focused all the same', async () => {
  const { user, journal } = await renderWithJournal(<App />);
  await addPerson(journal, { name: 'Grace Hopper' });
  await user.click(await screen.findByRole('link', { name: 'People' }));
  await heading('People');
  const row = await screen.findByRole('row', { name: /Grace Hopper/ });
  act(() => row.focus());
  await user.keyboard('{Enter}');
  const title = await heading(/Grace Hopper/);
  await waitFor(() => expect(document.activeElement).toBe(title));
});

test('“?” shows the keys, but is only a letter where one types', async () => {
  const { user } = await renderWithJournal(<App />, { at: '/settings' });
  await heading('Settings');
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keys' });
  expect(within(sheet).getByText('Find anybody and anything')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'Find anybody and anything' });
  const field = within(palette).getByLabelText<HTMLInputElement>('Find anybody and anything', {
    selector: 'input',
  });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('?');
  expect(field.value).toBe('?');
  expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull();
});

test('an address that leads nowhere leads to the journal', async () => {
  await renderWithJournal(<App />, { at: '/nowhere/at/all' });
  await screen.findByRole('navigation', { name: 'Kith' });
  await waitFor(() => expect(`#${placeNow()}`).toBe('#/'));
});

test('an interruption is told, what is on the screen stays, and all is asked again', async () => {
  const { bridge, user, journal } = await renderWithJournal(<App />, { at: '/settings' });
  await heading('Settings');
  act(() => bridge.tellConnection('interrupted'));
  expect(await screen.findByText(/is being started again/)).toBeTruthy();
  expect(await heading('Settings')).toBeTruthy();

  // While it was away, something was changed that nobody told of.
  await addPerson(journal, { name: 'Grace Hopper' });
  act(() => bridge.tellConnection('connected'));
  expect(await screen.findByText(/was started again. Nothing that was saved is lost/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Good' }));
  await waitFor(() => expect(screen.queryByText(/was started again/)).toBeNull());
});
