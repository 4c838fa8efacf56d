// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PersonExchanges } from '../../../src/renderer/exchanges/PersonExchanges.tsx';
import { addEntry, addPerson, closeTestJournals, testId, testIds } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

const ada = testId(1);

const show = (bodies: readonly string[]) =>
  renderWithJournal(<PersonExchanges personId={ada} />, {
    newId: testIds(),
    before: async (journal) => {
      expect(await addPerson(journal)).toBe(ada);
      for (const [i, body] of bodies.entries()) {
        const people = [{ personId: ada, role: 'with' as const }];
        await addEntry(journal, { day: `2026-10-0${i + 1}`, body, people });
      }
    },
  });

test('what passed stands by kind, newest first, with the balance in words', async () => {
  await show([
    'Told her of Rome !told',
    'Advice on soup !asked',
    'Her ladder !asked. That I fear bees !told',
  ]);
  const section = await screen.findByRole('region', { name: 'What passed between you' });
  const told = await within(section).findByRole('list', { name: 'What you told them' });
  await waitFor(() =>
    expect([...told.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual([
      '“That I fear bees”',
      '“Told her of Rome”',
    ]),
  );
  expect(
    within(section)
      .getAllByRole('heading')
      .map(({ textContent }) => textContent),
  ).toEqual(['What you told them', 'What you asked for']);
  expect(section.textContent).toContain('You asked twice, and have not written of giving anything yet.');
});

test('more than a few wait until they are asked for', async () => {
  const { user } = await show(['Plums !gave. Pears !gave. Figs !gave. Nuts !gave']);
  const list = await screen.findByRole('list', { name: 'What you gave' });
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Show all 4' }));
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(4));
  expect(screen.queryByRole('button', { name: /Show/ })).toBeNull();
});

test('it follows what is written elsewhere, and is silent without a mark', async () => {
  const { journal } = await show(['Tea']);
  expect(screen.queryByRole('region')).toBeNull();
  await addEntry(journal, { body: 'Plums !gave', people: [{ personId: ada, role: 'with' }] });
  await screen.findByRole('region', { name: 'What passed between you' });
});
