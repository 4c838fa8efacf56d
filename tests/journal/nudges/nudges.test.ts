import { afterEach, describe, expect, test } from 'vitest';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const today = (journal: TestJournal) => journal.ask('nudges.today', {});

async function withTom() {
  const journal = openTestJournal();
  const tom = await addPerson(journal, { name: 'Tom Reed', preferredName: 'Tom', circleId: 'friends' });
  const entry = await addEntry(journal, {
    day: '2026-08-01',
    channel: 'call',
    body: `Long call. @[Tom](person:${tom}) is repairing the boat of his uncle. We laughed a lot.`,
    people: [{ personId: tom, role: 'with' }],
  });
  return { journal, tom, entry };
}

describe('the day', () => {
  test('is empty in an empty journal', async () => {
    const journal = openTestJournal();
    expect(await today(journal)).toEqual({
      day: '2026-11-22',
      three: [],
      occasions: [],
      promises: [],
      replies: [],
      others: [],
      folded: [],
      foldedCount: 0,
      budget: { weekMinutes: 120, spentMinutes: 0, plannedMinutes: 0 },
    });
  });

  test('brings up who was not spoken with for long, in the words of the last entry', async () => {
    const { journal, tom, entry } = await withTom();
    const { three } = await today(journal);
    expect(three).toMatchObject([
      {
        act: null,
        nudge: {
          key: `rhythmDue:${tom}:2026-08-01`,
          kind: 'rhythmDue',
          people: [{ id: tom, name: 'Tom Reed', preferredName: 'Tom' }],
          reason: 'You last talked with Tom four months ago, in August.',
          evidence: [
            {
              quote: `@[Tom](person:${tom}) is repairing the boat of his uncle.`,
              day: '2026-08-01',
              source: { kind: 'entry', entryId: entry },
            },
          ],
        },
      },
    ]);
  });
});

describe('what was done about a nudge', () => {
  test('done stays done through a restart, and comes again after the floor of the rhythm', async () => {
    const { journal, tom } = await withTom();
    const key = `rhythmDue:${tom}:2026-08-01`;
    await journal.ask('nudges.act', { key, act: 'done' });
    journal.reopen();
    expect((await today(journal)).three).toMatchObject([{ nudge: { key }, act: 'done' }]);
    expect((await today(journal)).budget).toEqual({ weekMinutes: 120, spentMinutes: 15, plannedMinutes: 0 });
    journal.clock.set('2026-12-21');
    expect((await today(journal)).three).toEqual([]);
    journal.clock.set('2026-12-22');
    expect((await today(journal)).three).toMatchObject([
      { nudge: { key: `rhythmDue:${tom}:2026-11-22` }, act: null },
    ]);
  });
});
