import { afterEach, expect, test } from 'vitest';
import {
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const pairsOf = async (journal: TestJournal) =>
  (await journal.ask('people.lookAlikes', {})).pairs.map(({ people }) => people.map(({ id }) => id));

async function withPairs() {
  const journal = openTestJournal();
  const email = { kind: 'email', label: '', value: 'lisa@example.org' } as const;
  const one = await addPerson(journal, { name: 'Lisa Grey', contactWays: [email] });
  const other = await addPerson(journal, {
    name: 'Elizabeth Grey',
    formerNames: ['Lisa Grey'],
    contactWays: [email],
  });
  const tom = await addPerson(journal, { name: 'Tom' });
  const second = await addPerson(journal, { name: 'tom' });
  return { journal, one, other, tom, second };
}

test('tells who may be one, most likely first, with the reasons, in pages', async () => {
  const { journal, one, other, tom, second } = await withPairs();
  const { total, pairs } = await journal.ask('people.lookAlikes', {});
  expect(total).toBe(2);
  expect(pairs).toMatchObject([
    {
      people: [{ id: one }, { id: other }],
      reasons: [
        'Both have the e-mail address lisa@example.org.',
        'Elizabeth Grey is also called “Lisa Grey”.',
      ],
    },
    { people: [{ id: tom }, { id: second }], reasons: ['Their names say the same: “Tom” and “tom”.'] },
  ]);
  const page = await journal.ask('people.lookAlikes', { offset: 1, limit: 1 });
  expect(page).toEqual({ total: 2, pairs: [pairs[1]] });
});

test('does not ask again about two who are two, until that is taken back; not after a restart, nor after merging', async () => {
  const { journal, one, other, tom, second } = await withPairs();
  await journal.ask('people.setTwoPeople', { personId: second, otherId: tom, areTwo: true });
  expect(await pairsOf(journal)).toEqual([[one, other]]);
  journal.reopen();
  expect(await pairsOf(journal)).toEqual([[one, other]]);
  await journal.ask('people.setTwoPeople', { personId: tom, otherId: second, areTwo: false });
  expect(await pairsOf(journal)).toHaveLength(2);
  const { id: _id, createdAt: _c, changedAt: _d, ...row } = await journal.ask('people.get', { id: one });
  const { lastTalk: _t, lastMention: _m, next: _n, entryCount: _e, ...person } = row;
  await journal.ask('people.merge', { keepId: one, otherId: other, person });
  expect(await pairsOf(journal)).toEqual([[tom, second]]);
});

test('those in the trash look like nobody, and come back as they were', async () => {
  const { journal, tom } = await withPairs();
  const trash = await journal.ask('people.remove', { id: tom });
  expect(await pairsOf(journal)).toHaveLength(1);
  await journal.ask('trash.restore', trash);
  expect(await pairsOf(journal)).toHaveLength(2);
});

test('refuses one with themselves and somebody who is gone', async () => {
  const { journal, one } = await withPairs();
  const say = (otherId: string) =>
    journal.ask('people.setTwoPeople', { personId: one, otherId, areTwo: true });
  await expect(say(one)).rejects.toMatchObject({ kind: 'badInput' });
  await expect(say(testId(999))).rejects.toMatchObject({ kind: 'notFound' });
});
