// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { addEntry, closeTestJournals } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

test('before a lock the place is kept in the journal, searched words and all', async () => {
  const { bridge, journal } = await renderWithJournal(<App />, { at: '/search?q=marzipan' });
  await screen.findByRole('heading', { name: 'Search' });
  await bridge.tellLocking();
  const kept = await journal.ask('drafts.get', { slot: 'place' });
  expect(JSON.parse(kept?.content ?? '{}')).toEqual({ at: '/search?q=marzipan', writing: null });
});

test('after it, one is there again, and the place is forgotten', async () => {
  const { journal } = await renderWithJournal(<App />, {
    at: '',
    before: (opened) =>
      opened.ask('drafts.save', {
        slot: 'place',
        content: JSON.stringify({ at: '/search?q=marzipan', writing: null }),
      }),
  });
  await waitFor(() => expect(`#${placeNow()}`).toBe('#/search?q=marzipan'));
  expect(await journal.ask('drafts.get', { slot: 'place' })).toBeNull();
});

test('a journal that holds something begins with the day, and nothing else is drawn before', async () => {
  await renderWithJournal(<App />, {
    at: '',
    before: (opened) => addEntry(opened, { body: 'We ate plums.' }),
  });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty('textContent', 'Today');
  expect(placeNow()).toBe('/today');
});

test('an empty one begins with what it will hold', async () => {
  await renderWithJournal(<App />, { at: '' });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty('textContent', 'Journal');
});

test('a place that cannot be read is no trouble', async () => {
  const { journal } = await renderWithJournal(<App />, {
    at: '',
    before: (opened) => opened.ask('drafts.save', { slot: 'place', content: '{' }),
  });
  expect(await screen.findByRole('heading', { name: 'Journal' })).toBeTruthy();
  await waitFor(async () => expect(await journal.ask('drafts.get', { slot: 'place' })).toBeNull());
});

test('an entry that was being changed is open for changing again, with what was typed', async () => {
  const kept = { id: '' };
  const { bridge, journal } = await renderWithJournal(<App />, {
    at: '',
    before: async (opened) => {
      kept.id = await addEntry(opened, { body: 'We ate plums.' });
      const place = { at: `/entry/${kept.id}`, writing: kept.id };
      await opened.ask('drafts.save', { slot: 'place', content: JSON.stringify(place) });
    },
  });
  const writing = await screen.findByRole('textbox', { name: 'The words of the entry' });
  expect(writing.textContent).toContain('We ate plums.');
  await bridge.tellLocking();
  const place = await journal.ask('drafts.get', { slot: 'place' });
  expect(JSON.parse(place?.content ?? '{}')).toEqual({ at: `/entry/${kept.id}`, writing: kept.id });
});
