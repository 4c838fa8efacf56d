// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CirclesPage } from '../../../src/renderer/circles/CirclesPage.tsx';
import { addPerson, closeTestJournals, type TestJournal, testClock } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

const today = new Date().toISOString().slice(0, 10);

async function fill(journal: TestJournal): Promise<void> {
  const maren = await addPerson(journal, { name: 'Maren Okafor', circleId: 'close' });
  await addPerson(journal, { name: 'Tom Reed', circleId: 'inner' });
  await journal.ask('entries.create', {
    entry: {
      day: '2020-05-01',
      time: null,
      channel: 'call',
      begunBy: null,
      title: '',
      body: 'A long call.',
      people: [{ personId: maren, role: 'with' }],
      tags: [],
    },
  });
}

const show = () => renderWithJournal(<CirclesPage />, { before: fill, clock: testClock(today) });

describe('circles', () => {
  it('tell in a sentence, a picture and a table who drifts outwards', async () => {
    await show();
    expect(await screen.findByText('Maren Okafor is drifting outwards.')).toBeTruthy();
    const picture = screen.getByRole('region', { name: 'Circles' });
    expect(within(picture).getByRole('button', { name: /^Maren Okafor, Close, far out/ })).toBeTruthy();
    const table = screen.getByRole('table', { name: /^Close/ });
    expect(within(table).getByRole('row', { name: /Maren Okafor.*far out/ })).toBeTruthy();
  });

  it('let somebody be moved from the picture by keys alone, and moved back', async () => {
    const { user, journal } = await show();
    const tom = await screen.findByRole('button', { name: /^Tom Reed, Inner circle/ });
    tom.focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Maren Okafor/);
    await user.keyboard('{ArrowRight}{Enter}');
    await user.click(await screen.findByRole('menuitem', { name: 'Friends' }));
    await screen.findAllByText('Tom Reed is in “Friends” now.');
    const { rows } = await journal.ask('people.list', { circleId: 'friends' });
    expect(rows.map(({ name }) => name)).toEqual(['Tom Reed']);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => {
      expect((await journal.ask('people.list', { circleId: 'inner' })).rows).toHaveLength(1);
    });
  });

  it('can be added, and say what is wrong with what was typed', async () => {
    const { user, journal } = await show();
    await user.click(await screen.findByRole('button', { name: 'Change the circles' }));
    await user.click(await screen.findByRole('button', { name: 'Add a circle' }));
    await user.click(screen.getByRole('button', { name: 'Add it' }));
    await screen.findByText('A circle needs a name.');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Choir');
    await user.type(screen.getByRole('textbox', { name: 'Not sooner than, in days' }), '30');
    await user.click(screen.getByRole('button', { name: 'Add it' }));
    await screen.findByText('A rhythm needs both numbers. Without a rhythm, leave both empty.');
    await user.type(screen.getByRole('textbox', { name: 'Not later than, in days' }), '7');
    await user.click(screen.getByRole('button', { name: 'Add it' }));
    await screen.findByText('A rhythm’s longest time cannot be shorter than its shortest.');
    await user.type(screen.getByRole('textbox', { name: 'Not later than, in days' }), '0');
    await user.click(screen.getByRole('button', { name: 'Add it' }));
    await waitFor(async () => {
      const circles = await journal.ask('circles.list', {});
      expect(circles.at(-1)).toMatchObject({ name: 'Choir', rhythm: { floorDays: 30, ceilingDays: 70 } });
    });
  });

  it('ask where the people go of one that is deleted', async () => {
    const { user, journal } = await show();
    await user.click(await screen.findByRole('button', { name: 'Change the circles' }));
    await user.click(await screen.findByRole('button', { name: 'Delete “Close”' }));
    const asking = await screen.findByRole('alertdialog', { name: 'Delete “Close”' });
    expect(within(asking).getByText(/One person is in it/)).toBeTruthy();
    await user.click(within(asking).getByRole('button', { name: 'Delete it' }));
    await screen.findAllByText('“Close” was deleted.');
    expect((await journal.ask('circles.list', {})).map(({ id }) => id)).not.toContain('close');
  });
});
