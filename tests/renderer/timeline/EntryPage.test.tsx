// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { EntryPage } from '../../../src/renderer/timeline/EntryPage.tsx';
import { addEntry, closeTestJournals, testId } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

async function show(bodies: readonly string[], at: (ids: readonly string[]) => string) {
  const ids: string[] = [];
  const rendered = await renderWithJournal(
    <Route path="/entry/:id">{({ id }) => <EntryPage key={id} id={id} />}</Route>,
    {
      before: async (journal) => {
        for (const [index, body] of bodies.entries()) {
          ids.push(await addEntry(journal, { day: '1663-05-03', time: `1${index}:00`, body }));
        }
        // The window opens at the entry whose id only the journal could tell.
        history.replaceState(null, '', `#${at(ids)}`);
      },
    },
  );
  return { ...rendered, ids };
}

describe('the page of an entry', () => {
  it('shows it whole, under its day', async () => {
    const long = `${'Tea and cake. '.repeat(200)}The end.`;
    await show([long], ([id]) => `/entry/${id}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Thursday 3 May 1663' })).toBeTruthy();
    expect(screen.getByText(/The end\./)).toBeTruthy();
  });

  it('opens at the place that was searched for', async () => {
    const body = 'First.\n\nSecond.\n\n- third\n- fourth';
    await show([body], ([id]) => `/entry/${id}?at=${body.indexOf('fourth')}`);
    const place = await screen.findByText('fourth');
    await waitFor(() => expect(place.closest('.found-place')?.textContent?.trim()).toBe('fourth'));
  });

  it('goes to the next and the one before', async () => {
    const { user, ids } = await show(['One.', 'Two.', 'Three.'], (made) => `/entry/${made[1]}`);
    await screen.findByText('Two.');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Older entry (j)' }).hasAttribute('disabled')).toBe(false),
    );
    await user.keyboard('j');
    expect(await screen.findByText('One.')).toBeTruthy();
    expect(`#${placeNow()}`).toBe(`#/entry/${ids[0]}`);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Newer entry (k)' }).hasAttribute('disabled')).toBe(false),
    );
    expect(screen.getByRole('button', { name: 'Older entry (j)' }).hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Newer entry (k)' }));
    expect(await screen.findByText('Two.')).toBeTruthy();
  });

  it('deletes it, with undo', async () => {
    const { user, journal, ids } = await show(['One.'], ([id]) => `/entry/${id}`);
    await screen.findByText('One.');
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(`#${placeNow()}`).toBe('#/'));
    await expect(journal.ask('entries.get', { id: ids[0] ?? '' })).rejects.toMatchObject({
      kind: 'notFound',
    });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () =>
      expect((await journal.ask('entries.get', { id: ids[0] ?? '' })).body).toBe('One.'),
    );
  });

  it('says in words when there is no such entry', async () => {
    await show([], () => `/entry/${testId(99)}`);
    expect(await screen.findByText('This entry cannot be shown')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'To the journal' })).toBeTruthy();
  });
});
