import { afterEach, describe, expect, test } from 'vitest';
import { insertPerson } from '../../../src/main/journal/people/insertPerson.ts';
import { personDraft, unknownPerson } from '../../../src/shared/models/person.ts';
import { addEntry, addPerson, closeTestJournals, openTestJournal, testId } from '../../support/journal.ts';

afterEach(closeTestJournals);

describe('a person', () => {
  test('needs only a name; the rest is empty', async () => {
    const journal = openTestJournal();
    const { id } = await journal.ask('people.create', { person: { name: '  Ada  ' } });
    expect(await journal.ask('people.get', { id })).toEqual({
      ...unknownPerson,
      id,
      name: 'Ada',
      createdAt: journal.clock.now(),
      changedAt: journal.clock.now(),
      lastTalk: null,
      lastMention: null,
      next: null,
      entryCount: 0,
    });
  });

  test('is changed only in what is given', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, {
      name: 'Ada',
      preferredName: 'A',
      nicknames: ['Countess', 'Enchantress'],
      contactWays: [{ kind: 'email', label: '', value: 'ada@example.org' }],
      circleId: 'close',
      notes: 'kept *as is* ',
      details: [{ label: 'Born', value: '1815' }],
    });
    const before = await journal.ask('people.get', { id });
    journal.clock.advance(1000);
    const changedAt = journal.clock.now();
    await journal.ask('people.update', { id, person: {} });
    expect(await journal.ask('people.get', { id })).toEqual(before);
    await journal.ask('people.update', {
      id,
      person: {
        preferredName: '',
        nicknames: ['Lady L'],
        contactWays: [],
        circleId: null,
        notes: '',
        details: [],
      },
    });
    expect(await journal.ask('people.get', { id })).toEqual({
      ...before,
      preferredName: '',
      nicknames: ['Lady L'],
      contactWays: [],
      circleId: null,
      notes: '',
      details: [],
      changedAt,
    });
    journal.reopen();
    expect((await journal.ask('people.list', {})).rows[0]).toMatchObject({ nicknames: ['Lady L'] });
  });

  test('cannot be in a circle that is not there', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal);
    for (const ask of [
      () => addPerson(journal, { circleId: 'moon' }),
      () => journal.ask('people.update', { id, person: { name: 'Changed', circleId: 'moon' } }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ kind: 'badInput' });
    }
    expect((await journal.ask('people.list', {})).rows.map(({ name }) => name)).toEqual(['Ada Lovelace']);
  });

  test('who is not there is not found', async () => {
    const journal = openTestJournal();
    const id = testId(999);
    for (const ask of [
      () => journal.ask('people.get', { id }),
      () => journal.ask('people.update', { id, person: { name: 'X' } }),
      () => journal.ask('people.remove', { id }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ kind: 'notFound' });
    }
    expect(await journal.ask('people.names', { ids: [id] })).toEqual([]);
  });

  test('is not added twice under one id', () => {
    const { context } = openTestJournal();
    const draft = personDraft.parse({ ...unknownPerson, name: 'A' });
    insertPerson(context, draft, { id: testId(50) });
    expect(() => insertPerson(context, draft, { id: testId(50) })).toThrow(
      expect.objectContaining({ kind: 'alreadyThere' }),
    );
  });
});

describe('talks and mentions', () => {
  test('the last talk counts only entries they took part in; the next day follows their circle', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, { circleId: 'close' });
    const row = async () => (await journal.ask('people.list', {})).rows[0];
    await addEntry(journal, { day: '2026-11-20', people: [{ personId: id, role: 'mentioned' }] });
    expect(await row()).toMatchObject({
      lastTalk: null,
      lastMention: '2026-11-20',
      next: null,
      entryCount: 1,
    });
    const talk = await addEntry(journal, { day: '2026-10-01', people: [{ personId: id, role: 'with' }] });
    expect(await row()).toMatchObject({
      lastTalk: '2026-10-01',
      lastMention: '2026-11-20',
      next: '2026-11-05',
      entryCount: 2,
    });
    await journal.ask('people.update', { id, person: { circleId: 'inner' } });
    expect(await row()).toMatchObject({ next: '2026-10-15' });
    await journal.ask('people.update', { id, person: { circleId: 'noticed' } });
    expect(await row()).toMatchObject({ next: null });
    await journal.ask('entries.remove', { id: talk });
    expect(await row()).toMatchObject({ lastTalk: null, entryCount: 1 });
  });

  test('circles say how many people are in each, innermost first', async () => {
    const journal = openTestJournal();
    await addPerson(journal, { circleId: 'close' });
    await addPerson(journal, { circleId: 'close' });
    await addPerson(journal);
    const circles = await journal.ask('circles.list', {});
    expect(circles.map(({ id, peopleCount }) => `${id} ${peopleCount}`)).toEqual([
      'inner 0',
      'close 2',
      'friends 0',
      'wider 0',
      'noticed 0',
    ]);
    expect(circles[0]).toMatchObject({ size: 5, rhythm: { floorDays: 3, ceilingDays: 14 } });
    expect(circles[4]).toMatchObject({ size: null, rhythm: null });
  });
});
