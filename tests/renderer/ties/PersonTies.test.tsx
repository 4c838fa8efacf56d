// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PersonTies } from '../../../src/renderer/ties/PersonTies.tsx';
import { addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

/** Shows the ties of Tom, in a journal that holds him and what `fill` adds. */
async function show(fill?: (journal: TestJournal, tom: string) => Promise<unknown>) {
  let tom = '';
  const Ties = () => <PersonTies personId={tom} />;
  const shown = await renderWithJournal(<Ties />, {
    before: async (journal) => {
      tom = await addPerson(journal, { name: 'Tom Reed', preferredName: 'Tom' });
      await fill?.(journal, tom);
    },
  });
  const sentences = () =>
    within(screen.getByRole('list', { name: 'Ties of Tom' }))
      .getAllByRole('listitem')
      .map((item) => item.textContent?.trim());
  const ties = async (id = tom) => (await shown.journal.ask('ties.list', { personId: id })).ties;
  return { ...shown, tom, sentences, ties };
}

const tie = (journal: TestJournal, personId: string, kind: 'child' | 'partner' | 'parent', otherId: string) =>
  journal.ask('ties.create', { tie: { personId, otherId, kind } });

async function family(journal: TestJournal, tom: string): Promise<void> {
  const ada = await addPerson(journal, { name: 'Ada Lovelace', preferredName: 'Ada' });
  const ida = await addPerson(journal, { name: 'Ida' });
  const kim = await addPerson(journal, { name: 'Kim' });
  await tie(journal, tom, 'child', ida);
  await tie(journal, ada, 'child', ida);
  await tie(journal, ida, 'child', kim);
  await journal.ask('ties.create', {
    tie: { personId: tom, otherId: ada, kind: 'partner', since: '2005-05', until: '2012' },
  });
}

describe('the ties of somebody', () => {
  it('are sentences, with what follows for the family', async () => {
    const { sentences } = await show(family);
    await screen.findByRole('list', { name: 'Ties of Tom' });
    expect(sentences()).toEqual([
      'Ada was Tom’s partner, from May 2005 to 2012.',
      'Ida is Tom’s child, and Ada’s.',
      'Kim is Tom’s grandchild, by way of Ida.',
    ]);
  });

  it('have what was typed again when their form was left and is opened anew', async () => {
    const { user } = await show(family);
    const add = { name: 'Add somebody who belongs to Tom' };
    await user.click(await screen.findByRole('button', add));
    await user.keyboard('Nora Qui{Escape}');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', add));
    const who = screen.getByRole('combobox', { name: 'Who' });
    expect(who).toHaveProperty('value', 'Nora Qui');
    // Nothing is kept of a form that is left empty.
    await user.clear(who);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Who' })).toBeNull());
    await user.click(await screen.findByRole('button', add));
    expect(screen.getByRole('combobox', { name: 'Who' })).toHaveProperty('value', '');
  });

  it('tell who introduced them, and whom they brought', async () => {
    await show(async (journal, tom) => {
      const lisa = await addPerson(journal, { name: 'Lisa' });
      const met = (throughId: string) => ({ met: { on: null, where: '', throughId, entryId: null } });
      await journal.ask('people.update', { id: tom, person: met(lisa) });
      const sam = await addPerson(journal, { name: 'Sam', ...met(tom) });
      await addPerson(journal, { name: 'Eve', ...met(sam) });
    });
    const section = await screen.findByRole('region', { name: 'Who belongs to Tom' });
    expect(section.textContent).toContain('Lisa introduced Tom. Tom introduced Sam, who brought Eve. ');
    expect(within(section).getByRole('link', { name: 'Eve' })).toBeTruthy();
  });

  it('are added by keys alone, with a few letters of the name', async () => {
    const { user, ties } = await show((journal) => addPerson(journal, { name: 'Maren Okafor' }));
    await screen.findByRole('button', { name: 'Add somebody who belongs to Tom' });
    await user.keyboard('t');
    await user.keyboard('mar');
    await screen.findByRole('option', { name: 'Maren Okafor' });
    await user.keyboard('{ArrowDown}{Enter}');
    await user.tab();
    await user.keyboard('sib');
    await user.tab();
    await user.keyboard('1990{Enter}');
    await screen.findByRole('list', { name: 'Ties of Tom' });
    expect(await ties()).toMatchObject([
      { kind: 'sibling', other: { name: 'Maren Okafor' }, since: '1990', until: null },
    ]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Add somebody who belongs to Tom'));
  });

  it('may be with somebody who is not in the journal yet, in words for both ways', async () => {
    const { user, ties, journal } = await show();
    await user.click(await screen.findByRole('button', { name: /^Add somebody/ }));
    await user.keyboard('Nora Quist');
    await user.click(await screen.findByRole('option', { name: 'Add “Nora Quist” to your people' }));
    await user.click(screen.getByRole('button', { name: /is Tom’s/ }));
    await user.click(await screen.findByRole('option', { name: 'In your own words' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('A word or two is needed here.')).toBeTruthy();
    expect((await journal.ask('people.list', { text: 'Nora' })).total).toBe(0);
    await user.type(screen.getByRole('textbox', { name: 'What Nora Quist is to Tom' }), 'godchild');
    await user.type(screen.getByRole('textbox', { name: 'What Tom is to Nora Quist' }), 'godparent{Enter}');
    await screen.findByText(/is Tom’s godchild/);
    const [mine] = await ties();
    expect(mine).toMatchObject({ kind: 'own', words: 'godchild' });
    expect(await ties(mine?.other.id)).toMatchObject([{ words: 'godparent' }]);
  });

  it('say what is wrong, and lose nothing that was typed', async () => {
    const { user, ties } = await show(family);
    await user.click(await screen.findByRole('button', { name: /^Add somebody/ }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Who is it?')).toBeTruthy();
    await user.keyboard('Ida');
    await screen.findByRole('option', { name: 'Ida' });
    await user.keyboard('{ArrowDown}{Enter}');
    await user.click(screen.getByRole('button', { name: /is Tom’s/ }));
    await user.click(await screen.findByRole('option', { name: 'Parent' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(
      await screen.findByText('Tom is Ida’s parent already, and can’t be their child as well.'),
    ).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Since' }), '30 February 2020');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText(/There is no such day/)).toBeTruthy();
    expect(await ties()).toHaveLength(2);
  });

  it('are changed in their place, deleted, and taken back', async () => {
    const { user, sentences } = await show(family);
    await screen.findByRole('list', { name: 'Ties of Tom' });
    await user.click(screen.getByRole('button', { name: 'More about what Ada is to Tom' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const until = await screen.findByRole('textbox', { name: 'Until' });
    await user.clear(until);
    await user.type(until, '{Enter}');
    await screen.findByText(/is Tom’s partner, since May 2005/);
    await user.click(screen.getByRole('button', { name: 'More about what Ada is to Tom' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(sentences()).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText(/is Tom’s partner, since May 2005/);
  });
});
