// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { KithError } from '../../../src/shared/contract/errors.ts';
import { closeTestJournals } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(() => {
  closeTestJournals();
  delete document.documentElement.dataset['theme'];
});

const theme = () => document.documentElement.dataset['theme'];

test('a look is seen at once, told to the window, and remembered', async () => {
  const { user, bridge, journal } = await renderWithJournal(<App />, { at: '/settings' });
  const system = await screen.findByRole<HTMLInputElement>('radio', { name: 'Like the system' });
  await waitFor(() => expect(system.checked).toBe(true));
  expect(theme()).toBeUndefined();

  await user.click(screen.getByRole('radio', { name: 'Lamplight' }));
  await waitFor(() => expect(theme()).toBe('dark'));
  await waitFor(async () => expect(await journal.ask('settings.get', {})).toMatchObject({ theme: 'dark' }));
  expect(bridge.askedOfDesktop.at(-1)).toEqual({ method: 'desktop.setTheme', input: { theme: 'dark' } });

  // By the arrow keys as well, as radio buttons go.
  await user.keyboard('{ArrowUp}');
  await waitFor(() => expect(theme()).toBe('light'));
});

test('the remembered look is there when the window opens', async () => {
  await renderWithJournal(<App />, {
    before: (journal) => journal.ask('settings.update', { theme: 'dark' }),
  });
  await waitFor(() => expect(theme()).toBe('dark'));
});

test('where the window refuses the look, it says so', async () => {
  await renderWithJournal(<App />, {
    before: (journal) => journal.ask('settings.update', { theme: 'dark' }),
    desktop: () => {
      throw new KithError('storage', 'No.');
    },
  });
  await waitFor(() => expect(document.body.textContent).toContain('The look could not be remembered.'));
});

test('it says which Kith this is, and where the journal is, in words', async () => {
  const { user } = await renderWithJournal(<App />, { at: '/settings' });
  expect(await screen.findByText(/^Version \d+\.\d+\.\d+\.$/)).toBeTruthy();
  expect(screen.getByText(/one encrypted file/)).toBeTruthy();
  expect(screen.getByText(/SIL Open Font License/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show the keys' }));
  expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
});

test('the time of a week and the notification of the day are chosen in words, and remembered', async () => {
  const { user, journal } = await renderWithJournal(<App />, { at: '/settings' });
  const choose = async (select: RegExp, option: string | RegExp) => {
    await user.click(await screen.findByRole('button', { name: select }));
    await user.click(await screen.findByRole('option', { name: option }));
  };
  const saved = (settings: object) =>
    waitFor(async () => expect(await journal.ask('settings.get', {})).toMatchObject(settings));
  await choose(/Time in a week/, 'Half an hour');
  await saved({ weekMinutes: 30 });
  await choose(/Time in a week/, 'None');
  await saved({ weekMinutes: 0 });
  expect(screen.queryByRole('checkbox', { name: 'Private notifications' })).toBeNull();
  await choose(/One notification a day/, /^At 0?8:00( am)?$/i);
  await saved({ digestHour: 8, privateNotifications: true });
  const isPrivate = await screen.findByRole('checkbox', { name: 'Private notifications' });
  await user.click(isPrivate);
  await saved({ privateNotifications: false });
  expect(await screen.findByText(/name up to three people/)).toBeTruthy();
  await choose(/One notification a day/, 'None');
  await saved({ digestHour: null });
});
