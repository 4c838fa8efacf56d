// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { TrashPage } from '../../../src/renderer/trash/TrashPage.tsx';
import { Brake } from '../../../src/renderer/ui/Brake.tsx';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  type TestJournal,
  testClock,
  testId,
} from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { renderWithJournal } from '../support/renderWithJournal.tsx';

prepareDom();
afterEach(closeTestJournals);

async function show(before: (journal: TestJournal) => Promise<unknown> = async () => undefined) {
  // The window tells times by the clock of the system.
  const clock = testClock();
  const ahead = Date.now() - clock.now();
  clock.advance(ahead);
  return await renderWithJournal(
    <>
      <TrashPage />
      <Brake />
    </>,
    { clock, before },
  );
}

async function deleteSome(journal: TestJournal): Promise<void> {
  const person = await addPerson(journal, { name: 'Maren Okafor' });
  const entry = await addEntry(journal, { day: '1663-05-03', body: 'Tea by the harbour.' });
  await journal.ask('people.remove', { id: person });
  journal.clock.advance(-3 * 86_400_000);
  await journal.ask('entries.remove', { id: entry });
}

async function deleteEntries(journal: TestJournal, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await journal.ask('entries.remove', { id: await addEntry(journal, { body: `entry ${i}` }) });
  }
}

const inTrash = async (journal: TestJournal) => {
  const { people, entries } = await journal.ask('trash.list', {});
  return people + entries;
};

describe('the trash', () => {
  it('says what it is for while it is empty', async () => {
    await show();
    expect(await screen.findByText('The trash is empty')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Empty the trash' })).toBeNull();
  });

  it('tells what was deleted, when, and how long it is kept, newest first', async () => {
    await show(deleteSome);
    const rows = await screen.findAllByRole('article');
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
      'Maren Okafor',
      'the entry of Thursday 3 May 1663',
    ]);
    expect(rows[0]?.textContent).toMatch(/A person, deleted just now\. Kept for four weeks more\./);
    expect(rows[1]?.textContent).toMatch(/Tea by the harbour\..*An entry, deleted three days ago\./);
  });

  it('restores one by its button, and by key', async () => {
    const { user, journal } = await show(deleteSome);
    await user.click(await screen.findByRole('button', { name: 'Restore Maren Okafor' }));
    await screen.findAllByText('One thing is back.');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    expect((await journal.ask('people.list', {})).rows[0]?.name).toBe('Maren Okafor');
    screen.getByRole('article').focus();
    await user.keyboard('r');
    expect(await screen.findByText('The trash is empty')).toBeTruthy();
    expect((await journal.ask('entries.timeline', {})).entries).toHaveLength(1);
  });

  it('goes from row to row by key, chooses some, and restores them together', async () => {
    const { user, journal } = await show((opened) => deleteEntries(opened, 3));
    await screen.findAllByRole('article');
    await user.keyboard('jx');
    await user.keyboard('{ArrowDown}x');
    await user.click(await screen.findByRole('button', { name: 'Restore them' }));
    await screen.findAllByText('Two things are back.');
    expect(await inTrash(journal)).toBe(1);
  });

  it('asks before it deletes one for good', async () => {
    const { user, journal } = await show(deleteSome);
    (await screen.findAllByRole('article'))[0]?.focus();
    await user.keyboard('{Delete}');
    await user.click(await screen.findByRole('button', { name: 'Keep' }));
    expect(await inTrash(journal)).toBe(2);
    await user.click(screen.getByRole('button', { name: 'Delete Maren Okafor for good' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete for good?' });
    await user.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
    await waitFor(async () => expect(await inTrash(journal)).toBe(1));
  });

  it('names the numbers before it is emptied, and asks again when they are others by then', async () => {
    const { user, journal } = await show(async (opened) => {
      await deleteEntries(opened, 24);
      await opened.ask('people.remove', { id: await addPerson(opened) });
    });
    await user.click(await screen.findByRole('button', { name: 'Empty the trash' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Empty the trash?' });
    expect(dialog.textContent).toContain('one person and 24 entries');
    // While the question is on the screen, somebody else deletes something.
    journal.context.db
      .prepare(
        'INSERT INTO trash (id, kind, subject_id, content, deleted_at) SELECT @id, kind, @id, content, deleted_at FROM trash LIMIT 1',
      )
      .run({ id: testId(999) });
    await user.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
    const again = await screen.findByRole('alertdialog', { name: 'Remove all of this?' });
    expect(again.textContent).toMatch(/This deletes .*for good\./);
    expect(await inTrash(journal)).toBe(26);
    await user.click(within(again).getByRole('button', { name: 'Remove it' }));
    expect(await screen.findByText('The trash is empty')).toBeTruthy();
    expect(await inTrash(journal)).toBe(0);
  });

  it('tells of small records and of somebody who was merged, and brings them back', async () => {
    const { user, journal } = await show(async (before) => {
      const personId = await addPerson(before, { name: 'Maren Okafor' });
      const otherId = await addPerson(before, { name: 'Mary Okafor' });
      const fact = { facet: 'interests', text: 'plays the cello' } as const;
      const { id } = await before.ask('facts.create', { personId, fact });
      await before.ask('facts.remove', { id });
      before.clock.advance(1000);
      const {
        id: _i,
        createdAt: _c,
        changedAt: _d,
        ...person
      } = await before.ask('people.get', { id: personId });
      await before.ask('people.merge', { keepId: personId, otherId, person });
    });
    const [merged, fact] = await screen.findAllByRole('article');
    expect(merged?.textContent).toMatch(/^Mary OkaforMade one with Maren Okafor/);
    expect(fact?.textContent).toMatch(/^plays the celloA fact, deleted/);
    await user.click(screen.getByRole('button', { name: 'Restore “plays the cello”' }));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Restore Mary Okafor' }));
    await screen.findByText('The trash is empty');
    expect((await journal.ask('people.list', {})).total).toBe(2);
  });
});
