import { afterEach, expect, test } from 'vitest';
import { addEntry, addPerson, closeTestJournals, openTestJournal } from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

test('no question about nudges scans a table that grows with the journal', async () => {
  const journal = openTestJournal();
  const { db } = journal.context;
  const personId = await addPerson(journal, {
    name: 'Tom',
    circleId: 'friends',
    groups: ['choir'],
    dates: [{ kind: 'birthday', label: '', date: '--11-22' }],
  });
  const people = [{ personId, role: 'with' as const }];
  for (const day of ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-11-22']) {
    await addEntry(journal, { day, channel: 'letter', begunBy: personId, body: 'Words !asked.', people });
  }
  await journal.ask('facts.create', { personId, fact: { facet: 'interests', text: 'sailing' } });
  await journal.ask('promises.create', {
    promise: { madeBy: 'me', sentence: 'I’ll write.', personIds: [personId], due: '2026-11-22' },
  });
  await journal.ask('shelf.create', { item: { kind: 'text', title: 'On sails', topics: ['sailing'] } });
  let kinds: readonly string[] = [];
  const plans = await recordPlans(db, async () => {
    const { three } = await journal.ask('nudges.today', {});
    kinds = three.map(({ nudge }) => nudge.kind);
    const key = three[0]?.nudge.key ?? '';
    await journal.ask('nudges.ofPerson', { personId });
    await journal.ask('nudges.folded', { offset: 0 });
    await journal.ask('nudges.digest', {});
    await journal.ask('nudges.act', { key, act: 'skipped' });
    await journal.ask('nudges.takeBack', { key });
  });
  expect(kinds).toEqual(['occasion']);
  expect(plans.length).toBeGreaterThan(25);
  for (const { sql, plan } of plans) {
    const scans = plan
      .split('\n')
      .filter((line) => /\bSCAN\b/.test(line))
      // Lists that came with the question, the few circles and settings, the shelf from its newest end on, and the
      // network, of which a bridge is only known when all of it is.
      .filter(
        (line) =>
          !/VIRTUAL TABLE|SCAN (?:circle|setting)|SCAN tie$|shelf_item USING INDEX|CONSTANT ROW/.test(line),
      );
    expect(scans, sql).toEqual([]);
  }
});
