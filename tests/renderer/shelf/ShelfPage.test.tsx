// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { ShelfPage } from '../../../src/renderer/shelf/ShelfPage.tsx';
import { ShelveHere } from '../../../src/renderer/shelf/ShelveHere.tsx';
import type { DesktopMethod } from '../../../src/shared/contract/desktop.ts';
import { addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

// The window tells the day by the clock of the system.
const today = new Date().toISOString().slice(0, 10);

async function fill(journal: TestJournal): Promise<void> {
  journal.clock.set(today);
  const personId = await addPerson(journal, { name: 'Maren Okafor' });
  await journal.ask('facts.create', { personId, fact: { facet: 'interests', text: 'bees' } });
  await addPerson(journal, { name: 'Tom Reed' });
  const put = (title: string, topic: string) =>
    journal.ask('shelf.create', {
      item: { kind: 'link', title, url: `https://${topic}.example/`, topics: [topic] },
    });
  await put('How swarms decide', 'bees');
  journal.clock.advance(1000);
  await put('A map of all the harbours', 'harbours');
}

const show = (
  before?: (journal: TestJournal) => Promise<void>,
  desktop?: (method: DesktopMethod, input: unknown) => unknown,
) =>
  renderWithJournal(
    <>
      <ShelfPage />
      <ShelveHere />
    </>,
    { at: '/shelf', ...(before ? { before } : {}), ...(desktop ? { desktop } : {}) },
  );
const card = (name: string) => screen.findByRole('article', { name });

describe('the shelf', () => {
  it('says what it will hold, and takes the first thing', async () => {
    const { user, journal } = await show();
    await screen.findByRole('heading', { name: 'Things worth sharing wait here' });
    await user.click(screen.getByRole('button', { name: 'Put something on the shelf' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Put on the shelf' }));
    await user.type(sheet.getByRole('textbox', { name: 'Address' }), 'bees.example/swarms');
    await user.type(sheet.getByRole('textbox', { name: 'Title' }), 'How swarms decide');
    await user.type(sheet.getByRole('combobox', { name: 'What it is about' }), 'bees{Enter}');
    await user.click(sheet.getByRole('button', { name: 'Put it there' }));
    await card('How swarms decide');
    expect((await journal.ask('shelf.list', {})).items).toMatchObject([
      { title: 'How swarms decide', url: 'https://bees.example/swarms', topics: ['bees'] },
    ]);
  });

  it('says why something cannot be put there, and keeps what was typed', async () => {
    const { user, journal } = await show();
    await user.click(await screen.findByRole('button', { name: 'Put something on the shelf' }));
    const sheet = within(await screen.findByRole('dialog'));
    await user.type(sheet.getByRole('textbox', { name: 'Title' }), 'Only a title');
    await user.click(sheet.getByRole('button', { name: 'Put it there' }));
    await sheet.findByText('A link needs its address.');
    expect(sheet.getByRole('textbox', { name: 'Title' })).toHaveProperty('value', 'Only a title');
    expect((await journal.ask('shelf.list', {})).items).toEqual([]);
  });

  it('says who would like a thing and why, and lets it be shared and written about', async () => {
    const { user, journal } = await show(fill);
    const swarms = within(await card('How swarms decide'));
    const likers = within(await swarms.findByRole('list', { name: 'Who would like it' }));
    expect(likers.getByRole('listitem').textContent).toContain('bees');
    await user.click(likers.getByRole('button', { name: 'Shared it with Maren Okafor' }));
    await swarms.findByRole('list', { name: 'Shared with' });
    expect(swarms.queryByRole('list', { name: 'Who would like it' })).toBeNull();
    await user.click(swarms.getByRole('button', { name: 'Write about it' }));
    expect(placeNow()).toBe('/');
    const { items } = await journal.ask('shelf.list', { topic: 'bees' });
    expect(items[0]?.sharedWith).toMatchObject([{ person: { name: 'Maren Okafor' }, day: today }]);
  });

  it('can be shared with anybody, and that taken back', async () => {
    const { user, journal } = await show(fill);
    const swarms = within(await card('How swarms decide'));
    await user.click(swarms.getByRole('button', { name: /^Shared with …/ }));
    await user.type(await screen.findByRole('searchbox', { name: 'With whom was it shared?' }), 'Tom');
    await user.click(await screen.findByRole('menuitem', { name: /Tom Reed/ }));
    await user.click(await swarms.findByRole('button', { name: 'Not shared with Tom Reed' }));
    await waitFor(async () => {
      const { items } = await journal.ask('shelf.list', { topic: 'bees' });
      expect(items[0]?.sharedWith).toEqual([]);
    });
  });

  it('is narrowed by words and by a topic', async () => {
    const { user } = await show(fill);
    await card('A map of all the harbours');
    await user.type(screen.getByRole('searchbox', { name: 'Find on the shelf' }), 'swarms');
    await waitFor(() =>
      expect(screen.queryByRole('article', { name: 'A map of all the harbours' })).toBeNull(),
    );
    await user.clear(screen.getByRole('searchbox'));
    await user.click(
      within(await card('A map of all the harbours')).getByRole('button', { name: 'harbours' }),
    );
    await waitFor(() => expect(screen.queryByRole('article', { name: 'How swarms decide' })).toBeNull());
    await user.type(screen.getByRole('searchbox'), 'nothing of the kind');
    await user.click(await screen.findByRole('button', { name: 'Show all of it' }));
    await card('How swarms decide');
  });

  it('changes and deletes a thing, and brings it back', async () => {
    const { user } = await show(fill);
    const more = async () =>
      user.click(await screen.findByRole('button', { name: 'More about “How swarms decide”' }));
    await more();
    await user.click(await screen.findByRole('menuitem', { name: 'Change' }));
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await user.type(title, ' together');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await card('How swarms decide together');
    await user.click(screen.getByRole('button', { name: 'More about “How swarms decide together”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('article', { name: /swarms/ })).toBeNull());
    const [undo] = screen.getAllByRole('button', { name: 'Undo' });
    if (undo) await user.click(undo);
    await card('How swarms decide together');
  });

  it('opens a link only by way of the desktop, which asks first, and copies it', async () => {
    const asked: unknown[] = [];
    const { user } = await show(fill, (method, input) => {
      asked.push([method, input]);
      return null;
    });
    const swarms = within(await card('How swarms decide'));
    await user.click(swarms.getByRole('link', { name: 'bees.example' }));
    await user.click(swarms.getByRole('button', { name: 'Copy “How swarms decide”' }));
    expect(asked).toEqual([
      ['desktop.openExternal', { url: 'https://bees.example/' }],
      ['desktop.copyText', { text: 'How swarms decide\n\nhttps://bees.example/' }],
    ]);
  });
});
