import { afterEach, describe, expect, test } from 'vitest';
import { readJsonPromises } from '../../../src/main/journal/promises/exportPromises.ts';
import type { JournalInput } from '../../../src/shared/contract/index.ts';
import { jsonJournal } from '../../../src/shared/formats/kithJson.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
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

const SENTENCE = 'I’ll send her the book by Friday.';

/** A journal of a Sunday, with an entry of that day in which something is promised to Ada. */
async function openWithEntry(body = `We had tea. ${SENTENCE} She’ll let me know next week.`) {
  const journal = openTestJournal();
  const personId = await addPerson(journal);
  const entryId = await addEntry(journal, { body, people: [{ personId, role: 'with' }] });
  return { journal, personId, entryId };
}

async function addPromise(
  journal: TestJournal,
  given: Partial<JournalInput<'promises.create'>['promise']> = {},
) {
  const promise = { madeBy: 'me', sentence: 'I’ll call.', ...given } as const;
  return (await journal.ask('promises.create', { promise })).id;
}

async function open(journal: TestJournal, input: Partial<JournalInput<'promises.list'>> = {}) {
  const { promises } = await journal.ask('promises.list', { state: 'open', ...input });
  return promises.map(({ sentence }) => sentence);
}

describe('a suggestion', () => {
  test('says whose promise a sentence makes, to whom, and by when', async () => {
    const { journal, personId, entryId } = await openWithEntry();
    const ada = { id: personId, name: 'Ada Lovelace', preferredName: '' };
    expect(await journal.ask('promises.suggested', { entryId })).toEqual([
      { madeBy: 'me', sentence: SENTENCE, people: [ada], due: '2026-11-27' },
      { madeBy: 'them', sentence: 'She’ll let me know next week.', people: [ada], due: '2026-11-29' },
    ]);
  });

  test('knows people by their nicknames, and leaves out who is gone', async () => {
    const journal = openTestJournal();
    const tom = await addPerson(journal, { name: 'Thomas Reed', nicknames: ['Tommy'] });
    const gone = await addPerson(journal, { name: 'Bob' });
    const entryId = await addEntry(journal, {
      body: `Tommy will call me tomorrow.\n\n${makeMention('Bob', gone)} owes me a coffee.`,
      people: [{ personId: tom, role: 'with' }],
    });
    await journal.ask('people.remove', { id: gone });
    const suggested = await journal.ask('promises.suggested', { entryId });
    expect(suggested.map(({ people }) => people.map(({ name }) => name))).toEqual([['Thomas Reed'], []]);
  });

  test('is gone once it was accepted, and the promise has its words', async () => {
    const { journal, personId, entryId } = await openWithEntry();
    const { id } = await journal.ask('promises.accept', {
      entryId,
      madeBy: 'me',
      sentence: SENTENCE,
      personIds: [personId],
      due: '2026-11-27',
    });
    const left = await journal.ask('promises.suggested', { entryId });
    expect(left.map(({ madeBy }) => madeBy)).toEqual(['them']);
    const { promises } = await journal.ask('promises.list', { state: 'open' });
    expect(promises).toEqual([
      {
        id,
        madeBy: 'me',
        sentence: SENTENCE,
        people: [{ id: personId, name: 'Ada Lovelace', preferredName: '' }],
        madeOn: '2026-11-22',
        due: '2026-11-27',
        state: 'open',
        closedOn: null,
        entryId,
        entryDay: '2026-11-22',
        createdAt: journal.clock.now(),
        changedAt: journal.clock.now(),
      },
    ]);
    expect(await journal.ask('promises.ofEntry', { entryId })).toMatchObject([{ id }]);
    expect(journal.events.at(-1)).toMatchObject({
      type: 'changed',
      tables: expect.arrayContaining(['promise']),
    });
  });

  test('that is accepted twice makes one promise', async () => {
    const { journal, entryId } = await openWithEntry();
    const input = {
      entryId,
      madeBy: 'me',
      sentence: SENTENCE,
      personIds: [] as string[],
      due: null,
    } as const;
    const first = await journal.ask('promises.accept', input);
    expect(await journal.ask('promises.accept', { ...input, due: '2026-12-01' })).toEqual(first);
    expect(await open(journal)).toHaveLength(1);
  });

  test('that was dismissed does not come back, also after a restart, until that is undone', async () => {
    const { journal, entryId } = await openWithEntry(SENTENCE);
    await journal.ask('promises.dismiss', { entryId, madeBy: 'me', sentence: SENTENCE });
    expect(await journal.ask('promises.suggested', { entryId })).toEqual([]);
    expect(await open(journal)).toEqual([]);
    expect(await journal.ask('promises.ofEntry', { entryId })).toEqual([]);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'promiseDismissed' });
    expect(await journal.ask('promises.suggested', { entryId })).toHaveLength(1);
    await journal.ask('undo.redo', {});
    journal.reopen();
    expect(await journal.ask('promises.suggested', { entryId })).toEqual([]);
  });

  test('can be accepted although it was dismissed, and cannot be dismissed once it is a promise', async () => {
    const { journal, entryId } = await openWithEntry(SENTENCE);
    const words = { entryId, madeBy: 'me', sentence: SENTENCE } as const;
    const { id } = await journal.ask('promises.dismiss', words);
    expect(await journal.ask('promises.dismiss', words)).toEqual({ id });
    expect(await journal.ask('promises.accept', { ...words, personIds: [], due: null })).toEqual({ id });
    await expect(journal.ask('promises.dismiss', words)).rejects.toMatchObject({ kind: 'alreadyThere' });
    expect(await open(journal)).toEqual([SENTENCE]);
  });

  test('stays answered when somebody is called otherwise, and comes anew when the words are others', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const body = (name: string, rest: string) => `I’ll send ${makeMention(name, personId)} ${rest}`;
    const entryId = await addEntry(journal, { body: body('Ada', 'the book.') });
    const [found] = await journal.ask('promises.suggested', { entryId });
    const sentence = found?.sentence ?? '';
    expect(sentence).toBe(body('Ada', 'the book.'));
    await journal.ask('promises.dismiss', { entryId, madeBy: 'me', sentence });
    const {
      people,
      id: _,
      createdAt: _1,
      changedAt: _2,
      ...entry
    } = await journal.ask('entries.get', { id: entryId });
    const draft = { ...entry, people: people.map(({ id, role }) => ({ personId: id, role })) };
    const save = (text: string) =>
      journal.ask('entries.update', { id: entryId, entry: { ...draft, body: text } });
    await save(body('Countess', 'the\nbook.'));
    expect(await journal.ask('promises.suggested', { entryId })).toEqual([]);
    await save(body('Ada', 'the letter.'));
    expect(await journal.ask('promises.suggested', { entryId })).toHaveLength(1);
  });

  test('of an entry that is gone is refused', async () => {
    const { journal, entryId } = await openWithEntry();
    await journal.ask('entries.remove', { id: entryId });
    await expect(journal.ask('promises.suggested', { entryId })).rejects.toMatchObject({ kind: 'notFound' });
    await expect(
      journal.ask('promises.accept', { entryId, madeBy: 'me', sentence: 'x', personIds: [], due: null }),
    ).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('the list', () => {
  test('has open promises by the day they are due, and the closed by when they were closed', async () => {
    const journal = openTestJournal();
    const [late, none, soon] = [
      await addPromise(journal, { sentence: 'late', due: '2026-12-24' }),
      await addPromise(journal, { sentence: 'none' }),
      await addPromise(journal, { sentence: 'soon', due: '2026-11-01', madeBy: 'them' }),
    ];
    expect(await open(journal)).toEqual(['soon', 'late', 'none']);
    expect(await open(journal, { madeBy: 'me' })).toEqual(['late', 'none']);
    expect(await open(journal, { offset: 1, limit: 1 })).toEqual(['late']);
    await journal.ask('promises.close', { id: none, state: 'kept' });
    journal.clock.set('2026-11-23');
    await journal.ask('promises.close', { id: soon, state: 'kept' });
    await journal.ask('promises.close', { id: late, state: 'letGo' });
    const kept = await journal.ask('promises.list', { state: 'kept' });
    expect(kept.promises.map(({ sentence, closedOn }) => `${sentence} ${closedOn}`)).toEqual([
      'soon 2026-11-23',
      'none 2026-11-22',
    ]);
    expect(kept.total).toBe(2);
    expect(await journal.ask('promises.list', { state: 'letGo' })).toMatchObject({ total: 1 });
    expect(await open(journal)).toEqual([]);
  });

  test('of a person has theirs only', async () => {
    const journal = openTestJournal();
    const [ada, tom] = [await addPerson(journal), await addPerson(journal, { name: 'Tom' })];
    await addPromise(journal, { sentence: 'both', personIds: [ada, tom] });
    await addPromise(journal, { sentence: 'hers', personIds: [ada], due: '2026-12-01' });
    await addPromise(journal, { sentence: 'nobody’s' });
    expect(await open(journal, { personId: ada })).toEqual(['hers', 'both']);
    expect(await open(journal, { personId: tom })).toEqual(['both']);
    await expect(open(journal, { personId: testId(999) })).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('asks the store by index alone', async () => {
    const { journal, personId, entryId } = await openWithEntry();
    const id = await addPromise(journal, { personIds: [personId] });
    const plans = await recordPlans(journal.context.db, async () => {
      await open(journal);
      await open(journal, { personId });
      await journal.ask('promises.list', { state: 'kept' });
      await journal.ask('promises.ofEntry', { entryId });
      await journal.ask('promises.suggested', { entryId });
      await journal.ask('replies.owed', {});
      await journal.ask('promises.close', { id, state: 'kept' });
    });
    expect(plans.length).toBeGreaterThan(5);
    for (const { sql, plan } of plans) {
      if (!/promise|tally/.test(sql)) continue;
      // Walking an index that holds only what is asked for is no scan of a table.
      expect(
        plan.replace(/SCAN \w+ USING (?:COVERING )?INDEX (?:promise_by_closing|person_tally_by_talk)/g, ''),
        sql,
      ).not.toMatch(/\bSCAN\b|TEMP B-TREE|AUTOMATIC/);
    }
  });
});

describe('a promise', () => {
  test('can be changed, also whom it is to, and that can be undone', async () => {
    const journal = openTestJournal();
    const [ada, tom] = [await addPerson(journal), await addPerson(journal, { name: 'Tom' })];
    const id = await addPromise(journal, { personIds: [ada] });
    await journal.ask('promises.update', { id, promise: { due: '2026-12-24', personIds: [tom] } });
    const read = async () => (await journal.ask('promises.list', { state: 'open' })).promises[0];
    expect(await read()).toMatchObject({ due: '2026-12-24', people: [{ id: tom }], sentence: 'I’ll call.' });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'promiseChanged', name: 'I’ll call.' });
    expect(await read()).toMatchObject({ due: null, people: [{ id: ada }] });
  });

  test('that is changed to what it is leaves nothing to undo', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const id = await addPromise(journal, { personIds: [ada] });
    await journal.ask('promises.update', { id, promise: { sentence: 'I’ll call.', personIds: [ada] } });
    await journal.ask('promises.close', { id, state: 'open' });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'promiseAdded' });
  });

  test('can be closed and opened again', async () => {
    const journal = openTestJournal();
    const id = await addPromise(journal);
    await journal.ask('promises.close', { id, state: 'letGo' });
    await journal.ask('undo.undo', {});
    expect(await open(journal)).toHaveLength(1);
    await journal.ask('promises.close', { id, state: 'kept' });
    await journal.ask('promises.close', { id, state: 'open' });
    const { promises } = await journal.ask('promises.list', { state: 'open' });
    expect(promises).toMatchObject([{ state: 'open', closedOn: null }]);
  });

  test('that is deleted lies in the trash, and comes back with its people', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const id = await addPromise(journal, { personIds: [ada], due: '2026-12-01' });
    const { promises: before } = await journal.ask('promises.list', { state: 'open' });
    await journal.ask('promises.remove', { id });
    expect(await open(journal)).toEqual([]);
    const { items } = await journal.ask('trash.list', {});
    expect(items).toHaveLength(1);
    await journal.ask('trash.restore', { trashId: items[0]?.trashId ?? '' });
    expect((await journal.ask('promises.list', { state: 'open' })).promises).toEqual(before);
    await expect(journal.ask('promises.remove', { id: testId(999) })).rejects.toMatchObject({
      kind: 'notFound',
    });
  });

  test('outlives its entry, with its sentence', async () => {
    const { journal, personId, entryId } = await openWithEntry();
    const sentence = SENTENCE;
    await journal.ask('promises.accept', {
      entryId,
      madeBy: 'me',
      sentence,
      personIds: [personId],
      due: null,
    });
    const { trashId } = await journal.ask('entries.remove', { id: entryId });
    const read = async () => (await journal.ask('promises.list', { state: 'open' })).promises;
    expect(await read()).toMatchObject([{ sentence, entryId, entryDay: null }]);
    await journal.ask('trash.restore', { trashId });
    expect(await read()).toMatchObject([{ sentence, entryId, entryDay: '2026-11-22' }]);
    await journal.ask('entries.remove', { id: entryId });
    await journal.ask('trash.empty', { confirmed: 1 });
    expect(await read()).toMatchObject([{ sentence, entryDay: null }]);
  });

  test('keeps whoever is in the trash, also when it is changed meanwhile', async () => {
    const journal = openTestJournal();
    const [ada, tom] = [await addPerson(journal), await addPerson(journal, { name: 'Tom' })];
    const id = await addPromise(journal, { personIds: [ada, tom] });
    const { trashId } = await journal.ask('people.remove', { id: ada });
    const names = async () =>
      (await journal.ask('promises.list', { state: 'open' })).promises[0]?.people.map(({ name }) => name);
    expect(await names()).toEqual(['Tom']);
    await journal.ask('promises.update', { id, promise: { due: '2026-12-01' } });
    await journal.ask('trash.restore', { trashId });
    expect(await names()).toEqual(['Ada Lovelace', 'Tom']);
  });

  test.each<[string, Partial<JournalInput<'promises.create'>['promise']>]>([
    ['a day that there is not', { due: '2026-02-30' }],
    ['a day in words', { due: 'Friday' }],
    ['no words', { sentence: '  ' }],
    ['too many words', { sentence: 'x'.repeat(2_001) }],
    ['somebody unknown', { personIds: [testId(999)] }],
  ])('with %s is refused, and nothing is written', async (_, given) => {
    const journal = openTestJournal();
    await expect(addPromise(journal, given)).rejects.toMatchObject({ kind: 'badInput' });
    expect(await open(journal)).toEqual([]);
  });

  test('can be due on 29 February of a leap year', async () => {
    const journal = openTestJournal();
    await addPromise(journal, { due: '2028-02-29' });
    await expect(addPromise(journal, { due: '2027-02-29' })).rejects.toMatchObject({ kind: 'badInput' });
  });
});

test('all are exported, dismissed ones too, with people by id', async () => {
  const { journal, personId, entryId } = await openWithEntry();
  await journal.ask('promises.dismiss', { entryId, madeBy: 'me', sentence: SENTENCE });
  const id = await addPromise(journal, { personIds: [personId], due: '2026-12-01' });
  await journal.ask('promises.close', { id, state: 'kept' });
  const exported = jsonJournal.shape.promises.parse(readJsonPromises(journal.context.db));
  expect(exported).toMatchObject([
    { state: 'dismissed', sentence: SENTENCE, personIds: [], entryId },
    { id, state: 'kept', closedOn: '2026-11-22', due: '2026-12-01', personIds: [personId], entryId: null },
  ]);
});

describe('replies owed', () => {
  const owed = async (journal: TestJournal) =>
    (await journal.ask('replies.owed', {})).map(({ person, day }) => `${person.name} ${day}`);

  async function write(journal: TestJournal, personId: string, day: string, given: object = {}) {
    return addEntry(journal, {
      day,
      channel: 'message',
      begunBy: personId,
      body: 'How are you?',
      people: [{ personId, role: 'with' }],
      ...given,
    });
  }

  test('are messages that somebody began, and that nothing followed', async () => {
    const journal = openTestJournal();
    const [ada, tom, sam, eve] = [
      await addPerson(journal),
      await addPerson(journal, { name: 'Tom' }),
      await addPerson(journal, { name: 'Sam' }),
      await addPerson(journal, { name: 'Eve' }),
    ];
    await write(journal, ada, '2026-11-01');
    await write(journal, tom, '2026-11-02', { channel: 'letter', title: 'From Tom' });
    await write(journal, sam, '2026-11-03', { channel: 'call' });
    await write(journal, eve, '2026-11-04', { begunBy: 'me' });
    expect(await owed(journal)).toEqual(['Tom 2026-11-02', 'Ada Lovelace 2026-11-01']);
    expect(await journal.ask('replies.owed', { limit: 1 })).toMatchObject([
      { channel: 'letter', opening: 'From Tom' },
    ]);
  });

  test('are answered by any later entry with them, and not by one that names them', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    await write(journal, ada, '2026-11-01');
    await addEntry(journal, { day: '2026-11-05', people: [{ personId: ada, role: 'mentioned' }] });
    expect(await owed(journal)).toEqual(['Ada Lovelace 2026-11-01']);
    const id = await write(journal, ada, '2026-11-06', { channel: 'inPerson', begunBy: null });
    expect(await owed(journal)).toEqual([]);
    await journal.ask('entries.remove', { id });
    expect(await owed(journal)).toEqual(['Ada Lovelace 2026-11-01']);
  });

  test('in a letter of one are not owed to the others it is with', async () => {
    const journal = openTestJournal();
    const [ada, tom] = [await addPerson(journal), await addPerson(journal, { name: 'Tom' })];
    await write(journal, ada, '2026-11-01', {
      people: [
        { personId: ada, role: 'with' },
        { personId: tom, role: 'with' },
      ],
    });
    expect(await owed(journal)).toEqual(['Ada Lovelace 2026-11-01']);
  });

  test('can be let be, which a new message ends, and undo', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const entryId = await write(journal, ada, '2026-11-01');
    await journal.ask('replies.dismiss', { personId: ada, entryId });
    expect(await owed(journal)).toEqual([]);
    await journal.ask('undo.undo', {});
    expect(await owed(journal)).toEqual(['Ada Lovelace 2026-11-01']);
    await journal.ask('undo.redo', {});
    await write(journal, ada, '2026-11-02');
    expect(await owed(journal)).toEqual(['Ada Lovelace 2026-11-02']);
    await expect(
      journal.ask('replies.dismiss', { personId: ada, entryId: testId(999) }),
    ).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('of people in the trash are not shown', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    await write(journal, ada, '2026-11-01');
    await journal.ask('people.remove', { id: ada });
    expect(await owed(journal)).toEqual([]);
  });
});
