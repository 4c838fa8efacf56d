// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { addEntry, addPerson, closeTestJournals, entryDraftOf } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

const bodyOf = async (journal: Awaited<ReturnType<typeof renderWithJournal>>['journal'], id: string) =>
  (await journal.ask('entries.get', { id })).body;

describe('undo', () => {
  it('brings back by key what was deleted last, says so, and offers to do it again', async () => {
    const { user, journal } = await renderWithJournal(<App />, { at: '/people' });
    await screen.findByRole('heading', { level: 1, name: 'People' });
    const id = await addPerson(journal, { name: 'Maren Okafor' });
    await journal.ask('people.remove', { id });
    await user.keyboard('{Control>}z{/Control}');
    await screen.findAllByText('Maren Okafor is back.');
    expect((await journal.ask('people.get', { id })).name).toBe('Maren Okafor');
    await user.click(await screen.findByRole('button', { name: 'Redo' }));
    await screen.findAllByText('Maren Okafor is deleted again.');
    await expect(journal.ask('people.get', { id })).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('is asked for by the menu too, step by step, and redo the other way', async () => {
    const { bridge, journal } = await renderWithJournal(<App />, { at: '/settings' });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    const id = await addEntry(journal, { body: 'one' });
    for (const body of ['two', 'three'])
      await journal.ask('entries.update', { id, entry: entryDraftOf({ body }) });
    bridge.tellMenu('undo');
    await waitFor(async () => expect(await bodyOf(journal, id)).toBe('two'));
    bridge.tellMenu('undo');
    await waitFor(async () => expect(await bodyOf(journal, id)).toBe('one'));
    bridge.tellMenu('undo');
    await screen.findAllByText('There is nothing to undo.');
    bridge.tellMenu('redo');
    await waitFor(async () => expect(await bodyOf(journal, id)).toBe('two'));
  });
});
