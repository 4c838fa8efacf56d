import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import { jsonJournal } from '../../../src/shared/formats/kithJson.ts';
import type { Tie } from '../../../src/shared/models/tie.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testId,
  testIds,
} from '../../support/journal.ts';
import { recordPlans } from '../../support/queryPlans.ts';

afterEach(closeTestJournals);

type GivenTie = Partial<JournalInput<'ties.create'>['tie']>;

async function addTie(
  journal: TestJournal,
  personId: string,
  kind: Tie['kind'],
  otherId: string,
  more: GivenTie = {},
): Promise<string> {
  return (await journal.ask('ties.create', { tie: { personId, otherId, kind, ...more } })).id;
}

async function addPeople<N extends string>(journal: TestJournal, ...names: N[]): Promise<Record<N, string>> {
  const people: Record<string, string> = {};
  for (const name of names) people[name] = await addPerson(journal, { name });
  return people as Record<N, string>;
}

const say = ({ kind, words, other, since, until }: Tie) =>
  [kind === 'own' ? words : kind, other.name, since, until].filter((part) => part !== null).join(' ');
const list = async (journal: TestJournal, personId: string) =>
  (await journal.ask('ties.list', { personId })).ties.map(say);
const family = async (journal: TestJournal, personId: string) =>
  (await journal.ask('ties.list', { personId })).family.map(
    ({ kind, other, through }) => `${kind} ${other.name} by ${through.name}`,
  );

describe('a tie', () => {
  test('is seen from either side, and kept over a restart', async () => {
    const journal = openTestJournal();
    const { Ada, Tom, Ida } = await addPeople(journal, 'Ada', 'Tom', 'Ida');
    await addTie(journal, Ida, 'parent', Tom, { since: '2010-04-02' });
    await addTie(journal, Ada, 'partner', Tom, { since: '2005', until: '2012-03' });
    await addTie(journal, Ada, 'own', Ida, { words: 'godchild', reverseWords: 'godparent' });
    journal.reopen();
    expect(await list(journal, Tom)).toEqual(['partner Ada 2005 2012-03', 'child Ida 2010-04-02']);
    expect(await list(journal, Ida)).toEqual(['parent Tom 2010-04-02', 'godparent Ada']);
    expect(await list(journal, Ada)).toEqual(['partner Tom 2005 2012-03', 'godchild Ida']);
  });

  test('is changed from the side of either', async () => {
    const journal = openTestJournal();
    const { Ada, Tom, Ida } = await addPeople(journal, 'Ada', 'Tom', 'Ida');
    const id = await addTie(journal, Ada, 'friend', Tom);
    const change = (tie: Partial<JournalInput<'ties.update'>['tie']>) =>
      journal.ask('ties.update', {
        id,
        tie: {
          personId: Tom,
          otherId: Ada,
          kind: 'friend',
          words: '',
          reverseWords: '',
          since: null,
          until: null,
          ...tie,
        },
      });
    await change({ kind: 'parent' });
    expect(await list(journal, Ada)).toEqual(['child Tom']);
    await change({ otherId: Ida, kind: 'own', words: 'neighbour' });
    expect(await list(journal, Ada)).toEqual([]);
    expect(await list(journal, Ida)).toEqual(['neighbour Tom']);
    await journal.ask('undo.undo', {});
    expect(await list(journal, Ada)).toEqual(['child Tom']);
  });

  test('that was changed to what it is leaves nothing to undo', async () => {
    const journal = openTestJournal();
    const { Ada, Tom } = await addPeople(journal, 'Ada', 'Tom');
    const id = await addTie(journal, Ada, 'child', Tom, { since: '2010' });
    journal.clock.advance(60_000);
    const before = journal.context.db.prepare('SELECT * FROM tie').all();
    const tie = { personId: Tom, otherId: Ada, words: 'x', reverseWords: '', since: '2010', until: null };
    await journal.ask('ties.update', { id, tie: { ...tie, kind: 'parent' } });
    expect(journal.context.db.prepare('SELECT * FROM tie').all()).toEqual(before);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'tieAdded' });
  });

  test('is deleted, taken back, and lies in the trash meanwhile', async () => {
    const journal = openTestJournal();
    const { Ada, Tom } = await addPeople(journal, 'Ada', 'Tom');
    const id = await addTie(journal, Ada, 'sibling', Tom);
    await journal.ask('ties.remove', { id });
    expect(await list(journal, Tom)).toEqual([]);
    expect((await journal.ask('trash.list', {})).items).toEqual([
      expect.objectContaining({ name: 'Ada and Tom' }),
    ]);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'tieRemoved', name: 'Ada and Tom' });
    expect(await list(journal, Tom)).toEqual(['sibling Ada']);
    await journal.ask('undo.redo', {});
    expect(await list(journal, Ada)).toEqual([]);
  });

  test('of somebody in the trash is not shown until they are back', async () => {
    const journal = openTestJournal();
    const { Ada, Tom, Ida } = await addPeople(journal, 'Ada', 'Tom', 'Ida');
    const id = await addTie(journal, Ada, 'friend', Tom);
    await addTie(journal, Ada, 'friend', Ida);
    const { trashId } = await journal.ask('people.remove', { id: Tom });
    expect(await list(journal, Ada)).toEqual(['friend Ida']);
    const { people, ties } = await journal.ask('ties.network', {});
    expect(people.map(({ name }) => name).sort()).toEqual(['Ada', 'Ida']);
    expect(ties).toHaveLength(1);
    await expect(journal.ask('ties.remove', { id })).rejects.toMatchObject({ kind: 'notFound' });
    await expect(journal.ask('ties.list', { personId: Tom })).rejects.toMatchObject({ kind: 'notFound' });
    await journal.ask('trash.restore', { trashId });
    expect(await list(journal, Ada)).toEqual(['friend Ida', 'friend Tom']);
  });

  test('moves along when two people turn out to be one', async () => {
    const journal = openTestJournal();
    const { Ada, Tom, Thomas } = await addPeople(journal, 'Ada', 'Tom', 'Thomas');
    await addTie(journal, Thomas, 'parent', Ada);
    const person = await journal.ask('people.get', { id: Tom });
    await journal.ask('people.merge', { keepId: Tom, otherId: Thomas, person });
    expect(await list(journal, Ada)).toEqual(['child Tom']);
    // The id that he had before means him still.
    await expect(addTie(journal, Ada, 'child', Thomas)).rejects.toMatchObject({ kind: 'alreadyThere' });
    expect(await list(journal, Thomas)).toEqual(['parent Ada']);
  });
});

describe('what cannot be is refused in a sentence', () => {
  test.each([
    [
      'a tie with oneself',
      { kind: 'friend', from: 'Ada', to: 'Ada' },
      'badInput',
      'Nobody has a tie with themselves',
    ],
    [
      'the same tie again',
      { kind: 'friend', from: 'Ada', to: 'Tom' },
      'alreadyThere',
      'of Ada and Tom already',
    ],
    ['the same from the other side', { kind: 'friend', from: 'Tom', to: 'Ada' }, 'alreadyThere', 'already'],
    [
      'the same parent again',
      { kind: 'parent', from: 'Ida', to: 'Tom' },
      'alreadyThere',
      'Tom and Ida already',
    ],
    [
      'parent and child of one another',
      { kind: 'child', from: 'Ida', to: 'Tom' },
      'badInput',
      'Tom is Ida’s parent already, and can’t be their child as well.',
    ],
    [
      'one’s own ancestor',
      { kind: 'parent', from: 'Tom', to: 'Max' },
      'badInput',
      'Tom comes before Max in the family already',
    ],
    ['no words', { kind: 'own', from: 'Ada', to: 'Max', words: ' ' }, 'badInput', 'in a word or two'],
    [
      'an end before the beginning',
      { kind: 'partner', from: 'Ada', to: 'Max', since: '2020-05', until: '2019' },
      'badInput',
      'over before it began',
    ],
    ['an impossible date', { kind: 'partner', from: 'Ada', to: 'Max', since: '2019-02-29' }, 'badInput', ''],
  ] as const)('%s', async (_, { kind, from, to, ...more }, errorKind, words) => {
    const journal = openTestJournal();
    const people = await addPeople(journal, 'Ada', 'Tom', 'Ida', 'Max');
    await addTie(journal, people.Ada, 'friend', people.Tom);
    await addTie(journal, people.Tom, 'child', people.Ida);
    await addTie(journal, people.Ida, 'child', people.Max);
    const before = journal.context.db.prepare('SELECT * FROM tie').all();
    await expect(addTie(journal, people[from], kind, people[to], more)).rejects.toMatchObject({
      kind: errorKind,
      message: expect.stringContaining(words),
    });
    expect(journal.context.db.prepare('SELECT * FROM tie').all()).toEqual(before);
  });

  test('a tie with nobody, and a change of none', async () => {
    const journal = openTestJournal();
    const { Ada } = await addPeople(journal, 'Ada');
    const nobody = testId(999);
    await expect(addTie(journal, Ada, 'friend', nobody)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(journal.ask('ties.remove', { id: nobody })).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('a parent may become a child of the same person, as one change', async () => {
    const journal = openTestJournal();
    const { Ada, Tom } = await addPeople(journal, 'Ada', 'Tom');
    const id = await addTie(journal, Ada, 'parent', Tom);
    const tie = { personId: Ada, otherId: Tom, words: '', reverseWords: '', since: null, until: null };
    await journal.ask('ties.update', { id, tie: { ...tie, kind: 'child' } });
    expect(await list(journal, Ada)).toEqual(['child Tom']);
  });
});

describe('families', () => {
  test('follow from parents, for whoever has no tie of their own', async () => {
    const journal = openTestJournal();
    const { Ada, Tom, Ida, Max, Kim } = await addPeople(journal, 'Ada', 'Tom', 'Ida', 'Max', 'Kim');
    for (const child of [Ida, Max]) {
      for (const parent of [Ada, Tom]) await addTie(journal, child, 'parent', parent);
    }
    await addTie(journal, Kim, 'parent', Ida);
    expect(await family(journal, Ida)).toEqual(['sibling Max by Ada']);
    expect(await family(journal, Kim)).toEqual(['grandparent Ada by Ida', 'grandparent Tom by Ida']);
    expect(await family(journal, Tom)).toEqual(['otherParent Ada by Ida', 'grandchild Kim by Ida']);
    await addTie(journal, Ida, 'sibling', Max);
    expect(await family(journal, Ida)).toEqual([]);
    await journal.ask('people.remove', { id: Ada });
    expect(await family(journal, Kim)).toEqual(['grandparent Tom by Ida']);
  });
});

test('whoever alone joins two groups is a reason to turn to them when it grows cold', async () => {
  const journal = openTestJournal();
  const people = await addPeople(journal, 'Ada', 'Ben', 'Cleo', 'Xan', 'Yves', 'Zoe');
  const { Ada, Ben, Cleo, Xan, Yves, Zoe } = people;
  for (const id of [Ada, Cleo]) {
    await addEntry(journal, {
      day: '2025-03-01',
      body: 'A long walk.',
      people: [{ personId: id, role: 'with' }],
    });
  }
  const cold = async () => {
    const { three, others, folded } = await journal.ask('nudges.today', {});
    return [...three.map(({ nudge }) => nudge), ...others, ...folded]
      .filter(({ kind }) => kind === 'bridgeCold')
      .map((nudge) => nudge.people.map(({ name }) => name).join());
  };
  for (const [a, b] of [
    [Ada, Ben],
    [Ben, Cleo],
    [Cleo, Ada],
    [Xan, Yves],
    [Yves, Zoe],
  ] as const) {
    await addTie(journal, a, 'friend', b);
  }
  expect(await cold()).toEqual([]);
  const id = await addTie(journal, Cleo, 'colleague', Xan);
  expect(await cold()).toEqual(['Cleo']);
  await journal.ask('ties.remove', { id });
  expect(await cold()).toEqual([]);
});

describe('the network', () => {
  test('holds who is tied or introduced, and the bridges between groups', async () => {
    const journal = openTestJournal();
    const people = await addPeople(journal, 'Ada', 'Ben', 'Cleo', 'Xan', 'Yves', 'Zoe', 'Nobody');
    const { Ada, Ben, Cleo, Xan, Yves, Zoe } = people;
    await journal.ask('people.update', { id: Ada, person: { circleId: 'close', groups: ['Choir'] } });
    for (const [a, b] of [
      [Ada, Ben],
      [Ben, Cleo],
      [Cleo, Ada],
      [Xan, Yves],
      [Yves, Zoe],
    ] as const) {
      await addTie(journal, a, 'friend', b);
    }
    await journal.ask('people.update', {
      id: Xan,
      person: { met: { on: null, where: '', throughId: Cleo, entryId: null } },
    });
    await addTie(journal, Ada, 'colleague', Zoe, { until: '2020' });
    const network = await journal.ask('ties.network', {});
    expect(network.people.map(({ name }) => name).sort()).toEqual([
      'Ada',
      'Ben',
      'Cleo',
      'Xan',
      'Yves',
      'Zoe',
    ]);
    expect(network.people.find(({ id }) => id === Ada)).toMatchObject({
      circleId: 'close',
      groups: ['Choir'],
    });
    expect(network.introductions).toEqual([{ byId: Cleo, personId: Xan }]);
    expect(network.ties.filter(({ isOver }) => isOver)).toHaveLength(1);
    expect(network.bridges.map(({ ids, sides }) => ({ ids: [...ids].sort(), sides }))).toEqual([
      { ids: [Cleo, Xan].sort(), sides: [3, 3] },
    ]);
    expect((await journal.ask('ties.list', { personId: Xan })).introducedBy).toMatchObject({ name: 'Cleo' });
    expect((await journal.ask('ties.list', { personId: Cleo })).introduced).toEqual([
      { person: expect.objectContaining({ name: 'Xan' }), introduced: [] },
    ]);
  });

  test('is empty where nobody has to do with anybody', async () => {
    const journal = openTestJournal();
    await addPerson(journal);
    expect(await journal.ask('ties.network', {})).toEqual({
      people: [],
      ties: [],
      introductions: [],
      bridges: [],
    });
  });
});

test('leave with the journal, but for those of people in the trash', async () => {
  const journal = openTestJournal();
  const { Ada, Tom, Ida } = await addPeople(journal, 'Ada', 'Tom', 'Ida');
  const id = await addTie(journal, Ida, 'parent', Tom, { since: '2010' });
  await addTie(journal, Ada, 'own', Ida, { words: 'godchild', reverseWords: 'godparent' });
  await journal.ask('people.remove', { id: Ada });
  const target = journal.grant(journal.folder);
  const { name } = await journal.ask('transfer.export', { target, format: 'json', job: 'out' });
  const file = readFileSync(join(journal.folder, name, 'journal.json'), 'utf8');
  const { ties } = jsonJournal.parse(JSON.parse(file));
  const now = journal.clock.now();
  expect(ties).toEqual([
    {
      id,
      fromId: Tom,
      toId: Ida,
      kind: 'parent',
      words: '',
      reverseWords: '',
      since: '2010',
      until: null,
      createdAt: now,
      changedAt: now,
    },
  ]);
});

describe('in a folder of notes', () => {
  const everyTie = (journal: TestJournal) =>
    journal.context.db
      .prepare(
        `SELECT tie.id, f.name AS a, t.name AS b, kind, words, reverse_words, since, until, tie.created_at
         FROM tie JOIN person f ON f.n = from_n JOIN person t ON t.n = to_n ORDER BY tie.id`,
      )
      .all();
  const bring = async (journal: TestJournal, path: string) =>
    await journal.ask('transfer.import', { source: journal.grant(path), job: 'in' });

  async function takeOut(journal: TestJournal): Promise<string> {
    const target = journal.grant(journal.folder);
    const { name } = await journal.ask('transfer.export', { target, format: 'markdownFolder', job: 'out' });
    return join(journal.folder, name);
  }

  test('ties leave with their people, come back as they were, and no second time', async () => {
    const first = openTestJournal();
    const { Ada, Tom, Ida, Max } = await addPeople(first, 'Ada', 'Tom', 'Ida', 'Max');
    await addTie(first, Ida, 'parent', Tom, { since: '--04-02' });
    await addTie(first, Ada, 'partner', Tom, { since: '2005-05', until: '2012' });
    await addTie(first, Ada, 'own', Ida, { words: 'god: “child”', reverseWords: '#parent' });
    await addTie(first, Ida, 'sibling', Max);
    const folder = await takeOut(first);
    const second = openTestJournal({ newId: testIds(5_000) });
    const { warnings, skipped, batch } = await bring(second, folder);
    expect([warnings, skipped]).toEqual([[], []]);
    expect(everyTie(second)).toEqual(everyTie(first));
    await bring(second, folder);
    expect(everyTie(second)).toEqual(everyTie(first));
    // A tie of the user’s own keeps its people.
    second.clock.advance(60_000);
    const idOf = async (name: string) => (await second.ask('people.list', { text: name })).rows[0]?.id ?? '';
    await addTie(second, await idOf('Ada'), 'colleague', await idOf('Max'));
    await second.ask('transfer.takeBack', { batchId: batch.id, job: 'back' });
    expect(everyTie(second)).toMatchObject([{ a: 'Ada', b: 'Max', kind: 'colleague' }]);
    expect((await second.ask('people.list', {})).total).toBe(2);
  });

  test('what cannot be is told, and what is not ours is kept as it is', async () => {
    const journal = openTestJournal();
    const folder = join(journal.folder, 'vault');
    mkdirSync(folder);
    const note = (name: string, ties: string) =>
      writeFileSync(join(folder, `${name}.md`), `---\ntype: person\nties:\n${ties}---\n`);
    note('Ada', '  - tie: parent\n    with: "[[Tom]]"\n');
    note('Tom', '  - tie: parent\n    with: "[[Ada]]"\n');
    note('Ida', '  - tie: parent\n    with: "[[Nobody]]"\n');
    const { warnings } = await bring(journal, folder);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('can’t be their child as well'),
    ]);
    expect(everyTie(journal)).toHaveLength(1);
    const [ida] = (await journal.ask('people.list', { text: 'Ida' })).rows;
    const { details } = await journal.ask('people.get', { id: ida?.id ?? '' });
    expect(details).toEqual([{ label: 'ties', value: expect.stringContaining('[[Nobody]]') }]);
  });
});

test('what is asked of a page is found by its indices', async () => {
  const journal = openTestJournal();
  const { Ada, Tom } = await addPeople(journal, 'Ada', 'Tom');
  const plans = await recordPlans(journal.context.db, async () => {
    await journal.ask('ties.list', { personId: Ada });
    await addTie(journal, Ada, 'parent', Tom);
    await journal.ask('ties.list', { personId: Ada });
  });
  expect(plans.length).toBeGreaterThan(5);
  for (const { sql, plan } of plans) {
    if (/\btie\b|met_through/.test(sql)) expect(plan, sql).not.toMatch(/SCAN (?:tie|person)\b/);
  }
});
