import { afterEach, expect, test } from 'vitest';
import { type Direction, keyListsOf } from '../../../src/main/journal/entries/keyLists.ts';
import type { EntryFilter } from '../../../src/shared/contract/entries.ts';
import { addEntry, addPerson, closeTestJournals, openTestJournal } from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

const directions: readonly Direction[] = ['older', 'newer'];

test('every list of the timeline is read from an index in the order of time, without sorting', async () => {
  const journal = openTestJournal();
  const personId = await addPerson(journal, { circleId: 'close' });
  await addEntry(journal, { people: [{ personId, role: 'with' }], tags: ['work'] });
  const filters: readonly EntryFilter[] = [
    {},
    { personId },
    { personId, role: 'with' },
    { circleId: 'close' },
    { channel: 'note' },
    { tag: 'work' },
  ];
  const plans = await recordPlans(journal.context.db, () => {
    for (const filter of filters) {
      for (const direction of directions) keyListsOf(journal.context.db, filter)?.[0]?.(1, direction, 10);
    }
  });
  expect(plans.filter(({ sql }) => sql.includes('ORDER BY k')).length).toBe(filters.length * 2);
  for (const { sql, plan } of plans) {
    expect(plan, sql).toMatch(/SEARCH/);
    expect(plan, sql).not.toMatch(/SCAN|TEMP B-TREE/);
  }
});

test('no question about entries and no save ever scans a table that grows with the journal', async () => {
  const journal = openTestJournal();
  const personId = await addPerson(journal, { circleId: 'close' });
  const { db } = journal.context;
  const plans = await recordPlans(db, async () => {
    const id = await addEntry(journal, {
      body: `#work @[A](person:${personId})`,
      people: [{ personId, role: 'with' }],
      tags: ['work'],
    });
    const entry = await journal.ask('entries.get', { id });
    await journal.ask('entries.timeline', { filter: { personId, tag: 'work', circleId: 'close' } });
    await journal.ask('entries.update', { id, entry: { ...entry, day: '1999-01-01', people: [] } });
    await journal.ask('tags.suggest', { text: 'w' });
    await journal.ask('tags.suggest', { text: '' });
    await journal.ask('drafts.save', { slot: 'new', content: 'x' });
    await journal.ask('drafts.get', { slot: 'new' });
    await journal.ask('people.get', { id: personId });
    await journal.ask('people.update', { id: personId, person: { circleId: 'inner', nicknames: ['A'] } });
    await journal.ask('trash.restore', await journal.ask('people.remove', { id: personId }));
    await journal.ask('trash.restore', await journal.ask('entries.remove', { id }));
    await journal.ask('entries.span', {});
    const { versions } = await journal.ask('history.entry', { id });
    await journal.ask('history.restoreEntry', { versionId: versions[0]?.id ?? '' });
    await journal.ask('undo.undo', {});
    const known = await journal.ask('history.person', { id: personId });
    await journal.ask('history.restorePerson', { versionId: known.versions[0]?.id ?? '' });
    await journal.ask('undo.undo', {});
    const { trashId } = await journal.ask('entries.remove', { id });
    await journal.ask('trash.list', {});
    await journal.ask('trash.list', { after: { deletedAt: 0, trashId } });
    await journal.ask('trash.remove', { trashIds: [trashId] });
    await journal.ask('trash.empty', {});
  });
  expect(plans.length).toBeGreaterThan(60);
  for (const { sql, plan } of plans) {
    const scans = plan
      .split('\n')
      .filter((line) => /\bSCAN\b/.test(line))
      // A list that came with the question, a virtual table (which plans for itself), the few circles, a table of one
      // row, and the most
      // used tags in the order of their index: none grows with the journal on the way.
      .filter(
        (line) =>
          !/VIRTUAL TABLE|SCAN circle|SCAN index_state|USING INDEX tag_by_use|SCAN CONSTANT ROW/.test(line),
      );
    expect(scans, sql).toEqual([]);
  }
});
