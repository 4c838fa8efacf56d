import { afterEach, describe, expect, test } from 'vitest';
import { type PersonDraft, unknownPerson } from '../../../src/shared/models/person.ts';
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

const everything = {
  ...unknownPerson,
  name: 'Ada Lovelace',
  pronunciation: 'AY-da',
  pronouns: 'she/her',
  formerNames: ['Ada Byron'],
  languages: ['English', 'Français'],
  dates: [
    { kind: 'birthday', label: '', date: '1815-12-10' },
    { kind: 'other', label: 'moved to Ockham', date: '--02-29' },
  ],
  met: { on: '1833-06', where: 'At a party', throughId: null, entryId: testId(900) },
  intention: 'She sees further.',
  tags: ['mathematics', 'old-friend'],
  groups: ['Royal Society'],
  rhythm: { floorDays: 5, ceilingDays: 20 },
} satisfies PersonDraft;

const names = async (journal: TestJournal, filter: object) =>
  (await journal.ask('people.list', filter)).rows.map(({ name }) => name);

describe('all that is worth knowing of a person', () => {
  test('is kept, and read again after a restart', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, everything);
    journal.reopen();
    expect(await journal.ask('people.get', { id })).toMatchObject(everything);
    expect((await journal.ask('people.list', {})).rows[0]).toMatchObject({
      tags: everything.tags,
      groups: everything.groups,
      rhythm: everything.rhythm,
      photoId: null,
    });
  });

  test('comes back from the trash and from the history as it was', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, everything);
    const before = await journal.ask('people.get', { id });
    const { trashId } = await journal.ask('people.remove', { id });
    await journal.ask('trash.restore', { trashId });
    expect(await journal.ask('people.get', { id })).toEqual(before);
    await journal.ask('people.update', { id, person: unknownPerson });
    expect(await journal.ask('people.get', { id })).toMatchObject(unknownPerson);
    const { versions } = await journal.ask('history.person', { id });
    expect(versions[0]?.differsIn).toEqual([
      'pronunciation',
      'pronouns',
      'formerNames',
      'rhythm',
      'languages',
      'tags',
      'groups',
      'dates',
      'met',
      'intention',
    ]);
    await journal.ask('undo.undo', {});
    expect(await journal.ask('people.get', { id })).toEqual(before);
  });

  test('what is not given of it stays', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, everything);
    await journal.ask('people.update', { id, person: { groups: [] } });
    expect(await journal.ask('people.get', { id })).toMatchObject({ ...everything, groups: [] });
  });

  test.each([
    [
      'people.create',
      { person: { name: 'A', dates: [{ kind: 'birthday', label: '', date: '1900-02-29' }] } },
    ],
    ['people.create', { person: { name: ' ' } }],
    ['people.create', { person: { name: 'A', tags: ['two words'] } }],
    ['people.create', { person: { name: 'A', intention: 'x'.repeat(2_000_000) } }],
  ])('%s says in a sentence what cannot be kept of it', async (method, input) => {
    const journal = openTestJournal();
    await expect(journal.askUnchecked(method, input)).rejects.toMatchObject({
      kind: 'badInput',
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect(await names(journal, {})).toEqual([]);
  });
});

describe('who introduced whom', () => {
  const through = (throughId: string | null) => ({ ...unknownPerson.met, throughId });

  test('never goes round in a circle', async () => {
    const journal = openTestJournal();
    const [a, b, c] = [
      await addPerson(journal, { name: 'A' }),
      await addPerson(journal, { name: 'B' }),
      await addPerson(journal, { name: 'C' }),
    ];
    await journal.ask('people.update', { id: b, person: { met: through(a) } });
    await journal.ask('people.update', { id: c, person: { met: through(b) } });
    for (const [id, by, sentence] of [
      [a, a, 'Nobody is introduced by themselves.'],
      [a, b, /^This goes round in a circle/],
      [a, c, /^This goes round in a circle/],
      [a, testId(999), /not in the journal any more/],
    ] as const) {
      await expect(journal.ask('people.update', { id, person: { met: through(by) } })).rejects.toMatchObject({
        kind: 'badInput',
        message: expect.stringMatching(sentence),
      });
    }
    expect((await journal.ask('people.get', { id: a })).met.throughId).toBeNull();
  });

  test('is remembered while one of them is in the trash, and forgotten with them', async () => {
    const journal = openTestJournal();
    const a = await addPerson(journal, { name: 'A' });
    const b = await addPerson(journal, { name: 'B', met: through(a) });
    const { trashId } = await journal.ask('people.remove', { id: a });
    const { met } = await journal.ask('people.get', { id: b });
    expect(met.throughId).toBe(a);
    // Whoever edits something else of how they met must not be refused for it.
    await journal.ask('people.update', { id: b, person: { met: { ...met, where: 'On a train' } } });
    await journal.ask('trash.restore', { trashId });
    expect((await journal.ask('people.get', { id: b })).met).toMatchObject({
      where: 'On a train',
      throughId: a,
    });
    const again = await journal.ask('people.remove', { id: a });
    await journal.ask('trash.remove', { trashIds: [again.trashId] });
    expect((await journal.ask('people.get', { id: b })).met.throughId).toBeNull();
  });

  test('is left out of what comes back where it would go round in a circle by now', async () => {
    const journal = openTestJournal();
    const a = await addPerson(journal, { name: 'A' });
    const b = await addPerson(journal, { name: 'B' });
    await journal.ask('people.update', { id: a, person: { met: through(b) } });
    await journal.ask('people.update', { id: a, person: { met: through(null) } });
    await journal.ask('people.update', { id: b, person: { met: through(a) } });
    const { versions } = await journal.ask('history.person', { id: a });
    const version = versions[0]?.id ?? '';
    await journal.ask('people.update', { id: a, person: { notes: 'more' } });
    await journal.ask('history.restorePerson', { versionId: version });
    expect(await journal.ask('people.get', { id: a })).toMatchObject({ notes: '', met: { throughId: null } });
    expect((await journal.ask('people.get', { id: b })).met.throughId).toBe(a);
  });
});

test('a rhythm of their own goes before that of their circle', async () => {
  const journal = openTestJournal();
  const id = await addPerson(journal, { circleId: 'close', rhythm: { floorDays: 1, ceilingDays: 2 } });
  await addEntry(journal, { day: '2026-11-20', people: [{ personId: id, role: 'with' }] });
  const next = async () => (await journal.ask('people.list', {})).rows[0]?.next;
  expect(await next()).toBe('2026-11-22');
  await journal.ask('people.update', { id, person: { rhythm: null } });
  expect(await next()).toBe('2026-12-25');
  await journal.ask('people.update', {
    id,
    person: { rhythm: { floorDays: 1, ceilingDays: 10 }, circleId: null },
  });
  expect(await next()).toBe('2026-11-30');
});

describe('finding', () => {
  async function openWithPeople() {
    const journal = openTestJournal();
    await addPerson(journal, everything);
    await addPerson(journal, { name: 'Zoé', tags: ['Mathematics'], groups: ['Choir', 'royal society'] });
    await addPerson(journal, {
      name: 'Tom',
      languages: ['Welsh'],
      met: { ...unknownPerson.met, where: 'Leeds' },
    });
    return journal;
  }

  test.each([
    [{ tag: 'mathematics' }, ['Ada Lovelace', 'Zoé']],
    [{ tag: 'math' }, []],
    [{ group: 'Royal Society' }, ['Ada Lovelace', 'Zoé']],
    [{ group: 'choir', tag: 'MATHEMATICS' }, ['Zoé']],
    [{ group: 'choir', text: 'ada' }, []],
    [{ text: 'byron' }, ['Ada Lovelace']],
    [{ text: 'choi' }, ['Zoé']],
    [{ text: '#old' }, ['Ada Lovelace']],
    [{ text: '#' }, ['Tom', 'Zoé', 'Ada Lovelace']],
  ])('the list of people for %j holds %j', async (filter, expected) => {
    expect(await names(await openWithPeople(), filter)).toEqual(expected);
  });

  test.each([
    ['byron', 'Ada Lovelace'],
    ['royal', 'Ada Lovelace'],
    ['old-friend', 'Ada Lovelace'],
    ['francais', 'Ada Lovelace'],
    ['ockham', 'Ada Lovelace'],
    ['further', 'Ada Lovelace'],
    ['welsh', 'Tom'],
    ['leeds', 'Tom'],
  ])('searching for “%s” finds %s', async (text, name) => {
    const journal = await openWithPeople();
    const { people } = await journal.ask('search.typing', { text });
    expect(people.map((hit) => hit.name)).toContain(name);
  });

  test('the words to choose from are told once each, most used first', async () => {
    const journal = await openWithPeople();
    expect(await journal.ask('people.words', { kind: 'group' })).toEqual([
      { word: 'Royal Society', count: 2 },
      { word: 'Choir', count: 1 },
    ]);
    expect((await journal.ask('people.words', { kind: 'language' })).map(({ word }) => word)).toEqual([
      'English',
      'Français',
      'Welsh',
    ]);
  });

  test('reads no more than what it needs', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, everything);
    const plans = await recordPlans(journal.context.db, async () => {
      await journal.ask('people.list', { tag: 'x', group: 'y', text: 'z' });
      await journal.ask('people.update', { id, person: { met: { ...unknownPerson.met, where: 'x' } } });
      await journal.ask('people.get', { id });
      await journal.ask('people.words', { kind: 'tag' });
    });
    const scans = plans.filter(({ plan }) => /SCAN (?!circle|\S+ VIRTUAL)/.test(plan));
    expect(scans).toEqual([]);
  });
});
