// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { KindWordsPage } from '../../../src/renderer/exchanges/KindWordsPage.tsx';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { addEntry, addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

async function fill(journal: TestJournal): Promise<void> {
  const ann = await addPerson(journal, { name: 'Ann Bell', preferredName: 'Annie' });
  const ben = await addPerson(journal, { name: 'Ben Okafor' });
  const said = [
    ['2026-10-01', `${makeMention('Annie', ann)} said I am **patient**. !kind`],
    ['2026-10-20', `“A lamp in the window,” ${makeMention('Ben', ben)} called me !kind. Flowers !thanked`],
    ['2026-11-01', 'They said that I cook well. !kind Lent them a pan !gave'],
  ] as const;
  for (const [day, body] of said) {
    const people = [ann, ben].map((personId) => ({ personId, role: 'with' as const }));
    await addEntry(journal, { day, body, people });
  }
}

const show = (at = '/kind-words') => renderWithJournal(<KindWordsPage />, { before: fill, at });
const list = () => screen.findByRole('list', { name: 'Kind words' });
const rowOf = async (words: string) => {
  const row = (await screen.findByText(words)).closest('li');
  if (!row) throw new Error('not in a row');
  return within(row);
};

test('kind words stand with who said them and when, newest first, and lead to their entries', async () => {
  const { journal } = await show();
  const rows = within(await list()).getAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('bdi')?.textContent)).toEqual([
    '“They said that I cook well.”',
    '“A lamp in the window,” Ben called me.',
    '“Annie said I am patient.”',
  ]);
  const { entries } = await journal.ask('entries.timeline', { limit: 1 });
  const [newest] = rows;
  const when = within(newest as HTMLElement)
    .getAllByRole('link')
    .at(-1);
  expect(when?.getAttribute('href')).toBe(`#/entry/${entries[0]?.id}`);
});

test('those who were thanked are, and to the others one can write', async () => {
  const { user } = await show();
  const thanked = await rowOf('“A lamp in the window,” Ben called me.');
  expect(thanked.getByText('thanked then')).toBeTruthy();
  expect(thanked.queryByRole('button')).toBeNull();
  await user.click((await rowOf('“They said that I cook well.”')).getByRole('button', { name: 'Thank' }));
  expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
    'Ann Bell',
    'Ben Okafor',
  ]);
  await user.click(screen.getByRole('menuitem', { name: 'Ann Bell' }));
  await waitFor(() => expect(placeNow()).toBe('/'));
});

test('a few letters of the words or a name find them', async () => {
  const { user } = await show();
  await user.type(await screen.findByRole('searchbox'), 'annie PAT');
  await waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(1));
  await user.type(screen.getByRole('searchbox'), 'x');
  await screen.findByText('No such words');
  await user.click(screen.getByRole('button', { name: 'Show all kind words' }));
  await waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(3));
});

test('words of one person are shown alone', async () => {
  const { user } = await show();
  await list();
  await user.click(screen.getByRole('button', { name: 'Of a person' }));
  await user.keyboard('ann');
  await user.click(await screen.findByRole('menuitem', { name: /Ann Bell/ }));
  await waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Show the words of everybody' }));
  await waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(3));
});

test('without any, the page says what it will hold', async () => {
  await renderWithJournal(<KindWordsPage />, { at: '/kind-words' });
  await screen.findByText('No kind words yet');
  expect(screen.getByRole('button', { name: 'Write some down' })).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
});
