// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { draftOfEntry, entryOfDraft } from '../../../src/renderer/composer/draftContent.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { addEntry, addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(closeTestJournals);
prepareDom();

const email = (value: string) => ({ kind: 'email' as const, label: '', value });

/** Two who are one, of whom the second has more written about them. */
async function twoLisas(journal: TestJournal): Promise<void> {
  await addPerson(journal, { name: 'Liz Grey', tags: ['choir'], contactWays: [email('liz@example.org')] });
  const lisa = await addPerson(journal, {
    name: 'Lisa Grey',
    circleId: 'close',
    tags: ['work'],
    contactWays: [email('liz@example.org')],
  });
  await addEntry(journal, { people: [{ personId: lisa, role: 'with' }], body: 'about quinces' });
}

async function open(at: string | ((ids: Record<string, string>) => string), before = twoLisas) {
  const rendered = await renderWithJournal(<App />, { at: '/settings', before });
  const { rows } = await rendered.journal.ask('people.list', {});
  const ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  location.hash = `#${typeof at === 'string' ? at : at(ids)}`;
  return { ...rendered, ids };
}

const field = (name: string) => screen.findByRole('radiogroup', { name });

describe('two people side by side', () => {
  test('are made one, field by field, and two again by undo', async () => {
    const { user, journal, ids } = await open((known) => `/merge/${known['Liz Grey']}/${known['Lisa Grey']}`);
    await screen.findByRole('heading', { level: 1, name: 'Make one person of two' });
    // Whom more was written about stands on the left, and is chosen to begin with.
    const [left, right] = within(await field('Name')).getAllByRole('radio');
    expect(left?.closest('label')?.textContent).toBe('Lisa Grey');
    expect((left as HTMLInputElement).checked).toBe(true);
    await user.click(right as HTMLElement);
    expect(within(await field('Tags')).getByRole('radio', { name: 'Both' })).toHaveProperty('checked', true);
    // What is the same in both is not asked about.
    expect(screen.queryByRole('radiogroup', { name: 'Ways to reach them' })).toBeNull();
    expect(screen.getByRole('checkbox', { name: 'Find them by “Lisa Grey” too' })).toHaveProperty(
      'checked',
      true,
    );
    await user.click(screen.getByRole('button', { name: 'Make them one' }));

    await waitFor(() => expect(placeNow()).toBe(`/person/${ids['Lisa Grey']}`));
    await screen.findAllByText('Liz Grey is one person now.');
    expect(await journal.ask('people.get', { id: ids['Lisa Grey'] ?? '' })).toMatchObject({
      name: 'Liz Grey',
      nicknames: ['Lisa Grey'],
      tags: ['work', 'choir'],
      circleId: 'close',
    });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await journal.ask('people.list', {})).total).toBe(2));
  });

  test('are chosen by name, or among those who look alike', async () => {
    const { user, ids } = await open((known) => `/merge/${known['Liz Grey']}`);
    await screen.findByText('Both have the e-mail address liz@example.org.');
    await user.click(screen.getByRole('button', { name: 'It is Lisa Grey' }));
    await waitFor(() => expect(placeNow()).toBe(`/merge/${ids['Liz Grey']}/${ids['Lisa Grey']}`));
  });

  test('must be two, and must be there', async () => {
    await open((known) => `/merge/${known['Liz Grey']}/${known['Liz Grey']}`);
    await screen.findByText('These are one and the same person. Choose somebody else.');
    location.hash = '#/merge/019d0000-0000-7000-8000-0000000000ff';
    await screen.findByText('This person is not in your journal');
  });

  test('a mention under the old id leads to the one who was kept, and is edited as theirs', async () => {
    const { journal, ids } = await open('/people');
    const lisa = ids['Lisa Grey'] ?? '';
    const liz = ids['Liz Grey'] ?? '';
    const mentioned = { personId: liz, role: 'mentioned' as const };
    const body = `${makeMention('Liz', liz)} called`;
    const entry = await addEntry(journal, { body, channel: 'call', begunBy: liz, people: [mentioned] });
    const { id: _i, createdAt: _c, changedAt: _d, ...known } = await journal.ask('people.get', { id: lisa });
    await journal.ask('people.merge', { keepId: lisa, otherId: liz, person: known });
    location.hash = `#/entry/${entry}`;
    const mention = await screen.findByRole('link', { name: 'Liz' });
    expect(mention.getAttribute('href')).toBe(`#/person/${lisa}`);
    const before = await journal.ask('entries.get', { id: entry });
    const edited = entryOfDraft(draftOfEntry(before), { day: '2026-11-22', time: '10:00' });
    expect(edited.people).toEqual([mentioned]);
    await journal.ask('entries.update', { id: entry, entry: edited });
    expect(await journal.ask('entries.get', { id: entry })).toEqual(before);
    expect((await journal.ask('history.entry', { id: entry })).total).toBe(0);
  });
});

describe('people who look alike', () => {
  test('are shown with the reasons, and no more once the user said that they are two', async () => {
    const { user } = await open('/look-alikes');
    const pair = await screen.findByRole('article', { name: /Lisa Grey/ });
    expect(pair.textContent).toContain('Both have the e-mail address liz@example.org.');
    await user.click(within(pair).getByRole('button', { name: /are two people/ }));
    await screen.findByText('Nobody looks like anybody else');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('article', { name: /Lisa Grey/ });
  });
});
