// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { PersonPage } from '../../../src/renderer/person/PersonPage.tsx';
import { EntryPage } from '../../../src/renderer/timeline/EntryPage.tsx';
import { addEntry, addPerson, closeTestJournals, entryDraftOf } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

async function showEntry(...bodies: readonly string[]) {
  let id = '';
  const rendered = await renderWithJournal(
    <Route path="/entry/:id">{({ id: shown }) => <EntryPage key={shown} id={shown} />}</Route>,
    {
      before: async (journal) => {
        const [first = '', ...later] = bodies;
        id = await addEntry(journal, { body: first });
        for (const body of later) {
          journal.clock.advance(60_000);
          await journal.ask('entries.update', { id, entry: entryDraftOf({ body }) });
        }
        history.replaceState(null, '', `#/entry/${id}`);
      },
    },
  );
  return { ...rendered, id };
}

describe('the earlier versions of an entry', () => {
  it('are not spoken of where there are none', async () => {
    await showEntry('Tea.');
    await screen.findByText('Tea.');
    expect(screen.queryByRole('button', { name: 'Earlier versions' })).toBeNull();
  });

  it('are read with what is another now marked, or as they were', async () => {
    const { user } = await showEntry('We had tea.', 'We had good cake.');
    await user.click(await screen.findByRole('button', { name: 'Earlier versions' }));
    const version = within(await screen.findByRole('region', { name: 'This version' }));
    const words = await waitFor(() => {
      const part = document.querySelector('[data-part="Words"]');
      if (!part) throw new Error('the words are not there yet');
      return part;
    });
    expect([...words.querySelectorAll('mark')].map((one) => one.textContent).join('')).toContain('tea');
    expect([...words.querySelectorAll('del')].map((one) => one.textContent).join('')).toContain('cake');
    await user.click(version.getByRole('checkbox', { name: 'Mark what is different now' }));
    expect(words.textContent).toBe('We had tea.');
  });

  it('are brought back, with undo', async () => {
    const { user, journal, id } = await showEntry('One.', 'Two.', 'Three.');
    await user.click(await screen.findByRole('button', { name: 'Earlier versions' }));
    const list = within(await screen.findByRole('navigation', { name: 'Versions' }));
    const [, oldest] = list.getAllByRole('button');
    await user.click(oldest as HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Bring this version back' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await journal.ask('entries.get', { id })).body).toBe('One.');
    expect(await screen.findByText('One.')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Three.')).toBeTruthy();
  });
});

describe('the earlier versions of a person', () => {
  it('are reached from the menu, read and brought back', async () => {
    let id = '';
    const { user, journal } = await renderWithJournal(
      <Route path="/person/:id">{({ id: shown }) => <PersonPage key={shown} id={shown} />}</Route>,
      {
        before: async (opened) => {
          id = await addPerson(opened, { name: 'Maren Okafor', notes: 'Loves the sea.' });
          await opened.ask('people.update', { id, person: { notes: '', circleId: 'inner' } });
          history.replaceState(null, '', `#/person/${id}`);
        },
      },
    );
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Earlier versions' }));
    const version = await screen.findByRole('region', { name: 'This version' });
    await waitFor(() => expect(version.textContent).toContain('Loves the sea.'));
    expect(version.querySelector('[data-part="Circle"] del')?.textContent).toContain('Inner circle');
    await user.click(screen.getByRole('button', { name: 'Bring this version back' }));
    await waitFor(async () =>
      expect(await journal.ask('people.get', { id })).toMatchObject({
        notes: 'Loves the sea.',
        circleId: null,
      }),
    );
  });
});
