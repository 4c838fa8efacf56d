// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { TodayPage } from '../../../src/renderer/today/TodayPage.tsx';
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

// The window tells the day by the clock of the system.
const today = new Date().toISOString().slice(0, 10);
const daysAgo = (days: number) => dayOfNumber(dayNumber(today) - days);

async function fill(journal: TestJournal): Promise<void> {
  for (const [name, days, words] of [
    ['Maren Okafor', 60, 'dreams of the bakery again'],
    ['Tom Reed', 90, 'wants to mend the roof in spring'],
    ['Ines Álvarez', 120, 'moves to Lisbon in June'],
    ['Sam Whitlock', 150, 'is learning the cello'],
  ] as const) {
    const id = await addPerson(journal, { name, circleId: 'close' });
    await addEntry(journal, {
      day: daysAgo(days),
      channel: 'call',
      body: `@[${name}](person:${id}) ${words}.`,
      people: [{ personId: id, role: 'with' }],
    });
  }
}

const show = (before?: (journal: TestJournal) => Promise<void>) =>
  renderWithJournal(<TodayPage />, { clock: testClock(today), ...(before ? { before } : {}) });

describe('Today', () => {
  it('names three people, why, and quotes what was written of them', async () => {
    await show(fill);
    const three = await screen.findByRole('region', { name: 'Three people today' });
    const cards = within(three).getAllByRole('article');
    expect(cards).toHaveLength(3);
    expect(within(three).getByText('“Sam Whitlock is learning the cello.”')).toBeTruthy();
    for (const card of cards) expect(within(card).getAllByRole('link').length).toBeGreaterThan(1);
  });

  it('lets one be done, says so in its place, and takes it back', async () => {
    const { user, journal } = await show(fill);
    const before = await journal.ask('nudges.today', {});
    const first = before.three[0]?.nudge.people[0]?.name ?? '';
    await user.click(await screen.findByRole('button', { name: `Done: ${first}` }));
    await screen.findByText(/: done$/);
    const place = screen.getByRole('group', { name: `${first}: done` });
    await waitFor(() => expect(document.activeElement).toBe(place));
    expect((await journal.ask('nudges.today', {})).three[0]?.act).toBe('done');
    await user.click(screen.getByRole('button', { name: 'Take that back' }));
    const again = await screen.findByRole('button', { name: `Done: ${first}` });
    await waitFor(() => expect(document.activeElement).toBe(again.closest('article')));
    expect((await journal.ask('nudges.today', {})).three[0]?.act).toBeNull();
  });

  it('swaps one of the three for somebody else', async () => {
    const { user, journal } = await show(fill);
    const names = async () =>
      (await journal.ask('nudges.today', {})).three.map(({ nudge }) => nudge.people[0]?.name);
    const [gone] = await names();
    await user.click(await screen.findByRole('button', { name: `Swap ${gone} for somebody else` }));
    await waitFor(async () => expect(await names()).not.toContain(gone));
    expect(await names()).toHaveLength(3);
  });

  it('puts one off to a day, by keys alone', async () => {
    const { user, journal } = await show(fill);
    const name = (await journal.ask('nudges.today', {})).three[0]?.nudge.people[0]?.name;
    (await screen.findByRole('button', { name: `Later: ${name}` })).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: /^In a week/ }));
    await screen.findAllByText('It comes again then.');
    await waitFor(() => expect(screen.queryByRole('button', { name: `Later: ${name}` })).toBeNull());
    await waitFor(() => expect(document.activeElement?.matches('[data-nudge]')).toBe(true));
    journal.clock.set(daysAgo(-7));
    const later = await journal.ask('nudges.today', {});
    expect(later.three.map(({ nudge }) => nudge.people[0]?.name)).toContain(name);
  });

  it('begins an entry with the person, from their card', async () => {
    const { user, journal } = await show(fill);
    const name = (await journal.ask('nudges.today', {})).three[0]?.nudge.people[0]?.name;
    await user.click(await screen.findByRole('button', { name: `Write an entry with ${name}` }));
    expect(placeNow()).toBe('/');
  });

  it('says in an empty journal what it will hold', async () => {
    await show();
    expect(await screen.findByRole('heading', { name: 'Your people will meet you here' })).toBeTruthy();
  });
});
