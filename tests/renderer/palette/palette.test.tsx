// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { findCommands, listCommands } from '../../../src/renderer/palette/commands.ts';
import { addEntry, addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

let ada = '';
let mei = '';
let about = '';

async function fill(journal: TestJournal) {
  ada = await addPerson(journal, { name: 'Ada Lovelace', preferredName: 'Ada' });
  mei = await addPerson(journal, { name: 'Mei-Ling Zhao' });
  about = await addEntry(journal, {
    body: 'We spoke of the marmalade that she makes.',
    day: '2026-11-20',
    people: [{ personId: ada, role: 'with' }],
  });
}

/** The whole window, with the palette called up over the settings. */
async function openPalette(before = fill) {
  const rendered = await renderWithJournal(<App />, { before, at: '/settings' });
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  await rendered.user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Find anybody and anything' });
  const field = within(dialog).getByLabelText<HTMLInputElement>('Find anybody and anything', {
    selector: 'input',
  });
  await waitFor(() => expect(document.activeElement).toBe(field));
  return { ...rendered, dialog };
}

/** Waits until the row that Enter would choose is called so. */
const chosen = (dialog: HTMLElement, name: RegExp) =>
  waitFor(() => {
    const row = dialog.querySelector('[data-focused]');
    expect(row?.textContent).toMatch(name);
  });

test('a few letters and Enter lead to a person, typos forgiven', async () => {
  const { user, dialog } = await openPalette();
  await user.keyboard('mei lnig');
  await chosen(dialog, /Mei-Ling Zhao/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(`#${placeNow()}`).toBe(`#/person/${mei}`));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('Enter that comes before anything is found waits for it', async () => {
  const { user } = await openPalette();
  await user.keyboard('mei lnig{Enter}');
  await waitFor(() => expect(`#${placeNow()}`).toBe(`#/person/${mei}`));
});

test('before a letter is typed it offers whom one talked with last', async () => {
  const { user, dialog } = await openPalette();
  const lately = await within(dialog).findByRole('menuitem', { name: /^Ada/ });
  expect(within(dialog).queryByRole('menuitem', { name: /Mei-Ling/ })).toBeNull();
  await user.click(lately);
  await waitFor(() => expect(`#${placeNow()}`).toBe(`#/person/${ada}`));
});

test('words of the journal are found, and the entry opens where they stand', async () => {
  const { user, dialog } = await openPalette();
  await user.keyboard('marmal');
  const hit = await within(dialog).findByRole('menuitem', { name: /marmalade/ });
  expect(within(hit).getByText('marmal', { exact: false, selector: 'mark' })).toBeTruthy();
  await user.click(hit);
  await waitFor(() => expect(`#${placeNow()}`).toBe(`#/entry/${about}?at=16`));
});

test('what there is to do is found by its name and by others', async () => {
  const { user, dialog, journal } = await openPalette();
  await user.keyboard('dark');
  await chosen(dialog, /Lamplight/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  await waitFor(async () => expect(await journal.ask('settings.get', {})).toMatchObject({ theme: 'dark' }));
});

test('there is always the whole search', async () => {
  const { user, dialog } = await openPalette();
  await user.keyboard('100% “tea” & more');
  await user.click(await within(dialog).findByRole('menuitem', { name: /^Search for/ }));
  await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/search\?/));
  expect(new URLSearchParams(`#${placeNow()}`.split('?')[1]).get('q')).toBe('100% “tea” & more');
});

test('Escape closes it, and what was typed is gone the next time', async () => {
  const { user } = await openPalette(async () => undefined);
  await user.keyboard('zz');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.querySelector('input')?.value).toBe('');
});

describe('findCommands', () => {
  const commands = listCommands({ chooseTheme: () => undefined, showShortcuts: () => undefined });
  test.each([
    ['', commands.length],
    ['go to', 7],
    ['go to peo', 1],
    ['peo', 2],
    ['PAPER', 1],
    ['export', 1],
    ['xyzzy', 0],
  ])('“%s”', (text, count) => {
    expect(findCommands(commands, text)).toHaveLength(count);
  });
});
