// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { askToWrite } from '../../../src/renderer/app/writing.ts';
import { setBridge } from '../../../src/renderer/journal-client/index.ts';
import { JournalPage } from '../../../src/renderer/timeline/JournalPage.tsx';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { addEntry, addPerson, closeTestJournals, type TestJournal } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { type RenderOptions, renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

const show = (options: RenderOptions = {}) => renderWithJournal(<JournalPage />, options);
const articles = () => screen.findAllByRole('article');
const addressOf = () => `#${placeNow()}`;

/** Entries on the days before 3 May 1663, newest first, numbered from 0. */
async function fill(journal: TestJournal, count: number): Promise<void> {
  const newest = dayNumber('1663-05-03');
  for (let i = 0; i < count; i++) {
    await addEntry(journal, { day: dayOfNumber(newest - i), body: `Entry number ${i}.` });
  }
}

describe('the journal', () => {
  it('shows entries by day, newest first, as they are read', async () => {
    await show({
      before: async (journal) => {
        const ann = await addPerson(journal, { name: 'Ann Bell', preferredName: 'Annie' });
        const people = [{ personId: ann, role: 'with' as const }];
        await addEntry(journal, { day: '1663-05-02', body: 'Up *early*.', tags: ['dawn'] });
        await addEntry(journal, {
          day: '1663-05-03',
          time: '12:30',
          channel: 'inPerson',
          begunBy: 'me',
          people,
          body: `Dined with ${makeMention('Annie', ann)}.`,
        });
      },
    });
    const [newest, oldest] = await articles();
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Thursday 3 May 1663',
      'Wednesday 2 May 1663',
    ]);
    expect(newest?.textContent).toContain('In person12:30with Annieyou began');
    expect(within(newest as HTMLElement).getAllByRole('link', { name: 'Annie' })).toHaveLength(2);
    expect(within(oldest as HTMLElement).getByText('early').tagName).toBe('EM');
    expect(within(oldest as HTMLElement).getByRole('link', { name: 'dawn' })).toBeTruthy();
  });

  it('says what it will hold while it is empty, and offers the first step', async () => {
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Write the first entry' }));
    expect(await screen.findByRole('group', { name: 'New entry' })).toBeTruthy();
  });

  it('reads only what is near the screen, and more on the way', async () => {
    await show({ before: (journal) => fill(journal, 120) });
    await articles();
    // 600 pixels of rows of 150, and a few beyond.
    expect(screen.getAllByRole('article').length).toBeLessThan(30);
    expect(screen.queryByText('Entry number 119.')).toBeNull();
    const list = screen.getByRole('region', { name: 'Entries' });
    await waitFor(() => {
      list.scrollTo({ top: list.scrollTop + 1_000 });
      expect(screen.queryByText('Entry number 119.')).toBeTruthy();
    });
    expect(screen.getAllByRole('article').length).toBeLessThan(30);
  });

  it('shows a long entry from its beginning, and the rest when asked', async () => {
    const { user } = await show({
      before: (journal) => addEntry(journal, { body: `${'Tea and cake. '.repeat(120)}The end.` }),
    });
    await articles();
    expect(screen.queryByText(/The end\./)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Read on' }));
    expect(screen.getByText(/The end\./)).toBeTruthy();
  });

  it('tells a failure in words, and tries again', async () => {
    let isBroken = true;
    const { bridge, user } = await show({ before: (journal) => fill(journal, 1) });
    const { journal } = bridge;
    await articles();
    setBridge({
      ...bridge,
      journal: (method, input) =>
        isBroken && method === 'entries.timeline'
          ? Promise.resolve({ ok: false, error: { kind: 'storage', message: 'The disk cannot be read.' } })
          : journal(method, input),
    });
    await user.click(screen.getByRole('button', { name: 'Channel' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Note' }));
    expect(await screen.findByText('The disk cannot be read.')).toBeTruthy();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await articles()).toHaveLength(1);
  });
});

describe('filters', () => {
  const filled: RenderOptions = {
    before: async (journal) => {
      const ann = await addPerson(journal, { name: 'Ann Bell', circleId: 'inner' });
      await addEntry(journal, {
        channel: 'call',
        people: [{ personId: ann, role: 'with' }],
        body: 'Rang Ann.',
      });
      await addEntry(journal, { channel: 'letter', body: 'A letter. #post' });
    },
  };

  it('narrow the journal by person, and are in the address', async () => {
    const { user } = await show(filled);
    expect(await articles()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Person' }));
    await user.keyboard('ann');
    await user.click(await screen.findByRole('menuitem', { name: /Ann Bell/ }));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    expect(addressOf()).toMatch(/^#\/\?person=/);
    await user.click(screen.getByRole('button', { name: 'Show entries with everybody' }));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  });

  it.each([
    ['channel=letter', 'A letter.'],
    ['tag=POST', 'A letter.'],
    ['circle=inner', 'Rang Ann.'],
  ])('are read from the address: %s', async (question, text) => {
    await show({ ...filled, at: `/?${question}` });
    const shown = await articles();
    expect(shown).toHaveLength(1);
    expect(shown[0]?.textContent).toContain(text);
  });

  it('say so when nothing fits, and let everything be shown again', async () => {
    const { user } = await show({ ...filled, at: '/?channel=video' });
    expect(await screen.findByText('No entry is like that')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show every entry' }));
    expect(await articles()).toHaveLength(2);
  });
});

describe('going to a day', () => {
  it('begins there, by a key and typed words', async () => {
    const { user } = await show({ before: (journal) => fill(journal, 100) });
    await articles();
    await user.keyboard('g');
    await user.keyboard('9 April 1663{Enter}');
    expect(await screen.findByText('Entry number 24.')).toBeTruthy();
    expect(addressOf()).toBe('#/?day=1663-04-09');
    await user.click(screen.getByRole('button', { name: 'Back to the newest' }));
    expect(await screen.findByText('Entry number 0.')).toBeTruthy();
  });

  it('says when it does not understand', async () => {
    const { user } = await show({ before: (journal) => fill(journal, 1) });
    await articles();
    await user.keyboard('g');
    await user.keyboard('soonish{Enter}');
    expect(await screen.findByText(/Kith does not understand this day/)).toBeTruthy();
  });
});

describe('keys', () => {
  const focusedText = () => document.activeElement?.textContent ?? '';

  it('move between entries, open, and delete with undo', async () => {
    const { user, journal } = await show({ before: (filled) => fill(filled, 3) });
    await articles();
    await user.keyboard('j');
    await waitFor(() => expect(focusedText()).toContain('Entry number 0.'));
    await user.keyboard('j');
    await waitFor(() => expect(focusedText()).toContain('Entry number 1.'));
    await user.keyboard('k{ArrowDown}');
    await waitFor(() => expect(focusedText()).toContain('Entry number 1.'));

    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByText('Entry number 1.')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Entry number 1.')).toBeTruthy();

    const [first] = (await journal.ask('entries.timeline', {})).entries;
    (await articles())[0]?.focus();
    await user.keyboard('{Enter}');
    expect(addressOf()).toBe(`#/entry/${first?.id}`);
  });

  it('go to search, and write', async () => {
    const { user } = await show({ before: (journal) => fill(journal, 1) });
    await articles();
    await user.keyboard('n');
    expect(await screen.findByRole('group', { name: 'New entry' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Close/ }));
    await user.keyboard('/');
    expect(addressOf()).toBe('#/search');
  });
});

describe('writing', () => {
  it('opens by the command, keeps what was typed when left, and saves it', async () => {
    const { user, journal } = await show();
    await screen.findByText('Your journal begins here');
    askToWrite();
    const sheet = await screen.findByRole('group', { name: 'New entry' });
    const words = within(sheet).getByRole('textbox', { name: 'What passed between you' });
    await user.click(words);
    await user.paste('Rain all day.');
    await user.keyboard('{Escape}');
    await waitFor(async () => {
      const draft = await journal.ask('drafts.get', { slot: 'new' });
      expect(JSON.parse(draft?.content ?? '{}')).toMatchObject({ body: 'Rain all day.' });
    });
    await user.click(await screen.findByRole('button', { name: 'Go on writing' }));
    const again = await screen.findByRole('group', { name: 'New entry' });
    expect(within(again).getByRole('textbox', { name: 'What passed between you' }).textContent).toBe(
      'Rain all day.',
    );
    await user.click(within(again).getByRole('radio', { name: 'Call' }));
    await user.click(within(again).getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'New entry' })).toBeNull());
    expect((await articles())[0]?.textContent).toContain('Rain all day.');
    const { entries } = await journal.ask('entries.timeline', {});
    expect(entries).toMatchObject([{ body: 'Rain all day.', channel: 'call' }]);
    expect(await journal.ask('drafts.get', { slot: 'new' })).toBeNull();
  });

  it('begins with the person it was asked for', async () => {
    const { journal } = await show({ before: (filled) => addPerson(filled, { name: 'Ann Bell' }) });
    await screen.findByText('Your journal begins here');
    const [ann] = await journal.ask('people.suggest', { text: 'Ann' });
    askToWrite({ personId: ann?.id ?? '' });
    expect(await screen.findByRole('button', { name: 'Ann Bell, took part' })).toBeTruthy();
  });

  it('edits an entry in its place, and keeps the tags that its words do not show', async () => {
    const { user, journal } = await show({
      before: (filled) => addEntry(filled, { body: 'Tea.', title: 'A title', tags: ['quiet'] }),
    });
    (await articles())[0]?.focus();
    await user.keyboard('e');
    const sheet = await screen.findByRole('group', { name: 'Edit entry' });
    await user.type(within(sheet).getByRole('textbox', { name: 'Title' }), '!');
    await user.click(within(sheet).getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Edit entry' })).toBeNull());
    const { entries } = await journal.ask('entries.timeline', {});
    expect(entries).toMatchObject([{ body: 'Tea.', title: 'A title!', tags: ['quiet'] }]);
  });

  it('throws a draft away when that is asked for, and brings it back', async () => {
    const { user, journal } = await show();
    await screen.findByText('Your journal begins here');
    askToWrite();
    const sheet = await screen.findByRole('group', { name: 'New entry' });
    await user.click(within(sheet).getByRole('textbox', { name: 'What passed between you' }));
    await user.paste('Not this.');
    await user.click(await within(sheet).findByRole('button', { name: 'Discard' }));
    await waitFor(async () => expect(await journal.ask('drafts.get', { slot: 'new' })).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const again = await screen.findByRole('group', { name: 'New entry' });
    expect(within(again).getByRole('textbox', { name: 'What passed between you' }).textContent).toBe(
      'Not this.',
    );
  });
});
