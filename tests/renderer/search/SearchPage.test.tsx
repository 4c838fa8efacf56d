// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { SearchPage } from '../../../src/renderer/search/SearchPage.tsx';
import { addEntry, addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { type Rendered, renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(closeTestJournals);
prepareDom();
async function someYears(journal: TestJournal): Promise<void> {
  const ada = await addPerson(journal, { name: 'Ada Lovelace', circleId: 'close' });
  await addPerson(journal, { name: 'Lowell Lovett' });
  await addEntry(journal, {
    day: '2024-03-03',
    channel: 'letter',
    body: 'A long letter about the analytical engine.',
    people: [{ personId: ada, role: 'with' }],
    tags: ['engine'],
  });
  await addEntry(journal, { day: '2025-05-05', body: 'The engine of the car broke down, so we walked.' });
  await addEntry(journal, { day: '2026-07-07', body: 'Elderflower tea in the garden.' });
}

const show = (at = '/search', before = someYears): Promise<Rendered> =>
  renderWithJournal(<SearchPage />, { at, before });

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search' });
const found = () => within(screen.getByRole('listbox', { name: 'Found' })).getAllByRole('option');
const waitForFound = (count: number) => waitFor(() => expect(found()).toHaveLength(count));

describe('while one types', () => {
  test('every key is answered, with what was searched for marked', async () => {
    const { user } = await show();
    await user.type(field(), 'engi');
    await waitForFound(2);
    const letter = found().find((hit) => hit.textContent?.includes('with Ada Lovelace'));
    expect(letter?.textContent).toContain('3 March 2024');
    expect(letter?.querySelector('mark')?.textContent?.toLowerCase()).toMatch(/^engi/);
    await user.type(field(), 'ne analyt');
    await waitForFound(1);
    await user.clear(field());
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(screen.getByText('Find anybody, and anything that was written')).toBeTruthy();
  });

  test('people come before entries, and typing mistakes in names are forgiven', async () => {
    const { user } = await show();
    await user.type(field(), 'lovelcae');
    await waitFor(() => expect(found()[0]?.textContent).toContain('Ada Lovelace'));
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/person\//));
  });

  test('the number of results is said once typing rests', async () => {
    const { user } = await show();
    await user.type(field(), 'engine');
    await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toBe('2 entries.'));
    await user.type(field(), 'xyzzyq');
    await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toBe('Nothing found.'), {
      timeout: 3000,
    });
  });

  test('any character string is a query', async () => {
    const { user } = await show();
    await user.click(field());
    await user.paste('"" -( OR with: #” 🙂 *');
    await waitFor(() => expect(field().value).toBe('"" -( OR with: #” 🙂 *'));
    await waitFor(() => expect(`#${placeNow()}`).toContain('/search?q='));
    expect(screen.queryByText(/went wrong/)).toBeNull();
  });
});

describe('what was found', () => {
  test('is moved through from the field, and opened at the match', async () => {
    const { user, journal } = await show();
    await user.type(field(), 'engine');
    await waitForFound(2);
    expect(field().getAttribute('aria-activedescendant')).toBeNull();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const [, second] = found();
    expect(second?.getAttribute('aria-selected')).toBe('true');
    expect(field().getAttribute('aria-activedescendant')).toBe(second?.id);
    expect(document.activeElement).toBe(field());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/entry\/[^?]+\?at=\d+$/));
    const [, id, at] = /entry\/([^?]+)\?at=(\d+)/.exec(`#${placeNow()}`) ?? [];
    const { body } = await journal.ask('entries.get', { id: id ?? '' });
    expect(body.slice(Number(at))).toMatch(/^engine/);
  });

  test('is there again on the way back, with what was opened selected', async () => {
    const { user } = await show();
    await user.type(field(), 'engine');
    await waitForFound(2);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/entry\//));
    history.back();
    await waitFor(() => expect(`#${placeNow()}`).toMatch(/^#\/search\?q=engine&opened=/));
    await waitFor(() => expect(found()[1]?.getAttribute('aria-selected')).toBe('true'));
    expect(field().value).toBe('engine');
    await user.click(field());
    await user.keyboard('{ArrowUp}');
    expect(found()[0]?.getAttribute('aria-selected')).toBe('true');
  });

  test('Enter alone asks for the best of all, and they can be read newest first', async () => {
    const { user } = await show('/search?q=engine');
    await waitForFound(2);
    await user.click(field());
    await user.keyboard('{Enter}');
    await screen.findByRole('radio', { name: 'Best first' });
    await waitFor(() => expect(`#${placeNow()}`).toBe('#/search?q=engine&all=best'));
    await user.click(screen.getByRole('radio', { name: 'Newest first' }));
    await waitFor(() => expect(`#${placeNow()}`).toBe('#/search?q=engine&all=newest'));
    await waitFor(() => expect(found()[0]?.textContent).toContain('5 May 2025'));
    await user.type(field(), ' car');
    await waitForFound(1);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('goes on as one scrolls: nothing is lost beyond the first page', async () => {
    const { user } = await show('/search?q=repeated&all=newest', async (journal) => {
      for (let at = 0; at < 70; at += 1) await addEntry(journal, { body: `repeated number ${at}` });
    });
    await waitFor(() => expect(screen.getByRole('listbox', { name: 'Found' })).toBeTruthy());
    await user.click(field());
    for (let at = 0; at < 9; at += 1) await user.keyboard('{PageDown}');
    await waitFor(() => {
      const selected = found().find((option) => option.getAttribute('aria-selected') === 'true');
      expect(Number(selected?.getAttribute('aria-setsize'))).toBe(70);
    });
  });

  test('Escape lets go of the hit, then empties the field', async () => {
    const { user } = await show('/search?q=engine');
    await waitForFound(2);
    await user.click(field());
    await user.keyboard('{ArrowDown}{Escape}');
    expect(found().every((option) => option.getAttribute('aria-selected') === 'false')).toBe(true);
    await user.keyboard('{Escape}');
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
  });
});

describe('filters', () => {
  test('are completed by keyboard', async () => {
    const { user } = await show();
    await user.type(field(), 'wit');
    await screen.findByRole('option', { name: /with:/ });
    await user.keyboard('{Tab}');
    expect(field().value).toBe('with:');
    await user.keyboard('ada');
    // Asked for anew each time: the list may close and open between two keys.
    const first = () =>
      within(screen.getByRole('listbox', { name: 'What could stand here' })).getAllByRole('option')[0];
    await waitFor(() => expect(first()?.textContent).toMatch(/Ada Lovelace/));
    await user.keyboard('{ArrowDown}');
    expect(field().getAttribute('aria-activedescendant')).toBe(first()?.id);
    await user.keyboard('{Enter}');
    expect(field().value).toBe('with:"Ada Lovelace" ');
    await waitFor(() => expect(found().some((hit) => hit.textContent?.includes('3 March 2024'))).toBe(true));
    expect(found().some((hit) => hit.textContent?.includes('5 May 2025'))).toBe(false);
    expect(screen.queryByRole('listbox', { name: 'What could stand here' })).toBeNull();
  });

  test('Escape closes the completion and leaves the query', async () => {
    const { user } = await show();
    await user.type(field(), 'chan');
    await screen.findByRole('listbox', { name: 'What could stand here' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox', { name: 'What could stand here' })).toBeNull();
    expect(field().value).toBe('chan');
  });

  test('that name nobody are said in words', async () => {
    const { journal } = await show('/search?q=with%3Axqzy');
    const { notes } = await journal.ask('search.typing', { text: 'with:xqzy' });
    expect(notes).not.toHaveLength(0);
    for (const note of notes) await screen.findByText(note);
  });

  test('are taught before anything is typed', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: /channel:letter/ }));
    expect(field().value).toBe('channel:letter');
    await waitForFound(1);
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });
});

describe('when nothing is found', () => {
  test('says so, and offers to search without the filters', async () => {
    const { user } = await show('/search?q=tea+channel%3Aletter');
    await screen.findByText('Nothing found');
    await user.click(screen.getByRole('button', { name: 'Search everywhere for tea' }));
    await waitForFound(1);
  });

  test('offers the word that may have been meant', async () => {
    const { user, journal } = await show('/search?q=elderflowre');
    const { didYouMean } = await journal.ask('search.typing', { text: 'elderflowre' });
    expect(didYouMean).toBe('elderflower');
    await user.click(await screen.findByRole('button', { name: /elderflower/ }));
    await waitForFound(1);
    expect(field().value).toBe('elderflower');
  });
});
