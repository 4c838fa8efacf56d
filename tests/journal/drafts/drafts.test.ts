import { afterEach, expect, test } from 'vitest';
import { closeTestJournals, openTestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

test('a draft is kept as it is, through a restart, until it is discarded', async () => {
  const journal = openTestJournal();
  const content = JSON.stringify({ day: 'not a day', body: 'half a thou' });
  await journal.ask('drafts.save', { slot: 'new', content: 'earlier' });
  journal.clock.advance(500);
  await journal.ask('drafts.save', { slot: 'new', content });
  journal.reopen();
  expect(await journal.ask('drafts.get', { slot: 'new' })).toEqual({
    slot: 'new',
    content,
    changedAt: journal.clock.now(),
  });
  await journal.ask('drafts.discard', { slot: 'new' });
  expect(await journal.ask('drafts.get', { slot: 'new' })).toBeNull();
});

test('drafts of several entries stand side by side, and discarding none is no error', async () => {
  const journal = openTestJournal();
  await journal.ask('drafts.save', { slot: 'a', content: '1' });
  await journal.ask('drafts.save', { slot: 'b', content: '2' });
  await journal.ask('drafts.discard', { slot: 'a' });
  await journal.ask('drafts.discard', { slot: 'nothing' });
  expect(await journal.ask('drafts.get', { slot: 'b' })).toMatchObject({ content: '2' });
});
