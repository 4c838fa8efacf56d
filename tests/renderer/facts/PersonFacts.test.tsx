// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { PersonFacts } from '../../../src/renderer/facts/PersonFacts.tsx';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import { addEntry, addPerson, closeTestJournals, type TestJournal, testId } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { type Rendered, renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(closeTestJournals);
prepareDom();

const tomId = testId(1);
type GivenFact = JournalInput<'facts.create'>['fact'];

async function showTom(...facts: readonly GivenFact[]): Promise<Rendered> {
  const rendered = await renderWithJournal(<PersonFacts personId={tomId} />, {
    before: async (journal) => {
      await addPerson(journal, { name: 'Thomas Reed', preferredName: 'Tom', circleId: 'friends' });
      for (const fact of facts) await journal.ask('facts.create', { personId: tomId, fact });
    },
  });
  await screen.findByRole('region', { name: 'What you know of Tom' });
  return rendered;
}

const employer = (text: string, more: Partial<GivenFact> = {}): GivenFact => ({
  facet: 'work',
  label: 'employer',
  text,
  ...more,
});
const facts = (journal: TestJournal) => journal.ask('facts.list', { personId: tomId });
const texts = async (journal: TestJournal) => (await facts(journal)).map(({ text }) => text);
const openMenu = async ({ user }: Rendered, text: string, item: string) => {
  await user.click(await screen.findByRole('button', { name: `More about “${text}”` }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
};
const add = async ({ user }: Rendered) => {
  await user.click(screen.getByRole('button', { name: 'Add something you know of Tom' }));
  return await screen.findByRole('textbox', { name: 'What to remember' });
};

describe('what is known of somebody', () => {
  test('stands by facet, with its date, and what was in its fold', async () => {
    await showTom(
      employer('Bright & Co.', { learnedOn: '2020-01-01' }),
      employer('Northwind', { date: '2024-03' }),
      { facet: 'family', label: 'pet', text: 'a dog called Pixel' },
    );
    const work = within(await screen.findByRole('list', { name: 'Work' }));
    expect(work.getByRole('listitem').textContent).toMatch(/^employer Northwind since March 2024learned /);
    expect(within(screen.getByRole('list', { name: 'Family' })).getByText('a dog called Pixel')).toBeTruthy();
    expect(screen.getByText('How it was (1)')).toBeTruthy();
    expect(screen.getByText('until March 2024 at Bright & Co.')).toBeTruthy();
  });

  test('what was typed is not lost with the form', async () => {
    const rendered = await showTom();
    const { user } = rendered;
    await user.type(await add(rendered), 'afraid of geese');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'What to remember' })).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const words = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What to remember' });
    expect(words.value).toBe('afraid of geese');
  });

  test('leads back to the entry it comes from, and says its words', async () => {
    const rendered = await renderWithJournal(<PersonFacts personId={tomId} />, {
      before: async (journal) => {
        await addPerson(journal, { name: 'Tom' });
        const entryId = await addEntry(journal, { day: '1663-05-03' });
        const fact = employer('the Navy', { entryId, quote: 'Tom is at the Navy' });
        await journal.ask('facts.create', { personId: tomId, fact });
      },
    });
    const link = await screen.findByRole('link', { name: 'learned in May 1663' });
    expect(link.getAttribute('href')).toBe(`#/entry/${testId(2)}`);
    expect(screen.getByText('Tom is at the Navy')).toBeTruthy();
    await rendered.journal.ask('entries.remove', { id: testId(2) });
    await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
    expect(screen.getByText('learned in May 1663')).toBeTruthy();
  });

  test('shows a dozen of one kind, and all when asked', async () => {
    const hobbies = Array.from(
      { length: 20 },
      (_, i): GivenFact => ({ facet: 'interests', text: `hobby ${i}` }),
    );
    const { user } = await showTom(...hobbies);
    const list = await screen.findByRole('list', { name: 'What they love to do' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(12);
    await user.click(screen.getByRole('button', { name: 'Show all 20' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(20);
  });
});

describe('adding', () => {
  test('takes a line and Enter, guesses the rest, and is ready for the next', async () => {
    const rendered = await showTom();
    const { user, journal } = rendered;
    await user.keyboard('f');
    const field = await screen.findByRole('textbox', { name: 'What to remember' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('works at Bright & Co.');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'Work · employer: Bright & Co.',
    );
    expect(screen.getByRole('combobox', { name: 'In a word' })).toHaveProperty('value', 'employer');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await texts(journal)).toEqual(['Bright & Co.']));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'What to remember' })).toHaveProperty('value', ''),
    );
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await user.keyboard('birthday on 3 May{Enter}');
    await waitFor(async () => expect(await texts(journal)).toEqual(['Bright & Co.', '3 May']));
    expect((await facts(journal))[1]).toMatchObject({ facet: 'dates', label: 'birthday', date: '--05-03' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Add something you know of Tom'));
  });

  test('keeps the words as they are once something else was chosen', async () => {
    const rendered = await showTom();
    const { user, journal } = rendered;
    await user.type(await add(rendered), 'works at Northwind');
    await user.type(screen.getByRole('textbox', { name: 'When' }), 'March 2024');
    await user.click(screen.getByRole('button', { name: 'Remember' }));
    await waitFor(async () => expect(await facts(journal)).toHaveLength(1));
    expect((await facts(journal))[0]).toMatchObject({ text: 'works at Northwind', date: '2024-03' });
  });

  test.each([
    ['nothing', '', '', 'A fact needs some words.'],
    ['an impossible date', 'x', '30 February', 'There is no such day: February has 29 days.'],
    ['a word that is no date', 'x', 'soonish', 'This is not a date that Kith understands.'],
  ])('says what is wrong with %s, beside the field', async (_, text, date, message) => {
    const rendered = await showTom();
    const { user, journal } = rendered;
    const field = await add(rendered);
    if (text) await user.type(field, text);
    if (date) await user.type(screen.getByRole('textbox', { name: 'When' }), date);
    await user.click(screen.getByRole('button', { name: 'Remember' }));
    expect(await screen.findByText(message, { exact: false })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true'));
    expect(await facts(journal)).toEqual([]);
  });

  test('says that a paste of two megabytes is too long, and loses nothing of it', async () => {
    const rendered = await showTom();
    const { user } = rendered;
    const field = await add(rendered);
    await user.click(field);
    await user.paste('much '.repeat(400_000));
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/^This is too long for a fact\./)).toBeTruthy();
    expect(field).toHaveProperty('value.length', 2_000_000);
  });

  test('says what is known already', async () => {
    const rendered = await showTom(employer('Northwind'));
    await rendered.user.type(await add(rendered), 'works at northwind{Enter}');
    expect(await screen.findByText('You have written that down already.')).toBeTruthy();
  });
});

describe('each fact', () => {
  test('is changed in its place, and focus comes back to it', async () => {
    const rendered = await showTom(employer('Northwind'));
    const { user, journal } = rendered;
    await openMenu(rendered, 'Northwind', 'Edit');
    const field = await screen.findByRole('textbox', { name: 'What to remember' });
    await user.type(field, ' Ltd{Enter}');
    await waitFor(async () => expect(await texts(journal)).toEqual(['Northwind Ltd']));
    await screen.findByText('Northwind Ltd');
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe('More about “Northwind Ltd”'),
    );
  });

  test('is no longer true when one says so, and true again', async () => {
    const rendered = await showTom(employer('Northwind'));
    await openMenu(rendered, 'Northwind', 'No longer true');
    expect(await screen.findByText('How it was (1)')).toBeTruthy();
    await rendered.user.click(screen.getByText('How it was (1)'));
    await openMenu(rendered, 'Northwind', 'True again');
    expect(await screen.findByRole('list', { name: 'Work' })).toBeTruthy();
  });

  test('is deleted, and undo brings it back', async () => {
    const rendered = await showTom(employer('Northwind'));
    await openMenu(rendered, 'Northwind', 'Delete');
    await waitFor(() => expect(screen.queryByText('Northwind')).toBeNull());
    await rendered.user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Northwind')).toBeTruthy();
  });
});

describe('what is not known', () => {
  test('is asked, a few things at a time, and an answer begins with what was asked', async () => {
    const { user, journal } = await showTom();
    const questions = within(screen.getByRole('list', { name: 'What to be curious about' }));
    const [first, ...others] = questions.getAllByRole('button');
    expect(others).toHaveLength(2);
    const question = first?.textContent ?? '';
    expect(question).toContain('Tom');
    await user.click(first as HTMLElement);
    const field = await screen.findByRole('textbox', { name: question });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('something good{Enter}');
    await waitFor(async () => expect(await texts(journal)).toEqual(['something good']));
    await waitFor(() => expect(screen.queryByRole('button', { name: question })).toBeNull());
    expect(screen.getByRole('button', { name: others[0]?.textContent ?? '' })).toBeTruthy();
  });
});
