// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { WritingStart } from '../../../src/renderer/app/writing.ts';
import { emptyDraft } from '../../../src/renderer/composer/draftContent.ts';
import { draftKeeper, NEW_SLOT } from '../../../src/renderer/composer/draftKeepers.ts';
import { NewEntry } from '../../../src/renderer/composer/NewEntry.tsx';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { addPerson, closeTestJournals, testId, testIds } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(async () => {
  // What is being written outlives its sheet.
  await draftKeeper(NEW_SLOT).settle();
  closeTestJournals();
});

const ann = testId(1);
const CARD = '4242 4242 4242 4242';

const show = (start: WritingStart = {}, begun = '') =>
  renderWithJournal(<NewEntry start={start} onClose={() => undefined} />, {
    newId: testIds(),
    before: async (journal) => {
      await addPerson(journal, { name: 'Ann Bell' });
      const content = JSON.stringify({ ...emptyDraft, body: begun });
      if (begun !== '') await journal.ask('drafts.save', { slot: NEW_SLOT, content });
    },
  });

const words = async () =>
  (await screen.findByRole('textbox', { name: 'What passed between you' })).textContent;
const press = (name: string | RegExp) => screen.findByRole('button', { name });

describe('an entry of thanks', () => {
  test('begins with the person and the mark', async () => {
    await show({ personId: ann, mark: 'thanked' });
    expect(await words()).toBe('!thanked ');
    expect(await press('Take Ann Bell out of this entry')).toBeTruthy();
  });

  test('goes on behind what was begun, which is about others', async () => {
    const { journal, user } = await show({ personId: ann, mark: 'thanked' }, 'Half a thought');
    await user.click(await press(/^Save/));
    await waitFor(async () => {
      const { entries } = await journal.ask('entries.timeline', {});
      expect(entries.map(({ body }) => body)).toEqual([
        `Half a thought\n\n!thanked ${makeMention('Ann Bell', ann)} `,
      ]);
    });
    expect((await journal.ask('exchanges.balance', { personId: ann })).counts.thanked).toBe(1);
  });
});

test('the menu marks the sentence at the caret', async () => {
  const { user } = await show({}, 'Lent her my atlas.');
  await user.click(await press('Mark what the sentence tells of'));
  await user.click(await screen.findByRole('menuitem', { name: /Something you gave/ }));
  expect(await words()).toBe('Lent her my atlas. !gave');
});

describe('a number that one may not mean to write down', () => {
  test('is asked about once, and the answer is kept with the draft', async () => {
    const { user, journal } = await show({}, `My card is ${CARD}.`);
    await screen.findByText('This looks like a card number.');
    await user.click(await press('It may stay'));
    await waitFor(() => expect(screen.queryByText(/This looks like/)).toBeNull());
    await waitFor(async () => {
      const draft = await journal.ask('drafts.get', { slot: NEW_SLOT });
      expect(JSON.parse(draft?.content ?? '{}')).toMatchObject({ settledWords: [CARD] });
    });
  });

  test('is shown where it stands, and keeps nobody from saving', async () => {
    const { user, journal } = await show({}, `My card is ${CARD}.`);
    await user.click(await screen.findByText('This looks like a card number.'));
    expect(getSelection()?.toString()).toBe(CARD);
    await user.click(await press(/^Save/));
    await waitFor(async () => {
      expect((await journal.ask('entries.timeline', {})).entries).toHaveLength(1);
    });
  });
});
