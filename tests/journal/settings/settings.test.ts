import { afterEach, expect, test } from 'vitest';
import { closeTestJournals, openTestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

test('settings have defaults, and keep what is chosen', async () => {
  const journal = openTestJournal();
  expect(await journal.ask('settings.get', {})).toMatchObject({ theme: 'system' });
  await journal.ask('settings.update', { theme: 'dark' });
  expect(journal.events.at(-1)).toEqual({ type: 'changed', tables: ['setting'] });
  journal.reopen();
  expect(await journal.ask('settings.get', {})).toMatchObject({ theme: 'dark' });
});

test('an update that says nothing changes nothing', async () => {
  const journal = openTestJournal();
  await journal.ask('settings.update', { theme: 'light' });
  await journal.ask('settings.update', {});
  expect(await journal.ask('settings.get', {})).toMatchObject({ theme: 'light' });
});

test.each(['not json', '"plaid"', '17', 'null', '{}', ''])('a stored %j has the default', async (value) => {
  const journal = openTestJournal();
  journal.context.db.prepare("INSERT INTO setting VALUES ('theme', ?), ('fromTheFuture', '1')").run(value);
  expect(await journal.ask('settings.get', {})).toMatchObject({ theme: 'system' });
  await journal.ask('settings.update', { theme: 'dark' });
  expect(await journal.ask('settings.get', {})).toMatchObject({ theme: 'dark' });
});
