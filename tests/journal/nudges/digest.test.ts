import { afterEach, expect, test } from 'vitest';
import { addEntry, addPerson, closeTestJournals, openTestJournal, testClock } from '../../support/journal.ts';

afterEach(closeTestJournals);

/** A journal in which two people have not been heard of for long, before the hour of the digest. */
async function openQuiet(people = ['Maren Okafor', 'Tom Reed']) {
  const journal = openTestJournal({ clock: testClock('2026-11-22', '07:30') });
  for (const name of people) {
    const personId = await addPerson(journal, { name, circleId: 'close' });
    await addEntry(journal, {
      day: '2026-05-01',
      channel: 'call',
      body: `@[${name}](person:${personId}) called.`,
      people: [{ personId, role: 'with' }],
    });
  }
  await journal.ask('settings.update', { digestHour: 8 });
  return journal;
}

test('it is taken at its hour, once a day, over a restart as well', async () => {
  const journal = await openQuiet();
  const take = () => journal.ask('nudges.takeDigest', {});
  expect(await take()).toBeNull();
  journal.clock.set('2026-11-22', '08:00');
  expect(await take()).toEqual({ count: 2, names: null });
  expect(await take()).toBeNull();
  journal.reopen();
  expect(await take()).toBeNull();
  journal.clock.set('2026-11-23', '12:15');
  expect(await take()).toMatchObject({ count: 2 });
});

test('names are in it only where notifications are not private', async () => {
  const journal = await openQuiet();
  await journal.ask('settings.update', { privateNotifications: false });
  journal.clock.set('2026-11-22', '08:00');
  const digest = await journal.ask('nudges.takeDigest', {});
  expect(digest?.names?.toSorted()).toEqual(['Maren Okafor', 'Tom Reed']);
});

test('a day without anything has none, and it is not made up for later', async () => {
  const journal = await openQuiet([]);
  journal.clock.set('2026-11-22', '08:00');
  expect(await journal.ask('nudges.takeDigest', {})).toBeNull();
  expect(await journal.ask('nudges.planDigest', {})).toMatchObject({ toldOn: '2026-11-22', days: [] });
});

test('what was done about is not counted', async () => {
  const journal = await openQuiet();
  const [first] = (await journal.ask('nudges.today', {})).three;
  await journal.ask('nudges.act', { key: first?.nudge.key ?? '', act: 'done' });
  journal.clock.set('2026-11-22', '08:00');
  expect(await journal.ask('nudges.takeDigest', {})).toMatchObject({ count: 1 });
});

test('the plan says on which days there is something, as those days will find it', async () => {
  const journal = await openQuiet(['Maren Okafor']);
  const [only] = (await journal.ask('nudges.today', {})).three;
  await journal.ask('nudges.act', { key: only?.nudge.key ?? '', act: 'snoozed', until: '2026-11-25' });
  const plan = await journal.ask('nudges.planDigest', {});
  expect(plan).toMatchObject({ hour: 8, toldOn: null, plannedOn: '2026-11-22' });
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const day = `2026-11-${22 + ahead}`;
    journal.clock.set(day, '08:00');
    expect(plan.days.includes(day), day).toBe((await journal.ask('nudges.takeDigest', {})) !== null);
  }
  expect(plan.days[0]).toBe('2026-11-25');
});

test('where none is wanted, none is planned', async () => {
  const journal = await openQuiet();
  await journal.ask('settings.update', { digestHour: null });
  journal.clock.set('2026-11-22', '23:59');
  expect(await journal.ask('nudges.planDigest', {})).toMatchObject({ hour: null, days: [] });
  expect(await journal.ask('nudges.takeDigest', {})).toBeNull();
});

test('what it remembers is no setting of the user’s', async () => {
  const journal = await openQuiet();
  journal.clock.set('2026-11-22', '08:00');
  await journal.ask('nudges.takeDigest', {});
  expect(Object.keys(await journal.ask('settings.get', {}))).not.toContain('digestToldOn');
});
