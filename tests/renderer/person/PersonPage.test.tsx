// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { PersonPage } from '../../../src/renderer/person/PersonPage.tsx';
import { addEntry, addPerson, closeTestJournals, type TestJournal, testId } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { type Rendered, renderWithJournal } from '../support/renderWithJournal.tsx';

// In this order: what leaves the screen keeps its drafts in a journal that is still open.
afterEach(closeTestJournals);
prepareDom();

/** The id of the first person that a test journal makes. */
const adaId = testId(1);

async function ada(journal: TestJournal): Promise<void> {
  await addPerson(journal, {
    name: 'Ada Lovelace',
    preferredName: 'Ada',
    nicknames: ['Countess', 'Enchantress'],
    circleId: 'close',
    contactWays: [
      { kind: 'email', label: 'work', value: 'ada@example.org' },
      { kind: 'phone', label: '', value: '+44 20 7946 0000' },
    ],
    details: [{ label: 'Born', value: '10 December 1815' }],
    notes: 'Likes **engines**.',
  });
  await addEntry(journal, {
    day: '2026-11-01',
    channel: 'inPerson',
    body: 'Tea, and the loom.',
    people: [{ personId: adaId, role: 'with' }],
  });
  await addEntry(journal, {
    day: '2026-11-10',
    body: 'Charles praised her notes.',
    people: [{ personId: adaId, role: 'mentioned' }],
  });
}

async function showAda(): Promise<Rendered> {
  const rendered = await renderWithJournal(<PersonPage id={adaId} />, {
    at: `/person/${adaId}`,
    before: ada,
  });
  await screen.findByRole('heading', { name: 'Ada Lovelace' });
  return rendered;
}

const person = (journal: TestJournal) => journal.ask('people.get', { id: adaId });

describe('the page about a person', () => {
  test('says who they are, and when one last talked', async () => {
    await showAda();
    expect(screen.getByText('Ada', { selector: 'bdi' })).toBeTruthy();
    expect(screen.getByText('Countess, Enchantress')).toBeTruthy();
    expect(screen.getByText('three weeks ago, on a Sunday')).toBeTruthy();
    expect(screen.getByText('in two weeks, on a Sunday')).toBeTruthy();
    expect(screen.getByText('Born')).toBeTruthy();
    expect(screen.getByText('10 December 1815')).toBeTruthy();
    expect(screen.getByText('engines').tagName).toBe('STRONG');
    await waitFor(() => expect(screen.getByRole('button', { name: /Close.*Circle/ })).toBeTruthy());
  });

  test('tells conversations from mentions', async () => {
    const { user } = await showAda();
    await screen.findByText('Tea, and the loom.');
    expect(screen.queryByText('Charles praised her notes.')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Mentioned in' }));
    await screen.findByText('Charles praised her notes.');
    expect(screen.queryByText('Tea, and the loom.')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Mentioned in' }));
  });

  test('a press copies a way to reach them', async () => {
    const { user } = await showAda();
    await user.click(screen.getByRole('button', { name: /Copy email ada@example.org/ }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('ada@example.org'));
    await screen.findByText('Copied.');
  });

  test('an email address opens outside', async () => {
    const { user, bridge } = await showAda();
    await user.click(screen.getByRole('button', { name: 'Write to ada@example.org' }));
    expect(bridge.askedOfDesktop).toEqual([
      { method: 'desktop.openExternal', input: { url: 'mailto:ada@example.org' } },
    ]);
  });

  test('the circle changes by a menu', async () => {
    const { user, journal } = await showAda();
    await user.click(await screen.findByRole('button', { name: /Close.*Circle/ }));
    await user.click(await screen.findByRole('option', { name: 'Inner circle' }));
    await waitFor(async () => expect((await person(journal)).circleId).toBe('inner'));
    await screen.findByRole('button', { name: /Inner circle.*Circle/ });
  });

  test('writing about them goes to the composer', async () => {
    const { user } = await showAda();
    await user.click(screen.getByRole('button', { name: 'Write about Ada' }));
    expect(`#${placeNow()}`).toBe('#/');
  });

  test('deleting leads back to the list, and can be undone', async () => {
    const { user, journal } = await showAda();
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(`#${placeNow()}`).toBe('#/people'));
    await expect(person(journal)).rejects.toMatchObject({ kind: 'notFound' });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await person(journal)).name).toBe('Ada Lovelace'));
  });

  test('somebody who is not there is said to be gone, in words', async () => {
    await renderWithJournal(<PersonPage id={testId(99)} />, { at: `/person/${testId(99)}` });
    await screen.findByText('This person is not in your journal');
    await renderWithJournal(<PersonPage id="nonsense" />, { at: '/person/nonsense' });
    await waitFor(() => expect(screen.getAllByText('This person is not in your journal')).toHaveLength(2));
  });
});

describe('the notes', () => {
  test('let the keys of the whole window through', async () => {
    const { user } = await showAda();
    await user.click(screen.getByRole('button', { name: 'Edit the notes' }));
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    addEventListener('keydown', hear);
    await user.keyboard('{Control>}k{/Control}');
    removeEventListener('keydown', hear);
    expect(heard).toContain('k');
  });

  test('are written in their place', async () => {
    const { user, journal } = await showAda();
    await user.click(screen.getByRole('button', { name: 'Edit the notes' }));
    const area = screen.getByRole('textbox', { name: 'Notes about Ada' });
    expect(document.activeElement).toBe(area);
    await user.type(area, ' And tea.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await person(journal)).notes).toBe('Likes **engines**. And tea.'));
    await screen.findByText(/And tea/, { selector: 'p' });
    expect(await journal.ask('drafts.get', { slot: `notes:${adaId}` })).toBeNull();
  });

  test('what was typed and left is set aside, and undo brings it back', async () => {
    const { user, journal } = await showAda();
    await user.click(screen.getByRole('button', { name: 'Edit the notes' }));
    await user.type(screen.getByRole('textbox', { name: 'Notes about Ada' }), ' Unfinished');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Notes about Ada' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notes about Ada' });
    expect(area.value).toBe('Likes **engines**. Unfinished');
    expect((await person(journal)).notes).toBe('Likes **engines**.');
  });

  test('what was typed before the page was left is there again', async () => {
    const { user, journal, unmount } = await showAda();
    await user.click(screen.getByRole('button', { name: 'Edit the notes' }));
    await user.type(screen.getByRole('textbox', { name: 'Notes about Ada' }), ' Half a');
    unmount();
    await waitFor(async () => {
      const draft = await journal.ask('drafts.get', { slot: `notes:${adaId}` });
      expect(draft?.content).toBe('Likes **engines**. Half a');
    });
  });
});

describe('the form', () => {
  async function edit(): Promise<Rendered> {
    const rendered = await showAda();
    await rendered.user.click(screen.getByRole('button', { name: 'Edit' }));
    await screen.findByRole('form', { name: 'Edit Ada Lovelace' });
    return rendered;
  }

  test('saves what was changed, and says so when the journal has it', async () => {
    const { user, journal } = await edit();
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Augusta Ada King');
    await user.click(screen.getByRole('button', { name: 'Move Enchantress up' }));
    await user.click(screen.getByRole('button', { name: 'Add a way to reach them' }));
    await user.keyboard('https://example.org/ada');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const title = await screen.findByRole('heading', { name: 'Augusta Ada King' });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(screen.getAllByText('Saved.').length).toBeGreaterThan(0);
    expect(await person(journal)).toMatchObject({
      name: 'Augusta Ada King',
      nicknames: ['Enchantress', 'Countess'],
      contactWays: [
        { kind: 'email', label: 'work', value: 'ada@example.org' },
        { kind: 'phone', label: '', value: '+44 20 7946 0000' },
        { kind: 'url', label: '', value: 'https://example.org/ada' },
      ],
    });
    expect(await journal.ask('drafts.get', { slot: `person:${adaId}` })).toBeNull();
  });

  test('says what is wrong beside the field, and puts focus there', async () => {
    const { user, journal } = await edit();
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('A person needs a name.');
    expect(name.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect((await person(journal)).name).toBe('Ada Lovelace');
  });

  test('a line that is taken out is gone, and focus stays in its list', async () => {
    const { user, journal } = await edit();
    await user.click(screen.getByRole('button', { name: 'Remove Countess' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a nickname' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect((await person(journal)).nicknames).toEqual(['Enchantress']));
  });

  test('Escape cancels, and undo brings the changes back', async () => {
    const { user, journal } = await edit();
    await user.type(screen.getByRole('textbox', { name: 'What you call them' }), 'lina');
    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: 'Ada Lovelace' });
    expect((await person(journal)).preferredName).toBe('Ada');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const form = await screen.findByRole('form');
    expect(within(form).getByRole<HTMLInputElement>('textbox', { name: 'What you call them' }).value).toBe(
      'Adalina',
    );
  });

  test('what was not saved is there again when the page is opened again', async () => {
    const { user, journal, bridge, unmount } = await edit();
    await user.type(screen.getByRole('textbox', { name: 'What you call them' }), 'lina');
    await waitFor(async () =>
      // A draft may be kept between two keys, too.
      expect((await journal.ask('drafts.get', { slot: `person:${adaId}` }))?.content).toContain('Adalina'),
    );
    const kept = await journal.ask('drafts.get', { slot: `person:${adaId}` });
    expect(bridge.askedOfDesktop).toEqual([]);

    unmount();
    await renderWithJournal(<PersonPage id={adaId} />, {
      at: `/person/${adaId}`,
      before: async (fresh) => {
        await ada(fresh);
        await fresh.ask('drafts.save', { slot: `person:${adaId}`, content: kept?.content ?? '' });
      },
    });
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'What you call them' }).value).toBe(
        'Adalina',
      ),
    );
  });
});
