import { afterEach, expect, test } from 'vitest';
import { changeRecords } from '../../../src/main/journal/history/recordChanges.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { addEntry, addPerson, closeTestJournals, openTestJournal, testId } from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

/**
 * Read whole, once for a merge: what was done about nudges, whose keys name people within. And what stands in the
 * question itself, a virtual table, which plans for itself, and tables of a few rows or one.
 */
const mayScan =
  /SCAN (?:nudge_act|circle|index_state|pragma_table_info|CONSTANT ROW)\b|VIRTUAL TABLE|SCAN (?:wanted|json_each)/;

test('merging, doing the same to many and undoing small changes never scan a table that grows with the journal', async () => {
  const journal = openTestJournal();
  const keepId = await addPerson(journal, { circleId: 'close' });
  const otherId = await addPerson(journal, { name: 'Augusta' });
  for (const people of [[otherId], [keepId, otherId]]) {
    const named = people.map((personId) => ({ personId, role: 'with' as const }));
    await addEntry(journal, { people: named, body: `${makeMention('A', otherId)} !gave`, begunBy: otherId });
  }
  const { id: _i, createdAt: _c, changedAt: _d, ...person } = await journal.ask('people.get', { id: keepId });
  const { db } = journal.context;
  const plans = await recordPlans(db, async () => {
    const { trashId } = await journal.ask('people.merge', { keepId, otherId, person });
    await journal.ask('people.names', { ids: [otherId] });
    await journal.ask('trash.restore', { trashId });
    await journal.ask('people.setTwoPeople', { personId: keepId, otherId, areTwo: true });
    await journal.ask('bulk.change', { ids: [keepId, otherId], change: { kind: 'tag', tag: 'x' } });
    await journal.ask('bulk.remove', { ids: [keepId, otherId] });
    await journal.ask('undo.undo', {});
    const id = testId(800);
    const change = { action: 'shelfItemAdded', name: '', records: [{ kind: 'shelfItem', id }] } as const;
    changeRecords(journal.context, change, () =>
      db.prepare("INSERT INTO shelf_item VALUES (?, 'text', 'A', '', '', 0, 1, 1)").run(id),
    );
    changeRecords(journal.context, { ...change, action: 'shelfItemRemoved' }, () =>
      db.prepare('DELETE FROM shelf_item WHERE id = ?').run(id),
    );
    const [item] = (await journal.ask('trash.list', {})).items;
    await journal.ask('trash.remove', { trashIds: [item?.trashId ?? ''] });
  });
  expect(plans.length).toBeGreaterThan(60);
  for (const { sql, plan } of plans) {
    const scans = plan.split('\n').filter((line) => /\bSCAN\b/.test(line) && !mayScan.test(line));
    expect(scans, sql).toEqual([]);
  }
});
