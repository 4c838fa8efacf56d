import { afterEach, describe, expect, test } from 'vitest';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

type GivenItem = Partial<JournalInput<'shelf.create'>['item']>;

async function put(journal: TestJournal, item: GivenItem = {}): Promise<string> {
  const { id } = await journal.ask('shelf.create', { item: { kind: 'note', title: 'Words', ...item } });
  journal.clock.advance(1000);
  return id;
}

const titles = async (journal: TestJournal, input: JournalInput<'shelf.list'> = {}) =>
  (await journal.ask('shelf.list', input)).items.map(({ title }) => title);
const takers = async (journal: TestJournal, id: string) =>
  (await journal.ask('shelf.proposals', { id })).proposals.map(({ person, because }) => [
    person.name,
    because.kind === 'news' ? because.circle : because.evidence.quote,
  ]);

describe('the shelf', () => {
  test('keeps a thing as it was put there', async () => {
    const journal = openTestJournal();
    const item = {
      kind: 'link' as const,
      title: 'Swarms',
      body: 'How *they* decide.\n',
      url: 'bees.example/swarms',
      topics: ['bees', 'gardens'],
      isMyNews: false,
    };
    const id = await put(journal, item);
    const [kept] = (await journal.ask('shelf.list', {})).items;
    expect(kept).toMatchObject({ ...item, id, url: 'https://bees.example/swarms', sharedWith: [] });
  });

  test('shows the newest first, a stretch at a time', async () => {
    const journal = openTestJournal();
    for (const title of ['first', 'second', 'third']) await put(journal, { title });
    expect(await titles(journal)).toEqual(['third', 'second', 'first']);
    expect(await journal.ask('shelf.list', { limit: 2 })).toMatchObject({ more: true });
    expect(await journal.ask('shelf.list', { limit: 3 })).toMatchObject({ more: false });
    expect(await titles(journal, { offset: 2, limit: 2 })).toEqual(['first']);
  });

  test('finds by topic, and by words anywhere in a thing, whatever their case and accents', async () => {
    const journal = openTestJournal();
    await put(journal, { title: 'one', body: 'About the Café in Żywiec', topics: ['towns'] });
    await put(journal, { title: 'two', body: 'About bees', topics: ['bees', 'towns'] });
    await put(journal, { title: 'three', kind: 'link', url: 'https://bees.example/' });
    expect(await titles(journal, { topic: 'towns' })).toEqual(['two', 'one']);
    expect(await titles(journal, { text: 'cafe zywiec' })).toEqual(['one']);
    expect(await titles(journal, { text: 'BEES' })).toEqual(['three', 'two']);
    expect(await titles(journal, { text: 'bees', topic: 'towns' })).toEqual(['two']);
    expect(await titles(journal, { text: 'bees café' })).toEqual([]);
  });

  test.each([
    [{ kind: 'note', title: '  ', body: '\n' }, 'Please write down what it is.'],
    [{ kind: 'link', title: 'A link' }, 'A link needs its address.'],
    [{ kind: 'link', url: 'javascript:alert(1)' }, /no web address/],
    [{ kind: 'text', title: 'x', url: 'file:///etc/passwd' }, /no web address/],
  ] as const)('refuses %j', async (item, message) => {
    const journal = openTestJournal();
    await expect(journal.ask('shelf.create', { item })).rejects.toMatchObject({
      kind: 'badInput',
      message: expect.stringMatching(message),
    });
    expect(await titles(journal)).toEqual([]);
  });

  test('spells a topic as it is on the shelf already, and keeps each once', async () => {
    const journal = openTestJournal();
    await put(journal, { topics: ['Bees', '#gardens', 'bees'] });
    await put(journal, { topics: ['bees', 'GARDENS'] });
    expect(await journal.ask('shelf.topics', {})).toEqual([
      { topic: 'Bees', count: 2 },
      { topic: 'gardens', count: 2 },
    ]);
  });

  test('suggests topics in use, then what people like, belong to and are tagged with', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal, { groups: ['Choir'], tags: ['cousin'] });
    const fact = (facet: 'interests' | 'work', text: string) =>
      journal.ask('facts.create', { personId, fact: { facet, text } });
    await fact('interests', 'sailing');
    await fact('interests', 'a whole sentence about what she does on Sundays, and with whom');
    await fact('work', 'baker');
    await put(journal, { topics: ['Sailing', 'bees'] });
    expect(await journal.ask('shelf.suggestTopics', {})).toEqual(['Sailing', 'bees', 'Choir', 'cousin']);
  });

  test('changes, deletes and shares, and every one of them can be undone', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await put(journal, { title: 'before', topics: ['bees'] });
    const whole = async () => (await journal.ask('shelf.list', {})).items;
    const first = await whole();
    const undone = async () => {
      await journal.ask('undo.undo', {});
      expect(await whole()).toEqual(first);
    };
    await journal.ask('shelf.update', { id, item: { title: 'after', topics: [] } });
    expect(await whole()).toMatchObject([{ title: 'after', topics: [] }]);
    await undone();
    await journal.ask('shelf.share', { id, personId });
    expect(await whole()).toMatchObject([{ sharedWith: [{ person: { id: personId }, day: '2026-11-22' }] }]);
    await undone();
    await journal.ask('shelf.remove', { id });
    expect(await whole()).toEqual([]);
    const { items } = await journal.ask('trash.list', {});
    expect(items).toMatchObject([{ kind: 'record', record: 'shelfItem', name: 'before' }]);
    await undone();
    await journal.ask('undo.undo', {});
    expect(await whole()).toEqual([]);
  });

  test('sharing twice, and saying the same again, changes nothing', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await put(journal);
    await journal.ask('shelf.share', { id, personId });
    const before = (await journal.ask('shelf.list', {})).items;
    journal.clock.set('2026-12-24');
    await journal.ask('shelf.share', { id, personId });
    await journal.ask('shelf.update', { id, item: { title: 'Words' } });
    expect((await journal.ask('shelf.list', {})).items).toEqual(before);
    await journal.ask('shelf.share', { id, personId, isShared: false });
    expect((await journal.ask('shelf.list', {})).items[0]?.sharedWith).toEqual([]);
  });

  test('says in plain words what is not there any more', async () => {
    const journal = openTestJournal();
    const id = await put(journal);
    await journal.ask('shelf.remove', { id });
    const personId = await addPerson(journal);
    for (const ask of [
      journal.ask('shelf.update', { id, item: { title: 'x' } }),
      journal.ask('shelf.remove', { id }),
      journal.ask('shelf.share', { id, personId }),
      journal.ask('shelf.proposals', { id }),
    ]) {
      await expect(ask).rejects.toMatchObject({ kind: 'notFound' });
    }
  });
});

describe('who would like it', () => {
  async function withPeople() {
    const journal = openTestJournal();
    const maren = await addPerson(journal, { name: 'Maren Okafor' });
    const tom = await addPerson(journal, { name: 'Tom Reed', groups: ['Beekeepers of the north'] });
    const ines = await addPerson(journal, { name: 'Ines Álvarez', tags: ['bee'], circleId: 'inner' });
    await addPerson(journal, { name: 'Bea Bees' });
    const body = `@[Maren](person:${maren}) keeps bees on her roof.`;
    const entryId = await addEntry(journal, {
      day: '2026-03-01',
      body,
      people: [{ personId: maren, role: 'with' }],
    });
    await journal.ask('facts.create', {
      personId: maren,
      fact: { facet: 'interests', text: 'bees', entryId, quote: 'keeps bees on her roof.' },
    });
    return { journal, maren, tom, ines, entryId };
  }

  test('each is named with the words that say so, and where these come from', async () => {
    const { journal, maren, entryId } = await withPeople();
    const id = await put(journal, { topics: ['Bees', 'beekeeper'] });
    expect(await takers(journal, id)).toEqual([
      ['Maren Okafor', 'keeps bees on her roof.'],
      ['Tom Reed', 'Beekeepers of the north'],
      ['Ines Álvarez', 'bee'],
    ]);
    const { proposals } = await journal.ask('shelf.proposals', { id, limit: 1 });
    expect(proposals).toMatchObject([
      {
        person: { id: maren },
        because: { topic: 'Bees', facet: 'interests', evidence: { source: { entryId } } },
      },
    ]);
  });

  test('but not who has it, who is in the trash, or of whom it is true no more', async () => {
    const { journal, maren, tom } = await withPeople();
    const id = await put(journal, { topics: ['bees', 'beekeepers'] });
    await journal.ask('people.remove', { id: tom });
    const [fact] = await journal.ask('facts.list', { personId: maren });
    await journal.ask('facts.retire', { id: fact?.id ?? '', on: '2026-06-01' });
    expect(await takers(journal, id)).toEqual([['Ines Álvarez', 'bee']]);
    const [last] = (await journal.ask('shelf.proposals', { id })).proposals;
    await journal.ask('shelf.share', { id, personId: last?.person.id ?? '' });
    expect(await takers(journal, id)).toEqual([]);
  });

  test('what is the user’s own news is for those who are close', async () => {
    const { journal } = await withPeople();
    expect(await takers(journal, await put(journal, { isMyNews: true }))).toEqual([
      ['Ines Álvarez', 'Inner circle'],
    ]);
  });

  test('Today proposes it as well, until it was shared', async () => {
    const { journal, maren } = await withPeople();
    const id = await put(journal, { title: 'Swarms', topics: ['bees'] });
    const kinds = async () =>
      (await journal.ask('nudges.ofPerson', { personId: maren })).map(({ kind }) => kind);
    expect(await kinds()).toContain('share');
    await journal.ask('shelf.share', { id, personId: maren });
    expect(await kinds()).not.toContain('share');
  });
});

test('doing what Today proposes is sharing, until that is taken back on either side', async () => {
  const journal = openTestJournal();
  const personId = await addPerson(journal, { name: 'Maren Okafor', tags: ['bees'] });
  const id = await put(journal, { topics: ['bees'] });
  const shared = async () => (await journal.ask('shelf.list', {})).items[0]?.sharedWith;
  const doIt = async () => {
    const nudges = await journal.ask('nudges.ofPerson', { personId });
    const key = nudges.find(({ kind }) => kind === 'share')?.key ?? '';
    await journal.ask('nudges.act', { key, act: 'done' });
    return key;
  };
  const key = await doIt();
  expect(await shared()).toMatchObject([{ person: { id: personId }, day: '2026-11-22' }]);
  expect(await takers(journal, id)).toEqual([]);
  await journal.ask('nudges.takeBack', { key });
  expect(await shared()).toEqual([]);
  await doIt();
  await journal.ask('shelf.share', { id, personId, isShared: false });
  expect(await shared()).toEqual([]);
  expect(await takers(journal, id)).toHaveLength(1);
});

test('whoever is merged with somebody brings along what they were given', async () => {
  const journal = openTestJournal();
  const keepId = await addPerson(journal, { name: 'Maren Okafor' });
  const otherId = await addPerson(journal, { name: 'M. Okafor' });
  const id = await put(journal);
  await journal.ask('shelf.share', { id, personId: otherId });
  const person = await journal.ask('people.get', { id: keepId });
  await journal.ask('people.merge', { keepId, otherId, person });
  const [item] = (await journal.ask('shelf.list', {})).items;
  expect(item?.sharedWith).toMatchObject([{ person: { id: keepId } }]);
});

test('every question about the shelf has an index to lean on', async () => {
  const journal = openTestJournal();
  const plans = await recordPlans(journal.context.db, async () => {
    const personId = await addPerson(journal, { tags: ['bees'] });
    const id = await put(journal, { topics: ['bees'] });
    await journal.ask('shelf.list', {});
    await journal.ask('shelf.list', { topic: 'bees', text: 'words' });
    await journal.ask('shelf.topics', {});
    await journal.ask('shelf.suggestTopics', {});
    await journal.ask('shelf.proposals', { id });
    await journal.ask('shelf.share', { id, personId });
    await journal.ask('shelf.remove', { id });
  });
  const own = plans.filter(({ sql }) => /shelf_|FROM fact/.test(sql) && !sql.startsWith('INSERT'));
  expect(own.length).toBeGreaterThan(8);
  for (const { sql, plan } of own) {
    for (const line of plan.split('\n')) {
      if (/^SCAN \w*(shelf|fact)/.test(line)) expect(line, sql).toMatch(/USING (COVERING )?INDEX/);
    }
  }
});
