import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import { exchangeKinds } from '../../../src/shared/models/exchange.ts';
import { makeMention, sayMentions } from '../../../src/shared/rules/mentions.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

type Asked = JournalInput<'exchanges.list'>;

async function list(journal: TestJournal, input: Asked = {}) {
  const { exchanges } = await journal.ask('exchanges.list', input);
  return exchanges.map(({ kind, people, quote }) => [kind, people.map(({ name }) => name).join(', '), quote]);
}

async function openWithTwo() {
  const journal = openTestJournal();
  const ada = await addPerson(journal);
  const tom = await addPerson(journal, { name: 'Tom Reed' });
  return { journal, ada, tom, adaHere: makeMention('Ada', ada), tomHere: makeMention('Tom', tom) };
}

describe('a mark', () => {
  test('is about those whom its sentence mentions, or all who took part, or nobody', async () => {
    const { journal, ada, tom, tomHere } = await openWithTwo();
    await addEntry(journal, {
      body: `Lent ${tomHere} my atlas !gave. They liked it. Asked for a ladder !asked`,
      people: [
        { personId: ada, role: 'with' },
        { personId: tom, role: 'with' },
      ],
    });
    await addEntry(journal, { day: '2026-11-20', body: 'Said that I am tired !told' });
    expect(await list(journal)).toEqual([
      ['asked', 'Ada Lovelace, Tom Reed', 'Asked for a ladder'],
      ['gave', 'Tom Reed', `Lent ${tomHere} my atlas.`],
      ['told', '', 'Said that I am tired'],
    ]);
  });

  test('is about nobody else where its sentence only mentions somebody who is gone', async () => {
    const { journal, ada, tom, tomHere } = await openWithTwo();
    const { trashId } = await journal.ask('people.remove', { id: tom });
    await journal.ask('trash.remove', { trashIds: [trashId] });
    await addEntry(journal, {
      body: `Lent ${tomHere} my atlas !gave`,
      people: [{ personId: ada, role: 'with' }],
    });
    expect(await list(journal)).toEqual([['gave', '', `Lent ${tomHere} my atlas`]]);
    expect(await list(journal, { personId: ada })).toEqual([]);
  });

  test('of a promise is none of these', async () => {
    const { journal } = await openWithTwo();
    await addEntry(journal, { body: 'I’ll call !promise, and he will write !theirs' });
    expect(await list(journal)).toEqual([]);
  });

  test('that stands alone has the title of its entry for words, or else the first of them', async () => {
    const { journal } = await openWithTwo();
    await addEntry(journal, { title: 'The atlas', body: '!gave' });
    await addEntry(journal, { day: '2026-11-20', body: 'Lent him my atlas.\n\n!gave' });
    expect(await list(journal)).toEqual([
      ['gave', '', 'The atlas'],
      ['gave', '', 'Lent him my atlas.'],
    ]);
  });

  test('in a sentence without end is quoted to where a clause ends', async () => {
    const { journal } = await openWithTwo();
    await addEntry(journal, { body: `Lent it !gave, ${'and so on and on, '.repeat(100_000)}` });
    const [[, , quote] = []] = await list(journal);
    expect(quote?.length).toBeLessThan(300);
    expect(quote).toMatch(/^Lent it, and so on/u);
  });

  test('is kept up to two hundred of an entry', async () => {
    const { journal } = await openWithTwo();
    await addEntry(journal, { body: 'Plums !gave. '.repeat(5_000) });
    expect(await list(journal, { limit: 200 })).toHaveLength(200);
  });
});

describe('what follows from the text', () => {
  test('changes with it, and with the day, and comes back by undo', async () => {
    const { journal, ada } = await openWithTwo();
    const people = [{ personId: ada, role: 'with' as const }];
    const id = await addEntry(journal, { body: 'Lent her my atlas !gave', people });
    const entry = entryDraftOf({ day: '2026-11-01', body: 'She lent me hers !received', people });
    await journal.ask('entries.update', { id, entry });
    expect(await list(journal, { personId: ada })).toEqual([
      ['received', 'Ada Lovelace', 'She lent me hers'],
    ]);
    await journal.ask('undo.undo', {});
    expect(await list(journal, { personId: ada })).toEqual([['gave', 'Ada Lovelace', 'Lent her my atlas']]);
    await journal.ask('undo.redo', {});
    expect(await list(journal, { personId: ada })).toEqual([
      ['received', 'Ada Lovelace', 'She lent me hers'],
    ]);
  });

  test('goes to the trash with the entry, and comes back with it', async () => {
    const { journal, ada } = await openWithTwo();
    const body = 'Lent her my atlas !gave';
    const id = await addEntry(journal, { body, people: [{ personId: ada, role: 'with' }] });
    const { trashId } = await journal.ask('entries.remove', { id });
    expect(await list(journal)).toEqual([]);
    await journal.ask('trash.restore', { trashId });
    expect(await list(journal)).toEqual([['gave', 'Ada Lovelace', 'Lent her my atlas']]);
  });

  test('is not shown of somebody in the trash, who may come back, even if the entry was edited meanwhile', async () => {
    const { journal, ada, tom, tomHere } = await openWithTwo();
    const people = [
      { personId: ada, role: 'with' as const },
      { personId: tom, role: 'with' as const },
    ];
    const body = `Lent ${tomHere} my atlas !gave. They told a story !received`;
    const id = await addEntry(journal, { body, people });
    const { trashId } = await journal.ask('people.remove', { id: tom });
    expect(await list(journal)).toEqual([['received', 'Ada Lovelace', 'They told a story']]);
    const entry = entryDraftOf({ body: `So. ${body}`, people: [{ personId: ada, role: 'with' }] });
    await journal.ask('entries.update', { id, entry });
    expect(await list(journal)).toEqual([['received', 'Ada Lovelace', 'They told a story']]);
    await journal.ask('trash.restore', { trashId });
    expect(await list(journal, { personId: tom })).toEqual([
      ['received', 'Ada Lovelace, Tom Reed', 'They told a story'],
      ['gave', 'Tom Reed', `Lent ${tomHere} my atlas.`],
    ]);
  });
});

test('what was exported and is imported elsewhere comes along, and goes when that is taken back', async () => {
  const { journal, ada, tomHere } = await openWithTwo();
  const body = `Lent ${tomHere} my atlas !gave. So kind of them. !received\n\nI said I was tired !told`;
  await addEntry(journal, { body, people: [{ personId: ada, role: 'with' }] });
  const before = await list(journal);
  const target = journal.grant(journal.folder);
  const { name } = await journal.ask('transfer.export', { target, format: 'markdownFolder', job: 'export' });
  const other = openTestJournal();
  const source = other.grant(join(journal.folder, name));
  const { batch } = await other.ask('transfer.import', { source, job: 'import' });
  const names = (rows: typeof before) =>
    rows.map(([kind, people, quote]) => [kind, people, sayMentions(quote ?? '')]);
  expect(names(await list(other))).toEqual(names(before));
  await other.ask('transfer.takeBack', { batchId: batch.id, job: 'takeBack' });
  expect(await list(other)).toEqual([]);
});

describe('the list', () => {
  test('goes on from where a page ended, and knows each mark once', async () => {
    const { journal, ada } = await openWithTwo();
    const body = 'One !gave. Two !asked. Three !gave. Four !told. Five !kind.';
    for (const day of ['2026-11-20', '2026-11-21']) {
      await addEntry(journal, { day, body, people: [{ personId: ada, role: 'with' }] });
    }
    for (const input of [{}, { personId: ada }]) {
      const seen: string[] = [];
      let older: { k: number; position: number } | undefined;
      do {
        const page = await journal.ask('exchanges.list', { ...input, limit: 3, ...(older && { older }) });
        seen.push(...page.exchanges.map(({ day, quote }) => `${day.slice(-2)} ${quote}`));
        older = page.older ?? undefined;
      } while (older);
      expect(seen).toEqual(
        ['21', '20'].flatMap((day) => ['Five.', 'Four.', 'Three.', 'Two.', 'One.'].map((w) => `${day} ${w}`)),
      );
    }
    expect(await list(journal, { kinds: ['gave', 'gave', 'kind'], limit: 2 })).toEqual([
      ['kind', 'Ada Lovelace', 'Five.'],
      ['gave', 'Ada Lovelace', 'Three.'],
    ]);
  });

  test('finds words in sentences and names, whatever their letters, and goes on where it stopped looking', async () => {
    const { journal, ada } = await openWithTwo();
    const people = [{ personId: ada, role: 'with' as const }];
    await addEntry(journal, { day: '2020-01-01', body: 'You saved the Café !kind', people });
    const bulk = entryDraftOf({ day: '2021-01-01', body: 'Plums !kind. '.repeat(200) });
    for (let i = 0; i < 3; i++) await addEntry(journal, bulk);
    const first = await journal.ask('exchanges.list', { words: 'cafe love' });
    expect(first.exchanges).toEqual([]);
    expect(first.older).not.toBeNull();
    const next = await journal.ask('exchanges.list', {
      words: 'cafe love',
      ...(first.older && { older: first.older }),
    });
    expect(next).toMatchObject({ exchanges: [{ quote: 'You saved the Café' }], older: null });
    expect((await journal.ask('exchanges.list', { words: 'plums', limit: 2 })).exchanges).toHaveLength(2);
  });

  test('says when somebody was thanked for kind words, in the same entry or later', async () => {
    const { journal, ada } = await openWithTwo();
    const people = [{ personId: ada, role: 'with' as const }];
    const thanked = async () =>
      (await journal.ask('exchanges.list', { kinds: ['kind'] })).exchanges.map(({ thankedOn }) => thankedOn);
    await addEntry(journal, { day: '2026-11-01', body: 'Wrote to thank her !thanked', people });
    await addEntry(journal, { day: '2026-11-02', body: 'She praised my soup !kind', people });
    expect(await thanked()).toEqual([null]);
    await addEntry(journal, { day: '2026-11-10', body: 'Brought flowers !thanked', people });
    expect(await thanked()).toEqual(['2026-11-10']);
    await addEntry(journal, {
      day: '2026-11-12',
      body: 'Thanked her !thanked for her kind words !kind',
      people,
    });
    expect(await thanked()).toEqual(['2026-11-12', '2026-11-10']);
  });

  test('of nobody is refused', async () => {
    const { journal } = await openWithTwo();
    await expect(journal.ask('exchanges.list', { personId: testId(999) })).rejects.toMatchObject({
      kind: 'notFound',
    });
    await expect(journal.ask('exchanges.balance', { personId: testId(999) })).rejects.toMatchObject({
      kind: 'notFound',
    });
  });
});

test('the balance counts what passed with one person, and since the user last gave', async () => {
  const { journal, ada } = await openWithTwo();
  const people = [{ personId: ada, role: 'with' as const }];
  expect(await journal.ask('exchanges.balance', { personId: ada })).toEqual({
    counts: Object.fromEntries(exchangeKinds.map((kind) => [kind, 0])),
    words: '',
  });
  await addEntry(journal, { day: '2026-11-01', body: 'Advice !asked. Plums !gave. A ladder !asked', people });
  await addEntry(journal, { day: '2026-11-02', body: 'Her car !asked', people });
  expect(await journal.ask('exchanges.balance', { personId: ada })).toMatchObject({
    counts: { asked: 3, gave: 1, kind: 0 },
    words: 'You asked twice since you last gave something.',
  });
});

test('a talk begins the rhythm of everybody in it anew', async () => {
  const { journal, ada, tom } = await openWithTwo();
  await addEntry(journal, {
    day: '2026-11-20',
    channel: 'call',
    body: 'Plums !gave',
    people: [
      { personId: ada, role: 'with' },
      { personId: tom, role: 'with' },
    ],
  });
  for (const id of [ada, tom]) {
    expect(await journal.ask('people.get', { id })).toMatchObject({ lastTalk: '2026-11-20' });
  }
});

test('no question reads a whole table, nor sorts', async () => {
  const { journal, ada } = await openWithTwo();
  await addEntry(journal, { body: 'She said so !kind', people: [{ personId: ada, role: 'with' }] });
  const plans = await recordPlans(journal.context.db, async () => {
    await journal.ask('exchanges.list', {});
    await journal.ask('exchanges.list', { personId: ada });
    await journal.ask('exchanges.balance', { personId: ada });
  });
  expect(plans.length).toBeGreaterThan(5);
  for (const { sql, plan } of plans) expect(plan, sql).not.toMatch(/^SCAN|\nSCAN|TEMP B-TREE/u);
});
