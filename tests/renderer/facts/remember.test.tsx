// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { RememberHere } from '../../../src/renderer/facts/remember/RememberHere.tsx';
import { EntryPage } from '../../../src/renderer/timeline/EntryPage.tsx';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { addEntry, addPerson, closeTestJournals, type TestJournal, testId } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { type Rendered, renderWithJournal } from '../support/renderWithJournal.tsx';

afterEach(() => {
  getSelection()?.removeAllRanges();
  closeTestJournals();
});
prepareDom();

const [tomId, annaId, entryId] = [testId(1), testId(2), testId(3)] as const;

async function showEntry(body: string, people: readonly string[] = [tomId]): Promise<Rendered> {
  const rendered = await renderWithJournal(
    <>
      <EntryPage id={entryId} />
      <RememberHere />
    </>,
    {
      before: async (journal) => {
        await addPerson(journal, { name: 'Thomas Reed', preferredName: 'Tom' });
        await addPerson(journal, { name: 'Anna Berg' });
        await addEntry(journal, {
          day: '2024-03-09',
          body,
          people: people.map((personId) => ({ personId, role: 'with' })),
        });
      },
    },
  );
  await screen.findByRole('article');
  return rendered;
}

/** Selects the first place of `words` in one text of the page, as a mouse does. */
function select(words: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(words) ?? -1;
    if (at < 0) continue;
    act(() => {
      getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      fireEvent(document, new Event('selectionchange'));
    });
    return;
  }
  throw new Error('these words are not on the page');
}

const factsOf = (journal: TestJournal, personId: string) => journal.ask('facts.list', { personId });
const bar = () => screen.findByRole('toolbar', { name: 'Remember the selected words' });
const sheet = () => screen.findByRole('dialog', { name: 'Remember this' });

describe('selected words of an entry', () => {
  test('are kept about one of its people in two steps, with the entry, its day and the words', async () => {
    const { user, journal } = await showEntry('Tom works at Bright & Co. now. We had tea.');
    select('works at Bright & Co');
    await user.click(within(await bar()).getByRole('button', { name: 'Tom' }));
    await sheet();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    expect(document.activeElement).toHaveProperty('value', 'Bright & Co');
    expect(screen.getByRole('radio', { name: 'Tom' }).getAttribute('aria-checked')).toBe('true');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await factsOf(journal, tomId)).toHaveLength(1));
    expect((await factsOf(journal, tomId))[0]).toMatchObject({
      facet: 'work',
      label: 'employer',
      text: 'Bright & Co',
      learnedOn: '2024-03-09',
      entryId,
      quote: 'works at Bright & Co',
    });
    const remembered = await screen.findByRole('list', { name: 'Remembered from this entry' });
    expect(remembered.textContent).toBe('Remembered about Tom: employer Bright & Co');
    expect(within(remembered).getByRole('link').getAttribute('href')).toBe(`#/person/${tomId}`);
  });

  test('have their first and last word whole', async () => {
    const { user } = await showEntry('Tom plays the violoncello.');
    select('lays the violon');
    await user.click(within(await bar()).getByRole('button', { name: 'Tom' }));
    expect((await sheet()).querySelector('blockquote')?.textContent).toBe('plays the violoncello');
  });

  test('offer those first whom they name', async () => {
    await showEntry(`Tea with Tom. Later ${makeMention('Anna', annaId)} came.`, [tomId]);
    select('Anna');
    const buttons = within(await bar()).getAllByRole('button');
    await waitFor(() =>
      expect(within(screen.getByRole('toolbar')).getAllByRole('button')[0]?.textContent).toBe('Anna Berg'),
    );
    expect(buttons.length).toBeGreaterThan(0);
  });

  test('can be about anybody, found by name', async () => {
    const { user, journal } = await showEntry('She likes marmalade.', []);
    select('likes marmalade');
    await user.click(within(await bar()).getByRole('button', { name: 'somebody …' }));
    await sheet();
    const choose = await screen.findByRole('button', { name: 'Choose somebody' });
    await waitFor(() => expect(document.activeElement).toBe(choose));
    await user.click(screen.getByRole('button', { name: 'Remember' }));
    expect(await screen.findByText('Please say whom it is about.')).toBeTruthy();
    await user.click(choose);
    await user.type(await screen.findByRole('searchbox', { name: 'Somebody else' }), 'ann');
    await user.click(await screen.findByRole('menuitem', { name: /Anna Berg/ }));
    await user.click(await screen.findByRole('button', { name: 'Remember' }));
    await waitFor(async () => expect(await factsOf(journal, annaId)).toHaveLength(1));
  });

  test('that are none of an entry offer nothing', async () => {
    await showEntry('Tea.');
    select('Saturday');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(screen.queryByRole('toolbar', { name: 'Remember the selected words' })).toBeNull();
  });

  test('that are a story and no fact are refused in words', async () => {
    const { user } = await showEntry('word '.repeat(1_000));
    select('word '.repeat(900));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(screen.queryByRole('toolbar', { name: 'Remember the selected words' })).toBeNull();
    await user.keyboard('r');
    const toast = await screen.findByRole('alertdialog');
    expect(toast.textContent).toContain('That is much for one fact.');
  });
});

describe('by the keyboard alone', () => {
  test('r lists the sentences of the entry, and one of them is kept', async () => {
    const { user, journal } = await showEntry('We had tea.\n\n- Tom lives in **Leeds**.\n- It rained.');
    await user.keyboard('r');
    const list = within(await screen.findByRole('listbox', { name: 'Sentences of the entry' }));
    expect(list.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'We had tea.',
      'Tom lives in Leeds.',
      'It rained.',
    ]);
    await user.keyboard('{ArrowDown}{Enter}');
    await sheet();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await factsOf(journal, tomId)).toHaveLength(1));
    expect((await factsOf(journal, tomId))[0]).toMatchObject({
      label: 'lives in',
      text: 'Leeds',
      quote: 'Tom lives in Leeds.',
    });
  });

  test('Escape leaves everything as it was', async () => {
    const { user, journal } = await showEntry('Tom lives in Leeds.');
    select('lives in Leeds');
    await user.keyboard('r');
    await sheet();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await factsOf(journal, tomId)).toEqual([]);
  });
});
