import { afterEach, describe, expect, test } from 'vitest';
import type { JournalOutput } from '../../../src/shared/contract/index.ts';
import type { Nudge, NudgeKind } from '../../../src/shared/models/nudge.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
  testClock,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

type Today = JournalOutput<'nudges.today'>;

const today = (journal: TestJournal) => journal.ask('nudges.today', {});

/** Every nudge of a day, wherever it stands. */
function allOf({ three, occasions, promises, replies, others, folded }: Today): readonly Nudge[] {
  return [...three.map(({ nudge }) => nudge), ...occasions, ...promises, ...replies, ...others, ...folded];
}

async function nudgesOf(journal: TestJournal, kind: NudgeKind): Promise<readonly Nudge[]> {
  return allOf(await today(journal)).filter((nudge) => nudge.kind === kind);
}

/** A journal with Tom, a friend with whom there was one call. */
async function withTom(lastTalk = '2026-08-01') {
  const journal = openTestJournal();
  const tom = await addPerson(journal, { name: 'Tom Reed', preferredName: 'Tom', circleId: 'friends' });
  const entry = await addEntry(journal, {
    day: lastTalk,
    channel: 'call',
    body: `Long call. @[Tom](person:${tom}) is repairing the boat of his uncle. We laughed a lot.`,
    people: [{ personId: tom, role: 'with' }],
  });
  return { journal, tom, entry };
}

const withWhom = (personId: string) => [{ personId, role: 'with' as const }];

test('a day is empty in an empty journal', async () => {
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
  expect(await journal.ask('nudges.digest', {})).toEqual({ count: 0, people: [] });
});

describe('each reason to turn to somebody is found in what was written', () => {
  test('a rhythm, in the words of the last entry', async () => {
    const { journal, tom, entry } = await withTom();
    expect((await today(journal)).three).toMatchObject([
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

  test('a rhythm of their own', async () => {
    const { journal, tom } = await withTom();
    await journal.ask('people.update', {
      id: tom,
      person: { rhythm: { floorDays: 200, ceilingDays: 300 } },
    });
    expect(await nudgesOf(journal, 'rhythmDue')).toEqual([]);
  });

  test('an interest that was noted goes into the opening, and is cited', async () => {
    const { journal, tom } = await withTom();
    await journal.ask('facts.create', { personId: tom, fact: { facet: 'interests', text: 'wooden boats' } });
    const [nudge] = await nudgesOf(journal, 'rhythmDue');
    expect(nudge?.opening?.text).toContain('wooden boats');
    expect(nudge?.opening?.cites.map((i) => nudge.evidence[i]?.quote)).toEqual(['wooden boats']);
  });

  test('promises of both sides', async () => {
    const { journal, tom } = await withTom('2026-11-20');
    const give = (promise: object) =>
      journal.ask('promises.create', {
        promise: { madeBy: 'me', sentence: 'I’ll send him the plans.', personIds: [tom], ...promise },
      });
    await give({ due: '2026-11-22' });
    await give({ madeBy: 'them', sentence: 'He will ask his uncle.', due: '2026-11-15' });
    await give({ sentence: 'I’ll call in spring.', due: '2027-03-01' });
    expect(await nudgesOf(journal, 'myPromise')).toMatchObject([
      { people: [{ id: tom }], evidence: [{ quote: 'I’ll send him the plans.' }] },
    ]);
    expect(await nudgesOf(journal, 'theirPromise')).toMatchObject([
      { evidence: [{ quote: 'He will ask his uncle.' }] },
    ]);
  });

  test('a reply that is owed, until it was given', async () => {
    const { journal, tom } = await withTom();
    const letter = { channel: 'letter' as const, begunBy: tom, people: withWhom(tom) };
    await addEntry(journal, { ...letter, day: '2026-11-10', body: 'Tom asks whether we come in spring.' });
    expect(await nudgesOf(journal, 'replyOwed')).toMatchObject([
      { evidence: [{ quote: 'Tom asks whether we come in spring.', day: '2026-11-10' }] },
    ]);
    await addEntry(journal, {
      ...letter,
      begunBy: 'me',
      day: '2026-11-21',
      body: 'Wrote that we shall come.',
    });
    expect(await nudgesOf(journal, 'replyOwed')).toEqual([]);
  });

  test('birthdays, of people and among what is known of them', async () => {
    const { journal, tom } = await withTom('2026-11-20');
    await journal.ask('people.update', {
      id: tom,
      person: { dates: [{ kind: 'birthday', label: '', date: '1980-11-23' }] },
    });
    const lisa = await addPerson(journal, { name: 'Lisa' });
    await journal.ask('facts.create', {
      personId: lisa,
      fact: {
        facet: 'dates',
        label: 'born',
        text: '22 November',
        date: '--11-22',
        quote: 'born on 22 November',
      },
    });
    expect((await today(journal)).three.map(({ nudge }) => [nudge.reason, nudge.evidence[0]?.quote])).toEqual(
      [
        ['Lisa’s birthday is today.', 'born on 22 November'],
        ['Tom’s 46th birthday is tomorrow.', '1980-11-23'],
      ],
    );
  });

  test('a new job, where another was known before', async () => {
    const { journal, tom } = await withTom('2026-11-20');
    const work = (text: string, learnedOn: string) =>
      journal.ask('facts.create', {
        personId: tom,
        fact: { facet: 'work', label: 'employer', text, learnedOn, quote: '' },
      });
    await work('Reed & Sons', '2026-11-10');
    expect(await nudgesOf(journal, 'occasion')).toEqual([]);
    await work('the harbour office', '2026-11-20');
    expect(await nudgesOf(journal, 'occasion')).toMatchObject([
      { reason: 'Tom has news about work: the harbour office.', playbook: expect.arrayContaining([]) },
    ]);
  });

  test('a day that lay ahead and has passed', async () => {
    const { journal, tom, entry } = await withTom();
    await journal.ask('facts.create', {
      personId: tom,
      fact: {
        facet: 'dates',
        label: 'exam',
        text: 'for the sailing licence',
        date: '2026-11-20',
        learnedOn: '2026-08-01',
        entryId: entry,
        quote: 'is repairing the boat of his uncle',
      },
    });
    const [nudge] = await nudgesOf(journal, 'askHowItWent');
    expect(nudge).toMatchObject({
      reason: 'What lay ahead of Tom has passed: exam: for the sailing licence, on Friday.',
      evidence: [{ quote: 'is repairing the boat of his uncle', source: { kind: 'fact', entryId: entry } }],
    });
    expect(nudge?.opening?.text).toContain('your exam');
  });

  test('that one has only ever met from afar', async () => {
    const { journal, tom } = await withTom('2026-11-10');
    for (const day of ['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14']) {
      await addEntry(journal, { day, channel: 'message', body: `Wrote on ${day}.`, people: withWhom(tom) });
    }
    expect(await nudgesOf(journal, 'timeToMeet')).toMatchObject([
      { reason: 'You and Tom have been in touch five times, and never met in person.' },
    ]);
    await addEntry(journal, { day: '2026-01-01', channel: 'event', body: 'A feast.', people: withWhom(tom) });
    expect(await nudgesOf(journal, 'timeToMeet')).toEqual([]);
  });

  test('that the last turns were asks, in the sentences that say so', async () => {
    const { journal, tom } = await withTom('2026-11-10');
    const write = (day: string, body: string) => addEntry(journal, { day, body, people: withWhom(tom) });
    await write('2026-11-12', 'A good day. Asked him for his ladder !asked and went home.');
    await write('2026-11-15', 'He came by. Asked him for a lift !asked. It rained.');
    const [nudge] = await nudgesOf(journal, 'giveSomething');
    expect(nudge?.evidence.map(({ quote }) => quote)).toEqual([
      'Asked him for a lift !asked.',
      'Asked him for his ladder !asked and went home.',
    ]);
    await write('2026-11-16', 'Brought him plums !gave.');
    expect(await nudgesOf(journal, 'giveSomething')).toEqual([]);
  });

  test('kind words that were not thanked for', async () => {
    const { journal, tom } = await withTom('2026-11-10');
    await addEntry(journal, {
      day: '2026-11-15',
      body: 'Sun. He told them that my work is careful !kind. Rain.',
      people: withWhom(tom),
    });
    expect(await nudgesOf(journal, 'thank')).toMatchObject([
      { evidence: [{ quote: 'He told them that my work is careful !kind.' }] },
    ]);
    await addEntry(journal, { day: '2026-11-16', body: 'Thanked him !thanked.', people: withWhom(tom) });
    expect(await nudgesOf(journal, 'thank')).toEqual([]);
  });

  test('that somebody was noticed and never written to', async () => {
    const journal = openTestJournal();
    const mira = await addPerson(journal, { name: 'Mira Voss', circleId: 'noticed' });
    expect(await nudgesOf(journal, 'neverWritten')).toEqual([]);
    await addEntry(journal, { day: '2026-11-01', body: `Read an essay by @[Mira Voss](person:${mira}).` });
    expect(await nudgesOf(journal, 'neverWritten')).toMatchObject([
      { people: [{ id: mira }], evidence: [{ quote: `Read an essay by @[Mira Voss](person:${mira}).` }] },
    ]);
  });

  test('that a bridge grows cold, and is none any more when a tie beside it joins the same groups', async () => {
    const journal = openTestJournal();
    const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay'];
    const ids: string[] = [];
    for (const name of names) ids.push(await addPerson(journal, { name, circleId: 'wider' }));
    const tie = (a: number, b: number) =>
      journal.ask('ties.create', {
        tie: { personId: ids[a] ?? '', otherId: ids[b] ?? '', kind: 'friend' },
      });
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 3],
    ] as const)
      await tie(a, b);
    for (const [i, day] of ['2024-01-01', '2024-01-02', '2024-01-03', '2026-11-01'].entries()) {
      await addEntry(journal, { day, body: `Met ${names[i]} at the fair.`, people: withWhom(ids[i] ?? '') });
    }
    // Cleo and Dan join the two groups, and Dan was spoken with of late.
    expect(await nudgesOf(journal, 'bridgeCold')).toMatchObject([
      { people: [{ name: 'Cleo' }], evidence: [{ quote: 'Met Cleo at the fair.' }] },
    ]);
    const { id } = await tie(0, 5);
    expect(await nudgesOf(journal, 'bridgeCold')).toEqual([]);
    await journal.ask('ties.remove', { id });
    expect(await nudgesOf(journal, 'bridgeCold')).toHaveLength(1);
    await journal.ask('people.remove', { id: ids[5] ?? '' });
    // Two are no group.
    expect(await nudgesOf(journal, 'bridgeCold')).toEqual([]);
  });

  test('that something on the shelf is for somebody, until it was shared with them', async () => {
    const { journal, tom } = await withTom('2026-11-20');
    await journal.ask('facts.create', { personId: tom, fact: { facet: 'interests', text: 'wooden boats' } });
    const { id } = await journal.ask('shelf.create', {
      item: { kind: 'text', title: 'How to caulk a hull', topics: ['boat'] },
    });
    expect(await nudgesOf(journal, 'share')).toMatchObject([
      {
        key: `share:${tom}:${id}`,
        evidence: [{ quote: 'wooden boats' }, { quote: 'How to caulk a hull', source: { itemId: id } }],
      },
    ]);
    await journal.ask('shelf.share', { id, personId: tom });
    expect(await nudgesOf(journal, 'share')).toEqual([]);
  });

  test('that it is time to let somebody rest, and nothing else is asked of them then', async () => {
    const { journal, tom } = await withTom('2026-08-01');
    await journal.ask('people.update', { id: tom, person: { groups: ['choir'] } });
    await journal.ask('shelf.create', { item: { kind: 'text', title: 'On choirs', topics: ['choir'] } });
    expect(await nudgesOf(journal, 'share')).toHaveLength(1);
    for (const day of ['2026-11-10', '2026-11-14', '2026-11-20']) {
      await addEntry(journal, {
        day,
        channel: 'message',
        begunBy: 'me',
        body: `Wrote once more on ${day}.`,
        people: withWhom(tom),
      });
    }
    expect(allOf(await today(journal))).toMatchObject([
      { kind: 'letRest', minutes: 0, opening: null, evidence: [{ quote: 'Wrote once more on 2026-11-20.' }] },
    ]);
    const answer = { day: '2026-11-21', channel: 'message' as const, begunBy: tom, body: 'Tom wrote back.' };
    await addEntry(journal, { ...answer, people: withWhom(tom) });
    expect(await nudgesOf(journal, 'letRest')).toEqual([]);
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

  test('snoozed comes again on its day, through a restart', async () => {
    const { journal, tom } = await withTom();
    const key = `rhythmDue:${tom}:2026-08-01`;
    await journal.ask('nudges.act', { key, act: 'snoozed', until: '2026-12-01' });
    journal.reopen();
    expect(allOf(await today(journal))).toEqual([]);
    journal.clock.set('2026-11-30');
    expect(allOf(await today(journal))).toEqual([]);
    journal.clock.set('2026-12-01');
    expect(allOf(await today(journal))).toMatchObject([{ key }]);
  });

  test('is undone by undo, done again by redo, and taken back by its button', async () => {
    const { journal, tom } = await withTom();
    const key = `rhythmDue:${tom}:2026-08-01`;
    const acts = async () => (await today(journal)).three.map(({ act }) => act);
    await journal.ask('nudges.act', { key, act: 'skipped' });
    expect(await acts()).toEqual(['skipped']);
    await journal.ask('undo.undo', {});
    expect(await acts()).toEqual([null]);
    await journal.ask('undo.redo', {});
    expect(await acts()).toEqual(['skipped']);
    await journal.ask('nudges.takeBack', { key });
    expect(await acts()).toEqual([null]);
    await journal.ask('nudges.takeBack', { key });
  });

  test('a promise that is done is kept, and open again when that is taken back', async () => {
    const { journal, tom } = await withTom('2026-11-20');
    const { id } = await journal.ask('promises.create', {
      promise: { madeBy: 'me', sentence: 'I’ll send the plans.', personIds: [tom], due: '2026-11-21' },
    });
    const key = `myPromise:${id}`;
    const stateOf = async () => {
      const { promises } = await journal.ask('promises.list', { state: 'kept' });
      return promises.length === 1 ? 'kept' : 'open';
    };
    await journal.ask('nudges.act', { key, act: 'done' });
    expect(await stateOf()).toBe('kept');
    expect((await today(journal)).three).toMatchObject([{ nudge: { key }, act: 'done' }]);
    await journal.ask('nudges.takeBack', { key });
    expect(await stateOf()).toBe('open');
    expect((await today(journal)).three).toMatchObject([{ nudge: { key }, act: null }]);
    await journal.ask('nudges.act', { key, act: 'done' });
    await journal.ask('undo.undo', {});
    expect(await stateOf()).toBe('open');
  });

  test('whoever is turned to in an entry of today is done with, and stays in their place', async () => {
    const { journal, tom } = await withTom();
    const key = `rhythmDue:${tom}:2026-08-01`;
    await addEntry(journal, { day: '2026-11-22', channel: 'call', body: 'Called.', people: withWhom(tom) });
    expect((await today(journal)).three).toMatchObject([{ nudge: { key }, act: 'done' }]);
    journal.clock.set('2026-11-23');
    expect((await today(journal)).three).toEqual([]);
  });

  test('of those who are only ever written about, writing about them is enough', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal, { name: 'Ada', circleId: 'friends' });
    const body = `Thought of @[Ada](person:${ada}).`;
    await addEntry(journal, { day: '2026-08-01', body });
    expect((await today(journal)).three).toMatchObject([{ act: null }]);
    await addEntry(journal, { day: '2026-11-22', body });
    expect((await today(journal)).three).toMatchObject([{ act: 'done' }]);
  });

  test('being named in an entry of today is not being turned to', async () => {
    const { journal, tom } = await withTom();
    await addEntry(journal, { day: '2026-11-22', body: `Thought of @[Tom](person:${tom}).` });
    expect((await today(journal)).three).toMatchObject([{ act: null }]);
  });

  test.each([
    ['a day that has passed', { act: 'snoozed', until: '2026-11-22' }],
    ['no day to snooze to', { act: 'snoozed', until: null }],
    ['a day for what is done', { act: 'done', until: '2026-12-01' }],
  ] as const)('is refused with %s', async (_, input) => {
    const { journal, tom } = await withTom();
    const act = journal.ask('nudges.act', { key: `rhythmDue:${tom}:2026-08-01`, ...input });
    await expect(act).rejects.toMatchObject({ kind: 'badInput' });
    expect((await today(journal)).three).toMatchObject([{ act: null }]);
  });

  test('is refused for what is no nudge', async () => {
    const { journal } = await withTom();
    for (const key of ['rhythmDue:nobody:2026-01-01', '', '__proto__']) {
      await expect(journal.ask('nudges.act', { key, act: 'done' })).rejects.toMatchObject({
        kind: 'notFound',
      });
    }
  });

  test('counts against the time of its week only', async () => {
    const { journal, tom } = await withTom();
    await journal.ask('settings.update', { weekMinutes: 15 });
    const lisa = await addPerson(journal, { name: 'Lisa', circleId: 'friends' });
    await addEntry(journal, { day: '2026-07-01', body: 'Swam with her.', people: withWhom(lisa) });
    const first = await today(journal);
    expect([first.three.length, first.foldedCount]).toEqual([1, 1]);
    await journal.ask('nudges.act', { key: first.three[0]?.nudge.key ?? '', act: 'done' });
    const second = await today(journal);
    expect(second.three.map(({ act }) => act)).toEqual(['done']);
    expect(second.folded.map(({ people }) => people[0]?.id)).toEqual([tom]);
    // Monday begins another week.
    journal.clock.set('2026-11-23');
    expect((await today(journal)).three).toMatchObject([{ nudge: { people: [{ id: tom }] }, act: null }]);
  });
});

describe('nudges see', () => {
  test('nobody who is in the trash, and everybody who comes back', async () => {
    const { journal, tom } = await withTom();
    const { trashId } = await journal.ask('people.remove', { id: tom });
    expect(allOf(await today(journal))).toEqual([]);
    await journal.ask('trash.restore', { trashId });
    expect(allOf(await today(journal))).toHaveLength(1);
  });

  test('nothing of days that lie ahead', async () => {
    const { journal, tom } = await withTom();
    await addEntry(journal, { day: '2027-05-01', body: 'Planned a walk.', people: withWhom(tom) });
    journal.clock.set('2026-07-01');
    expect(allOf(await today(journal))).toEqual([]);
    journal.clock.set('2026-11-22');
    expect((await today(journal)).three[0]?.nudge.evidence).toMatchObject([{ day: '2026-08-01' }]);
  });

  test('the words as they were last changed', async () => {
    const { journal, entry } = await withTom();
    expect(await nudgesOf(journal, 'rhythmDue')).toHaveLength(1);
    const draft = await journal.ask('entries.get', { id: entry });
    const people = draft.people.map(({ id, role }) => ({ personId: id, role }));
    const changed = { ...draft, people, body: 'He sold the boat.' };
    await journal.ask('entries.update', { id: entry, entry: changed });
    expect((await nudgesOf(journal, 'rhythmDue'))[0]?.evidence[0]?.quote).toBe('He sold the boat.');
  });

  test('the day of the user, whatever the clock of the world says', async () => {
    const clock = testClock('2026-11-22', '23:30');
    const journal = openTestJournal({
      clock: { ...clock, local: () => ({ day: '2026-11-23', time: '08:30' }) },
    });
    expect((await today(journal)).day).toBe('2026-11-23');
  });
});

test('the page of a person has all that speaks for turning to them, also what does not fit into the week', async () => {
  const { journal, tom } = await withTom();
  await journal.ask('settings.update', { weekMinutes: 0 });
  expect(await today(journal)).toMatchObject({ three: [], others: [], foldedCount: 1 });
  expect(await journal.ask('nudges.ofPerson', { personId: tom })).toMatchObject([{ kind: 'rhythmDue' }]);
  expect(await journal.ask('nudges.folded', { offset: 0 })).toMatchObject([{ kind: 'rhythmDue' }]);
  expect(await journal.ask('nudges.folded', { offset: 1 })).toEqual([]);
});

test('the digest says how many, and whom the first are about', async () => {
  const { journal } = await withTom();
  expect(await journal.ask('nudges.digest', {})).toEqual({ count: 1, people: ['Tom'] });
});
