// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { PersonPromises } from '../../../src/renderer/promises/PersonPromises.tsx';
import { PromisesPage } from '../../../src/renderer/promises/PromisesPage.tsx';
import { EntryPage } from '../../../src/renderer/timeline/EntryPage.tsx';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  type TestJournal,
  testClock,
} from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

// The window asks the computer for the day, so the journal is of today.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
const ahead = (days: number) => dayOfNumber(dayNumber(today) + days);
const clock = testClock(today);

type Given = Partial<JournalInput<'promises.create'>['promise']>;
const addPromise = async (journal: TestJournal, sentence: string, given: Given = {}) =>
  (await journal.ask('promises.create', { promise: { madeBy: 'me', sentence, ...given } })).id;

const sentences = async (journal: TestJournal, state: 'open' | 'kept' | 'letGo' = 'open') =>
  (await journal.ask('promises.list', { state })).promises.map(({ sentence }) => sentence);

describe('below an entry', () => {
  async function show(body: string) {
    const made: { entryId?: string; lisa?: string; tom?: string } = {};
    const rendered = await renderWithJournal(<Shown made={made} />, {
      clock,
      before: async (journal) => {
        made.lisa = await addPerson(journal, { name: 'Lisa Reed' });
        made.tom = await addPerson(journal, { name: 'Tom Ames' });
        made.entryId = await addEntry(journal, {
          day: today,
          body,
          people: [{ personId: made.lisa, role: 'with' }],
        });
      },
    });
    return { ...rendered, ...made };
  }

  function Shown({ made }: { readonly made: { readonly entryId?: string } }) {
    return <EntryPage id={made.entryId ?? ''} />;
  }

  it('a sentence is offered as a promise, and kept with whom and by when', async () => {
    const { user, journal, lisa } = await show('We had tea. I’ll send her the book tomorrow.');
    const offer = await screen.findByRole('group', {
      name: /^Promise\? “I’ll send her the book tomorrow\.”/,
    });
    expect(within(offer).getByText('Lisa Reed')).toBeTruthy();
    await user.click(within(offer).getByRole('button', { name: 'Keep as my promise' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: /^Promise\?/ })).toBeNull());
    const { promises } = await journal.ask('promises.list', { state: 'open' });
    expect(promises).toMatchObject([
      { sentence: 'I’ll send her the book tomorrow.', due: ahead(1), people: [{ id: lisa }], madeOn: today },
    ]);
    const list = await screen.findByRole('list', { name: 'Promises in this entry' });
    await waitFor(() => expect(list.textContent).toContain('Your promise to Lisa Reed'));
    expect(list.textContent).toContain('due tomorrow');
    expect(list.contains(document.activeElement)).toBe(true);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Keep as my promise' })).toBeTruthy();
  });

  it('whom and by when can be put right first', async () => {
    const { user, journal, tom } = await show('She will let me know next week.');
    const offer = await screen.findByRole('group', { name: /^Promise\?/ });
    await user.click(within(offer).getByRole('button', { name: 'Not Lisa Reed' }));
    await user.click(within(offer).getByRole('button', { name: 'By whom: add somebody' }));
    await user.type(await screen.findByRole('searchbox', { name: 'By whom' }), 'Tom');
    await user.click(await screen.findByRole('menuitem', { name: 'Tom Ames' }));
    await user.click(within(offer).getByRole('button', { name: /another day$/ }));
    await user.click(await screen.findByRole('button', { name: /^In three days/ }));
    await user.click(within(offer).getByRole('button', { name: 'Keep as theirs' }));
    await waitFor(async () => {
      const { promises } = await journal.ask('promises.list', { state: 'open' });
      expect(promises).toMatchObject([{ madeBy: 'them', due: ahead(3), people: [{ id: tom }] }]);
    });
  });

  it('what is no promise is not offered again', async () => {
    const { user, journal, entryId } = await show('I’ll send her the book.');
    await user.click(await screen.findByRole('button', { name: 'Not a promise' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: /^Promise\?/ })).toBeNull());
    expect(await journal.ask('promises.suggested', { entryId: entryId ?? '' })).toEqual([]);
  });

  it('nothing is said where nothing was promised', async () => {
    await show('We had tea.');
    await screen.findByText('We had tea.');
    expect(screen.queryByRole('list', { name: 'Promises in this entry' })).toBeNull();
  });
});

describe('the page of promises', () => {
  it('says what it will hold', async () => {
    await renderWithJournal(<PromisesPage />, { clock });
    expect(await screen.findByRole('heading', { name: 'Nothing is owed' })).toBeTruthy();
  });

  it('shows both sides by when they are due', async () => {
    const { container } = await renderWithJournal(<PromisesPage />, {
      clock,
      before: async (journal) => {
        const lisa = await addPerson(journal, { name: 'Lisa Reed' });
        await addPromise(journal, 'Late.', { due: ahead(-3), personIds: [lisa] });
        await addPromise(journal, 'Soon.', { due: ahead(2) });
        await addPromise(journal, 'Some day.');
        await addPromise(journal, 'Far.', { due: ahead(90), madeBy: 'them' });
      },
    });
    await screen.findByText('“Late.”');
    const outline = [...container.querySelectorAll('h2, h3, article > p')].map((one) => one.textContent);
    expect(outline).toEqual([
      'I promised',
      'Overdue',
      '“Late.”',
      'Within a week',
      '“Soon.”',
      'Without a day',
      '“Some day.”',
      'I was promised',
      'Later',
      '“Far.”',
    ]);
    const late = screen.getByRole('article', { name: 'Late.' });
    expect(within(late).getByRole('link', { name: 'Lisa Reed' })).toBeTruthy();
    expect(late.textContent).toContain('was due');
  });

  it('keeps, lets go, puts off and deletes, and all of it can be undone', async () => {
    const { user, journal } = await renderWithJournal(<PromisesPage />, {
      clock,
      before: async (before) => {
        for (const sentence of ['One.', 'Two.', 'Three.', 'Four.']) await addPromise(before, sentence);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Kept: One.' }));
    await user.click(screen.getByRole('button', { name: 'Let go: Two.' }));
    await user.click(screen.getByRole('button', { name: 'Another day: Three.' }));
    await user.click(await screen.findByRole('button', { name: /^In a week/ }));
    await user.click(screen.getByRole('button', { name: 'More about “Four.”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(async () => expect(await sentences(journal)).toEqual(['Three.']));
    expect(await sentences(journal, 'kept')).toEqual(['One.']);
    expect(await sentences(journal, 'letGo')).toEqual(['Two.']);
    const { promises } = await journal.ask('promises.list', { state: 'open' });
    expect(promises).toMatchObject([{ due: ahead(7) }]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('“Four.”');
    await user.click(screen.getByText('Kept (1)'));
    await user.click(await screen.findByRole('button', { name: 'More about “One.”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Open again' }));
    await waitFor(async () => expect(await sentences(journal)).toContain('One.'));
  });

  it('is worked by keys', async () => {
    const made: { entryId?: string } = {};
    const { user, journal } = await renderWithJournal(<PromisesPage />, {
      clock,
      before: async (before) => {
        made.entryId = await addEntry(before, { day: today });
        await addPromise(before, 'One.', { entryId: made.entryId });
        await addPromise(before, 'Two.', { entryId: made.entryId });
        await addPromise(before, 'Three.');
      },
    });
    await screen.findByText('“Three.”');
    await user.keyboard('jj');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Two.');
    await user.keyboard('kx');
    await waitFor(async () => expect(await sentences(journal, 'kept')).toEqual(['One.']));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Two.'));
    await user.keyboard('{Enter}');
    expect(placeNow()).toBe(`/entry/${made.entryId}`);
    await user.keyboard('jl');
    await waitFor(async () => expect(await sentences(journal, 'letGo')).toEqual(['Three.']));
  });

  it('takes one down by hand, and says what it lacks', async () => {
    const { user, journal } = await renderWithJournal(<PromisesPage />, { clock });
    await screen.findByRole('heading', { name: 'Nothing is owed' });
    await user.keyboard('n');
    await user.click(await screen.findByRole('button', { name: 'Keep' }));
    expect(await screen.findByText('A promise needs some words.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'In which words' }), 'I’ll water the plants.{Enter}');
    await waitFor(async () => expect(await sentences(journal)).toEqual(['I’ll water the plants.']));
    expect(await screen.findByText('“I’ll water the plants.”')).toBeTruthy();
    expect(screen.queryByRole('form', { name: 'A new promise' })).toBeNull();
    await user.keyboard('n');
    await user.keyboard('words{Escape}');
    expect(screen.queryByRole('form', { name: 'A new promise' })).toBeNull();
    // What was typed and left is there again, until it is kept.
    await user.keyboard('n');
    expect(screen.getByRole('textbox', { name: 'In which words' })).toHaveProperty('value', 'words');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await sentences(journal)).toContain('words'));
    await user.keyboard('n');
    expect(screen.getByRole('textbox', { name: 'In which words' })).toHaveProperty('value', '');
  });

  it('is put right where it stands', async () => {
    const { user, journal } = await renderWithJournal(<PromisesPage />, {
      clock,
      before: (before) => addPromise(before, 'One.'),
    });
    await user.click(await screen.findByRole('button', { name: 'More about “One.”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const words = await screen.findByRole('textbox', { name: 'In which words' });
    await user.clear(words);
    await user.type(words, 'Another.{Enter}');
    await waitFor(async () => expect(await sentences(journal)).toEqual(['Another.']));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Another.'));
  });

  it('shows who waits for a reply, until none is needed', async () => {
    const { user } = await renderWithJournal(<PromisesPage />, {
      clock,
      before: async (journal) => {
        const lisa = await addPerson(journal, { name: 'Lisa Reed' });
        await addEntry(journal, {
          day: ahead(-2),
          channel: 'letter',
          begunBy: lisa,
          body: 'How are you?',
          people: [{ personId: lisa, role: 'with' }],
        });
      },
    });
    const reply = await screen.findByRole('article', { name: 'A reply to Lisa Reed' });
    expect(reply.textContent).toContain('How are you?');
    await user.click(within(reply).getByRole('button', { name: 'No reply needed: Lisa Reed' }));
    expect(await screen.findByRole('heading', { name: 'Nothing is owed' })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('article', { name: 'A reply to Lisa Reed' })).toBeTruthy();
  });
});

it('the page of a person says what each owes the other', async () => {
  const made: { lisa?: string } = {};
  function Shown() {
    return <PersonPromises personId={made.lisa ?? ''} />;
  }
  const { user, journal } = await renderWithJournal(<Shown />, {
    clock,
    before: async (before) => {
      made.lisa = await addPerson(before, { name: 'Lisa Reed' });
      await addPromise(before, 'I will call.', { personIds: [made.lisa] });
      await addPromise(before, 'She will write.', { personIds: [made.lisa], madeBy: 'them' });
      await addPromise(before, 'Somebody else.');
    },
  });
  expect((await screen.findByRole('list', { name: 'What you owe them' })).textContent).toContain(
    'I will call.',
  );
  expect(screen.getByRole('list', { name: 'What they owe you' }).textContent).toContain('She will write.');
  expect(screen.queryByText(/Somebody else/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Write down a promise' }));
  await user.type(await screen.findByRole('textbox', { name: 'In which words' }), 'I will cook.{Enter}');
  await waitFor(async () => {
    const { promises } = await journal.ask('promises.list', { state: 'open', personId: made.lisa });
    expect(promises).toHaveLength(3);
  });
});
