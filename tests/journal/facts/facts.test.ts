import { afterEach, describe, expect, test } from 'vitest';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import type { Fact } from '../../../src/shared/models/fact.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

type GivenFact = Partial<JournalInput<'facts.create'>['fact']>;

async function addFact(journal: TestJournal, personId: string, given: GivenFact = {}): Promise<string> {
  const fact = { facet: 'work', label: 'employer', text: 'Bright & Co.', ...given } as const;
  return (await journal.ask('facts.create', { personId, fact })).id;
}

const say = ({ label, text, retiredOn }: Fact) => [label, text, retiredOn].join(' · ');
const list = async (journal: TestJournal, personId: string) =>
  (await journal.ask('facts.list', { personId })).map(say);
const find = async (journal: TestJournal, text: string) =>
  (await journal.ask('search.run', { text: text })).people.map(({ name }) => name);

describe('a fact', () => {
  test('keeps the day it was learned, where it comes from and the words that say it', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const entryId = await addEntry(journal, { day: '2024-03-09', body: 'Ada works at Bright & Co. now.' });
    const id = await addFact(journal, personId, {
      entryId,
      quote: 'Ada works at Bright & Co.',
      date: '2024-03',
    });
    expect(await journal.ask('facts.list', { personId })).toEqual([
      {
        id,
        personId,
        facet: 'work',
        label: 'employer',
        text: 'Bright & Co.',
        date: '2024-03',
        learnedOn: '2024-03-09',
        entryId,
        entryDay: '2024-03-09',
        quote: 'Ada works at Bright & Co.',
        retiredOn: null,
        retiredBy: null,
        batchId: null,
        createdAt: journal.clock.now(),
        changedAt: journal.clock.now(),
      },
    ]);
    expect(await journal.ask('facts.ofEntry', { entryId })).toMatchObject([
      { id, person: { id: personId, name: 'Ada Lovelace', preferredName: '' } },
    ]);
    expect(journal.events.at(-1)).toMatchObject({
      type: 'changed',
      tables: expect.arrayContaining(['fact']),
    });
  });

  test('written by hand was learned today', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    await addFact(journal, personId);
    const [fact] = await journal.ask('facts.list', { personId });
    expect(fact).toMatchObject({ learnedOn: '2026-11-22', entryId: null, quote: '' });
  });

  test('takes the place of the one before, and history falls out of it', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    await addFact(journal, personId, { learnedOn: '2020-01-01' });
    await addFact(journal, personId, { text: 'Northwind', date: '2024-03' });
    await addFact(journal, personId, { label: 'works at', text: 'Harbour Lights', learnedOn: '2022-05-05' });
    expect(await list(journal, personId)).toEqual([
      'employer · Northwind · ',
      'works at · Harbour Lights · 2024-03-01',
      'employer · Bright & Co. · 2022-05-05',
    ]);
  });

  test('is written down once', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await addFact(journal, personId);
    await expect(addFact(journal, personId, { text: 'BRIGHT & co.' })).rejects.toMatchObject({
      kind: 'alreadyThere',
    });
    await journal.ask('facts.retire', { id, on: '2026-01-01' });
    await addFact(journal, personId);
    expect(await journal.ask('facts.list', { personId })).toHaveLength(2);
  });

  test('can be changed, and moved to somebody else', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const tom = await addPerson(journal, { name: 'Tom Reed' });
    const first = await addFact(journal, ada, { learnedOn: '2020-01-01' });
    const second = await addFact(journal, ada, { text: 'Northwind' });
    await journal.ask('facts.update', { id: second, fact: { text: 'Northwind Ltd', date: '2025' } });
    expect(await list(journal, ada)).toEqual([
      'employer · Northwind Ltd · ',
      'employer · Bright & Co. · 2025-01-01',
    ]);
    await journal.ask('facts.update', { id: second, personId: tom, fact: {} });
    expect(await list(journal, ada)).toEqual(['employer · Bright & Co. · ']);
    expect(await list(journal, tom)).toEqual(['employer · Northwind Ltd · ']);
    await journal.ask('facts.update', { id: first, fact: { label: 'role' } });
    await journal.ask('undo.undo', {});
    await journal.ask('undo.undo', {});
    expect(await list(journal, ada)).toEqual([
      'employer · Northwind Ltd · ',
      'employer · Bright & Co. · 2025-01-01',
    ]);
  });

  test('that is the same after a change is no change', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await addFact(journal, personId);
    journal.clock.advance(1000);
    await journal.ask('facts.update', { id, fact: { text: 'Bright & Co.' } });
    const [fact] = await journal.ask('facts.list', { personId });
    expect(fact?.changedAt).toBe(fact?.createdAt);
  });

  test('ends when the user says so, stays ended, and is true again when they say so', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await addFact(journal, personId, { learnedOn: '2020-01-01' });
    await journal.ask('facts.retire', { id, on: '2023-06-01' });
    const next = await addFact(journal, personId, { text: 'Northwind' });
    expect(await list(journal, personId)).toContain('employer · Bright & Co. · 2023-06-01');
    await journal.ask('facts.update', { id, fact: { text: 'Bright' } });
    await journal.ask('facts.remove', { id: next });
    expect(await list(journal, personId)).toEqual(['employer · Bright · 2023-06-01']);
    await journal.ask('facts.retire', { id, on: null });
    expect(await list(journal, personId)).toEqual(['employer · Bright · ']);
  });

  test('of an unknown person, or that is not there, is refused', async () => {
    const journal = openTestJournal();
    await expect(addFact(journal, testId(999))).rejects.toMatchObject({ kind: 'notFound' });
    for (const ask of [
      () => journal.ask('facts.update', { id: testId(999), fact: {} }),
      () => journal.ask('facts.remove', { id: testId(999) }),
      () => journal.ask('facts.retire', { id: testId(999), on: null }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ kind: 'notFound' });
    }
  });

  test.each<[string, GivenFact]>([
    ['no words', { text: '  ' }],
    ['an impossible date', { date: '2023-02-29' }],
    ['half a date', { date: '05-03' }],
    ['an impossible day', { learnedOn: '2026-13-01' }],
    ['two million letters', { text: 'x'.repeat(2_000_000) }],
    ['a label of a page', { label: 'x'.repeat(200) }],
    ['a quote of a book', { quote: 'x'.repeat(3_000) }],
  ])('with %s is refused in words, and nothing is lost', async (_, given) => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    await addFact(journal, personId);
    await expect(addFact(journal, personId, given)).rejects.toMatchObject({
      kind: 'badInput',
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect(await list(journal, personId)).toEqual(['employer · Bright & Co. · ']);
  });
});

describe('undo', () => {
  test('brings back what was removed, and retires anew the one before it', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    await addFact(journal, personId, { learnedOn: '2020-01-01' });
    const id = await addFact(journal, personId, { text: 'Northwind' });
    const before = await journal.ask('facts.list', { personId });
    await journal.ask('facts.remove', { id });
    expect(await list(journal, personId)).toEqual(['employer · Bright & Co. · ']);
    const undone = await journal.ask('undo.undo', {});
    expect(undone).toMatchObject({ name: 'employer: Northwind' });
    expect(await journal.ask('facts.list', { personId })).toEqual(before);
    await journal.ask('undo.redo', {});
    expect(await list(journal, personId)).toEqual(['employer · Bright & Co. · ']);
  });

  test('takes back what was added and what was ended', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await addFact(journal, personId);
    await journal.ask('facts.retire', { id, on: '2026-02-02' });
    await journal.ask('undo.undo', {});
    expect(await list(journal, personId)).toEqual(['employer · Bright & Co. · ']);
    await journal.ask('undo.undo', {});
    expect(await list(journal, personId)).toEqual([]);
  });
});

describe('a person in the trash', () => {
  test('shows no facts, and comes back with them', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const entryId = await addEntry(journal);
    await addFact(journal, personId, { entryId });
    const { trashId } = await journal.ask('people.remove', { id: personId });
    await expect(journal.ask('facts.list', { personId })).rejects.toMatchObject({ kind: 'notFound' });
    expect(await journal.ask('facts.ofEntry', { entryId })).toEqual([]);
    expect(await find(journal, 'Bright')).toEqual([]);
    await journal.ask('trash.restore', { trashId });
    expect(await list(journal, personId)).toEqual(['employer · Bright & Co. · ']);
    expect(await find(journal, 'Bright')).toEqual(['Ada Lovelace']);
  });

  test('takes their facts along when they go for good', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    await addFact(journal, personId);
    const { trashId } = await journal.ask('people.remove', { id: personId });
    await journal.ask('trash.remove', { trashIds: [trashId] });
    expect(journal.context.db.prepare('SELECT count(*) FROM fact').pluck().get()).toBe(0);
  });
});

describe('search', () => {
  test('finds people by what is true of them, and says by what', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await addFact(journal, personId, { facet: 'preferences', label: 'likes', text: 'marmalade' });
    const { people } = await journal.ask('search.run', { text: 'marmal' });
    expect(people).toMatchObject([{ name: 'Ada Lovelace', snippet: 'likes: marmalade' }]);
    await journal.ask('facts.update', { id, fact: { text: 'honey' } });
    expect(await find(journal, 'marmalade')).toEqual([]);
    expect(await find(journal, 'honey')).toEqual(['Ada Lovelace']);
    await journal.ask('facts.retire', { id, on: '2026-11-01' });
    expect(await find(journal, 'honey')).toEqual([]);
    await journal.ask('undo.undo', {});
    expect(await find(journal, 'honey')).toEqual(['Ada Lovelace']);
    await journal.ask('people.update', { id: personId, person: { notes: 'and bread' } });
    expect(await find(journal, 'honey')).toEqual(['Ada Lovelace']);
    await journal.ask('facts.remove', { id });
    expect(await find(journal, 'honey')).toEqual([]);
  });
});

describe('two people who become one', () => {
  test('have one employer, the one that was learned last, and are two again as they were', async () => {
    const journal = openTestJournal();
    const [keepId, otherId] = [await addPerson(journal), await addPerson(journal, { name: 'A. Lovelace' })];
    await addFact(journal, keepId, { learnedOn: '2020-01-01' });
    await addFact(journal, otherId, { text: 'Harbour Lights', learnedOn: '2018-01-01' });
    await addFact(journal, otherId, { text: 'Northwind', learnedOn: '2024-03-01' });
    await addFact(journal, otherId, { facet: 'preferences', label: 'likes', text: 'tea' });
    const before = [await list(journal, keepId), await list(journal, otherId)];
    const {
      lastTalk: _a,
      lastMention: _b,
      next: _c,
      entryCount: _d,
      ...person
    } = await journal.ask('people.get', { id: keepId });
    await journal.ask('people.merge', { keepId, otherId, person });
    expect(await list(journal, keepId)).toEqual([
      'employer · Northwind · ',
      'employer · Bright & Co. · 2024-03-01',
      'employer · Harbour Lights · 2024-03-01',
      'likes · tea · ',
    ]);
    expect(await find(journal, 'tea')).toEqual(['Ada Lovelace']);
    await journal.ask('undo.undo', {});
    expect([await list(journal, keepId), await list(journal, otherId)]).toEqual(before);
  });
});

test('an entry shows what is true of what was learned from it, oldest first', async () => {
  const journal = openTestJournal();
  const personId = await addPerson(journal);
  const entryId = await addEntry(journal, { day: '2024-03-09' });
  await addFact(journal, personId, { entryId });
  await addFact(journal, personId, { entryId, label: 'role', text: 'a designer' });
  journal.clock.advance(1000);
  await addFact(journal, personId, { text: 'Northwind', learnedOn: '2025-01-01' });
  const facts = await journal.ask('facts.ofEntry', { entryId });
  expect(facts.map(({ text }) => text)).toEqual(['a designer']);
});

test('labels in use come most used first', async () => {
  const journal = openTestJournal();
  const personId = await addPerson(journal);
  for (const [label, text] of [
    ['sport', 'tennis'],
    ['craft', 'wood'],
    ['craft', 'clay'],
    ['', 'much else'],
  ] as const) {
    await addFact(journal, personId, { facet: 'interests', label, text });
  }
  expect(await journal.ask('facts.labels', { facet: 'interests' })).toEqual(['craft', 'sport']);
  expect(await journal.ask('facts.labels', { facet: 'health' })).toEqual([]);
});

test('every question has its index', async () => {
  const journal = openTestJournal();
  const personId = await addPerson(journal);
  const entryId = await addEntry(journal);
  journal.reopen();
  const plans = await recordPlans(journal.context.db, async () => {
    const id = await addFact(journal, personId, { entryId });
    await journal.ask('facts.list', { personId });
    await journal.ask('facts.ofEntry', { entryId });
    await journal.ask('facts.labels', { facet: 'work' });
    await journal.ask('facts.update', { id, fact: { text: 'other' } });
    await journal.ask('facts.remove', { id });
  });
  const ofFacts = plans.filter(({ sql }) => /\bfact\b/.test(sql));
  expect(ofFacts.length).toBeGreaterThan(5);
  for (const { sql, plan } of ofFacts) expect(plan, sql).not.toMatch(/SCAN (?!wanted|CONSTANT)/);
});
