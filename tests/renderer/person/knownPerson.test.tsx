// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { PersonPage } from '../../../src/renderer/person/PersonPage.tsx';
import { unknownPerson } from '../../../src/shared/models/person.ts';
import { addEntry, addPerson, closeTestJournals, type TestJournal, testId } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { type Rendered, renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(closeTestJournals);
prepareDom();

/** In the order in which {@link fill} makes them. */
const [maryId, adaId] = [testId(1), testId(2)];

async function fill(journal: TestJournal): Promise<void> {
  await addPerson(journal, { name: 'Mary Somerville', groups: ['Royal Society'], tags: ['mathematics'] });
  await addPerson(journal, { name: 'Ada Lovelace' });
  await addEntry(journal, { day: '1833-06-05', body: 'A party at Mr Babbage’s.' });
}

async function showAda(before: (journal: TestJournal) => Promise<unknown> = fill): Promise<Rendered> {
  const rendered = await renderWithJournal(<PersonPage id={adaId} />, { at: `/person/${adaId}`, before });
  await screen.findByRole('heading', { name: 'Ada Lovelace' });
  return rendered;
}

async function edit(): Promise<Rendered> {
  const rendered = await showAda();
  await rendered.user.click(screen.getByRole('button', { name: 'Edit' }));
  await screen.findByRole('form', { name: 'Edit Ada Lovelace' });
  return rendered;
}

const person = (journal: TestJournal) => journal.ask('people.get', { id: adaId });

async function open(user: Rendered['user'], section: RegExp): Promise<void> {
  await user.click(screen.getByRole('button', { name: section }));
}

describe('the page', () => {
  test('says what is known, with links to who introduced them and to the entry', async () => {
    await showAda(async (journal) => {
      await fill(journal);
      const entryId = (await journal.ask('entries.timeline', {})).entries[0]?.id ?? null;
      await journal.ask('people.update', {
        id: adaId,
        person: {
          pronunciation: 'AY-da',
          pronouns: 'she/her',
          formerNames: ['Ada Byron'],
          intention: 'She sees further.',
          languages: ['English', 'French'],
          groups: ['Royal Society'],
          dates: [{ kind: 'birthday', label: '', date: '1815-12-10' }],
          met: { on: '1833-06-05', where: 'At a party', throughId: maryId, entryId },
        },
      });
    });
    const about = await screen.findByRole('region', { name: 'About' });
    const sentence = await within(about).findByText(/^You met/);
    await waitFor(() =>
      expect(sentence.textContent).toBe(
        'You met on 5 June 1833, at a party, through Mary Somerville, as you wrote then.',
      ),
    );
    expect(within(about).getByRole('link', { name: 'Mary Somerville' }).getAttribute('href')).toBe(
      `#/person/${maryId}`,
    );
    expect(within(about).getByText('She sees further.')).toBeTruthy();
    expect(within(about).getByText('English, French')).toBeTruthy();
    expect(within(about).getByText(/^10 December 1815/).textContent).toMatch(
      /^10 December 1815(today|tomorrow|in .*), turns \d+$/,
    );
    expect(within(about).getByRole('link', { name: 'Royal Society' })).toBeTruthy();
    for (const words of ['AY-da', 'she/her', 'Ada Byron']) expect(screen.getByText(words)).toBeTruthy();
  });

  test('says nothing of what is not known', async () => {
    await showAda();
    expect(screen.queryByRole('region', { name: 'About' })).toBeNull();
  });

  test.each([
    [{ on: '1833' }, 'You met in 1833.'],
    [{ on: '--06-05' }, 'You met on 5 June.'],
    [{ where: 'Leeds' }, 'You met: Leeds.'],
    [{ where: 'On a train' }, 'You met on a train.'],
    [{ throughId: maryId }, 'You met through Mary Somerville.'],
    [{ on: '1833-06', where: 'Leeds' }, 'You met in June 1833, Leeds.'],
  ])('says how you met by what is known of it: %j', async (met, sentence) => {
    await showAda(async (journal) => {
      await fill(journal);
      await journal.ask('people.update', { id: adaId, person: { met: { ...unknownPerson.met, ...met } } });
    });
    const said = await screen.findByText(/^You met/);
    await waitFor(() => expect(said.textContent).toBe(sentence));
  });
});

describe('the form', () => {
  test('keeps its parts folded while they are empty', async () => {
    await edit();
    for (const name of [/^Names/, /^Dates/, /^How you met/, /^Why them/]) {
      expect(screen.getByRole('button', { name }).getAttribute('aria-expanded')).toBe('false');
    }
    expect(screen.queryByRole('textbox', { name: 'Pronouns' })).toBeNull();
  });

  test('takes dates in words, and says plainly which are none', async () => {
    const { user, journal } = await edit();
    await open(user, /^Dates/);
    await user.click(screen.getByRole('button', { name: 'Add a date' }));
    const birthday = screen.getByRole('textbox', { name: 'Birthday' });
    await user.click(birthday);
    await user.keyboard('31 April');
    await user.tab();
    await screen.findByText('There is no such day: April has 30 days.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(document.activeElement).toBe(birthday));
    expect((await person(journal)).dates).toEqual([]);
    await user.clear(birthday);
    await user.keyboard('feb 29');
    await screen.findByText('29 February');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('heading', { name: 'Ada Lovelace' });
    expect((await person(journal)).dates).toEqual([{ kind: 'birthday', label: '', date: '--02-29' }]);
  });

  test('offers the groups and tags that others have, and takes new ones', async () => {
    const { user, journal } = await edit();
    await open(user, /^Languages, groups and tags/);
    await user.click(screen.getByRole('combobox', { name: /Groups/ }));
    await user.keyboard('soc');
    await user.click(await screen.findByRole('option', { name: 'Royal Society' }));
    await user.keyboard('Analytical Engine{Enter}');
    await user.click(screen.getByRole('combobox', { name: /Tags/ }));
    await user.keyboard('#old friend, mathematics,');
    await user.click(screen.getByRole('combobox', { name: /Languages/ }));
    await user.keyboard(
      'English,French,Frensh,{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}',
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('heading', { name: 'Ada Lovelace' });
    expect(await person(journal)).toMatchObject({
      groups: ['Royal Society', 'Analytical Engine'],
      tags: ['old-friend', 'mathematics'],
      languages: ['English', 'French'],
    });
  });

  test('Escape closes the words that are offered, and not the form', async () => {
    const { user } = await edit();
    await open(user, /^Languages, groups and tags/);
    await user.click(screen.getByRole('combobox', { name: /Groups/ }));
    await user.keyboard('roy');
    await screen.findByRole('option', { name: 'Royal Society' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
    expect(screen.getByRole('form', { name: 'Edit Ada Lovelace' })).toBeTruthy();
  });

  test('a word that is taken away leaves the focus in its field', async () => {
    const { user } = await edit();
    await open(user, /^Languages, groups and tags/);
    const field = screen.getByRole('combobox', { name: /Groups/ });
    await user.click(field);
    await user.keyboard('Choir,');
    await user.click(screen.getByRole('button', { name: 'Take Choir away' }));
    expect(document.activeElement).toBe(field);
    expect(screen.queryByText('Choir')).toBeNull();
  });

  test('chooses who introduced them, never themselves, and refuses a circle in words', async () => {
    const { user, journal } = await edit();
    await journal.ask('people.update', {
      id: maryId,
      person: { met: { ...unknownPerson.met, throughId: adaId } },
    });
    await open(user, /^How you met/);
    await user.click(screen.getByRole('button', { name: 'Choose who introduced them' }));
    await screen.findByRole('menuitem', { name: 'Mary Somerville' });
    expect(screen.queryByRole('menuitem', { name: 'Ada Lovelace' })).toBeNull();
    await user.click(screen.getByRole('menuitem', { name: 'Mary Somerville' }));
    await screen.findByRole('button', { name: 'Nobody introduced them' });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^This goes round in a circle/);
    expect((await person(journal)).met.throughId).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Nobody introduced them' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('heading', { name: 'Ada Lovelace' });
  });

  test('chooses the entry that tells how you met', async () => {
    const { user, journal } = await edit();
    await open(user, /^How you met/);
    await user.click(screen.getByRole('button', { name: 'Choose an entry' }));
    await user.keyboard('babbage');
    await user.click(await screen.findByRole('menuitem', { name: /5 June 1833: A party/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('link', { name: 'you wrote then' });
    expect((await person(journal)).met.entryId).not.toBeNull();
  });

  test('a rhythm of their own is whole days, the second not smaller than the first', async () => {
    const { user, journal } = await edit();
    await open(user, /^Circle and rhythm/);
    await user.click(screen.getByRole('button', { name: /That of their circle/ }));
    await user.click(await screen.findByRole('option', { name: 'One of their own' }));
    const [floor, ceiling] = [/^Not sooner/, /^Not later/].map((name) =>
      screen.getByRole('textbox', { name }),
    );
    await user.clear(ceiling as HTMLElement);
    await user.type(ceiling as HTMLElement, '7');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('The second number can’t be smaller than the first.');
    await user.clear(floor as HTMLElement);
    await user.type(floor as HTMLElement, '3');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('heading', { name: 'Ada Lovelace' });
    expect((await person(journal)).rhythm).toEqual({ floorDays: 3, ceilingDays: 7 });
  });

  test('something wrong in a folded part unfolds it', async () => {
    const { user } = await edit();
    await open(user, /^Why them/);
    const why = screen.getByRole('textbox', { name: 'Why do you keep this person in your life?' });
    await user.click(why);
    await user.paste('x'.repeat(2_001));
    await open(user, /^Why them/);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('This is too long. There is room for 2,000 characters.');
    await waitFor(() => expect(document.activeElement).toBe(why));
  });
});
