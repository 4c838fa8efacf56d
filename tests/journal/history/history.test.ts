import { afterEach, describe, expect, test } from 'vitest';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { tendLinks } from '../../../src/main/journal/people/tendLinks.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
  testId,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const change = (journal: TestJournal, id: string, entry: Parameters<typeof entryDraftOf>[0]) =>
  journal.ask('entries.update', { id, entry: entryDraftOf(entry) });
const versionsOf = async (journal: TestJournal, id: string) =>
  (await journal.ask('history.entry', { id })).versions;
const countOf = (journal: TestJournal, table: string) =>
  journal.context.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('the history of an entry', () => {
  test('holds each text that was overwritten, with its moment, newest first', async () => {
    const journal = openTestJournal();
    const id = await addEntry(journal, { title: 'One', body: 'first' });
    const written = journal.clock.now();
    journal.clock.advance(1000);
    await change(journal, id, { title: 'One', body: 'second text' });
    journal.clock.advance(1000);
    await change(journal, id, { title: 'Two', body: 'first', day: '2026-11-20' });
    const { versions, total } = await journal.ask('history.entry', { id });
    expect(total).toBe(2);
    expect(versions).toMatchObject([
      { writtenAt: written + 1000, title: 'One', bodyLength: 11, differsIn: ['words', 'title', 'day'] },
      { writtenAt: written, title: 'One', bodyLength: 5, differsIn: ['title', 'day'] },
    ]);
    const [newest, oldest] = versions;
    expect(await journal.ask('history.entryText', { versionId: newest?.id ?? '' })).toMatchObject({
      entryId: id,
      body: 'second text',
    });
    expect((await journal.ask('history.entry', { id, offset: 1, limit: 1 })).versions).toEqual([oldest]);
  });

  test('keeps nothing of a save that changed nothing, which leaves the moment of the change as well', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const draft = { body: 'tea #work', people: [{ personId, role: 'with' as const }], tags: ['home'] };
    const id = await addEntry(journal, draft);
    const before = await journal.ask('entries.get', { id });
    journal.clock.advance(1000);
    await journal.ask('drafts.save', { slot: id, content: 'x' });
    await journal.ask('entries.update', { id, entry: entryDraftOf(draft), draftSlot: id });
    expect(await journal.ask('entries.get', { id })).toEqual(before);
    expect(await versionsOf(journal, id)).toEqual([]);
    expect(await journal.ask('drafts.get', { slot: id })).toBeNull();
    expect(await journal.ask('undo.undo', {})).toBeNull();
  });

  test('brings a version back as a change like any other, which can be undone', async () => {
    const journal = openTestJournal();
    const personId = await addPerson(journal);
    const id = await addEntry(journal, { body: 'first', people: [{ personId, role: 'with' }] });
    journal.clock.advance(1000);
    await change(journal, id, { body: 'second', channel: 'call' });
    const second = await journal.ask('entries.get', { id });
    journal.clock.advance(1000);
    const [version] = await versionsOf(journal, id);
    await journal.ask('history.restoreEntry', { versionId: version?.id ?? '' });
    expect(await journal.ask('entries.get', { id })).toMatchObject({
      body: 'first',
      channel: 'note',
      people: [{ id: personId }],
      changedAt: journal.clock.now(),
    });
    expect((await journal.ask('search.run', { text: 'first' })).count).toBe(1);
    expect(await versionsOf(journal, id)).toHaveLength(2);
    // Again changes nothing.
    await journal.ask('history.restoreEntry', { versionId: version?.id ?? '' });
    expect(await versionsOf(journal, id)).toHaveLength(2);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'entryChanged', id });
    expect(await journal.ask('entries.get', { id })).toEqual(second);
  });

  test('loses nothing by undoing: what was undone is a version then', async () => {
    const journal = openTestJournal();
    const id = await addEntry(journal, { body: 'first' });
    await change(journal, id, { body: 'much better' });
    await journal.ask('undo.undo', {});
    const [version] = await versionsOf(journal, id);
    expect(await journal.ask('history.entryText', { versionId: version?.id ?? '' })).toMatchObject({
      body: 'much better',
    });
  });

  test('stays while the entry lies in the trash, and goes with it', async () => {
    const journal = openTestJournal();
    const id = await addEntry(journal, { body: 'first' });
    await change(journal, id, { body: 'second' });
    const { trashId } = await journal.ask('entries.remove', { id });
    await expect(journal.ask('history.entry', { id })).rejects.toMatchObject({ kind: 'notFound' });
    await journal.ask('trash.restore', { trashId });
    expect(await versionsOf(journal, id)).toHaveLength(1);
    const again = await journal.ask('entries.remove', { id });
    await journal.ask('trash.remove', { trashIds: [again.trashId] });
    expect(countOf(journal, 'entry_history')).toBe(0);
  });

  test('goes with an entry that an import brought and that is taken back', async () => {
    const journal = openTestJournal();
    const { context } = journal;
    const batchId = testId(700);
    context.db
      .prepare("INSERT INTO import_batch VALUES (?, 'markdownFolder', 'vault', 'done', ?)")
      .run(batchId, journal.clock.now());
    const { id } = context.db.transaction(() =>
      insertEntry(context, entryDraftOf({ body: 'imported' }), { batchId, index: 'now' }),
    )();
    journal.clock.advance(1000);
    await change(journal, id, { body: 'changed' });
    await journal.ask('undo.undo', {});
    const taken = await journal.ask('transfer.takeBack', { batchId, job: 'back' });
    expect(taken).toMatchObject({ removedEntries: 1, keptEntries: 0 });
    expect(countOf(journal, 'entry_history')).toBe(0);
  });

  test('fails with a sentence for a version that is not there', async () => {
    const journal = openTestJournal();
    for (const method of ['history.entryText', 'history.restoreEntry', 'history.personText'] as const) {
      await expect(journal.ask(method, { versionId: testId(900) })).rejects.toMatchObject({
        kind: 'notFound',
      });
    }
  });
});

describe('the history of a person', () => {
  test('holds what was overwritten, and brings it back, even without a circle that is gone', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, {
      notes: 'long notes',
      nicknames: ['Countess'],
      circleId: 'noticed',
    });
    journal.clock.advance(1000);
    await journal.ask('people.update', { id, person: { notes: '', nicknames: [], circleId: 'inner' } });
    const { versions, total } = await journal.ask('history.person', { id });
    expect(total).toBe(1);
    expect(versions).toMatchObject([{ name: 'Ada Lovelace', differsIn: ['nicknames', 'circleId', 'notes'] }]);
    const versionId = versions[0]?.id ?? '';
    expect((await journal.ask('history.personText', { versionId })).person.notes).toBe('long notes');
    journal.context.db.exec("DELETE FROM circle WHERE id = 'noticed'");
    await journal.ask('history.restorePerson', { versionId });
    expect(await journal.ask('people.get', { id })).toMatchObject({
      notes: 'long notes',
      nicknames: ['Countess'],
      circleId: null,
    });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'personChanged', name: 'Ada Lovelace' });
    expect(await journal.ask('people.get', { id })).toMatchObject({ notes: '', circleId: 'inner' });
  });

  test('goes with the person for good', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal);
    await journal.ask('people.update', { id, person: { notes: 'x' } });
    const { trashId } = await journal.ask('people.remove', { id });
    expect(countOf(journal, 'person_history')).toBe(1);
    await journal.ask('trash.remove', { trashIds: [trashId] });
    expect(countOf(journal, 'person_history')).toBe(0);
  });
});

describe('undo', () => {
  test('goes back step by step, says what it did, and can do it again', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal);
    const id = await addEntry(journal, { body: 'first', people: [{ personId: ada, role: 'with' }] });
    await change(journal, id, { body: 'second' });
    await journal.ask('entries.remove', { id });
    await journal.ask('people.remove', { id: ada });
    expect(await journal.ask('undo.undo', {})).toEqual({
      kind: 'personRemoved',
      id: ada,
      name: 'Ada Lovelace',
    });
    expect(await journal.ask('undo.undo', {})).toEqual({ kind: 'entryRemoved', id, name: '' });
    expect(await journal.ask('undo.redo', {})).toEqual({ kind: 'entryRemoved', id, name: '' });
    await expect(journal.ask('entries.get', { id })).rejects.toMatchObject({ kind: 'notFound' });
    await journal.ask('undo.undo', {});
    await journal.ask('undo.undo', {});
    expect(await journal.ask('entries.get', { id })).toMatchObject({ body: 'first', people: [{ id: ada }] });
    expect(await journal.ask('undo.undo', {})).toBeNull();
  });

  test('counts what came back by the toast or the trash as undone', async () => {
    const journal = openTestJournal();
    const [one, two] = [await addEntry(journal), await addEntry(journal)];
    const first = await journal.ask('entries.remove', { id: one });
    const second = await journal.ask('entries.remove', { id: two });
    await journal.ask('trash.restore', first);
    await journal.ask('trash.restore', second);
    expect(await journal.ask('undo.undo', {})).toBeNull();
    expect(await journal.ask('undo.redo', {})).toMatchObject({ kind: 'entryRemoved', id: two });
  });

  test('names what it cannot undo, and goes on with what lies before it', async () => {
    const journal = openTestJournal();
    const [one, two] = [await addEntry(journal), await addEntry(journal)];
    await journal.ask('entries.remove', { id: one });
    const { trashId } = await journal.ask('entries.remove', { id: two });
    await journal.ask('trash.remove', { trashIds: [trashId] });
    expect(await journal.ask('undo.undo', {})).toEqual({ kind: 'removedForGood', id: null, name: '' });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'entryRemoved', id: one });
  });

  test('that fails says why, and is not in the way of the next', async () => {
    const journal = openTestJournal();
    const { context } = journal;
    const [one, two] = [await addEntry(journal), await addEntry(journal)];
    await journal.ask('entries.remove', { id: one });
    await journal.ask('entries.remove', { id: two });
    context.db.transaction(() => insertEntry(context, entryDraftOf(), { id: two, index: 'now' }))();
    await expect(journal.ask('undo.undo', {})).rejects.toMatchObject({ kind: 'alreadyThere' });
    expect(await journal.ask('undo.undo', {})).toMatchObject({ id: one });
  });
});

describe('somebody who is in very many entries', () => {
  const MANY = 1000;

  async function openMany() {
    const journal = openTestJournal();
    const { context } = journal;
    const id = await addPerson(journal, { circleId: 'inner' });
    context.db.transaction(() => {
      for (let i = 0; i < MANY; i++) {
        const draft = entryDraftOf({ people: [{ personId: id, role: i % 2 === 0 ? 'with' : 'mentioned' }] });
        insertEntry(context, draft, { index: 'later' });
      }
    })();
    context.people.refresh([1]);
    const inCircle = (circleId: string) =>
      journal.context.db
        .prepare('SELECT count(*) FROM entry_circle WHERE circle_id = ?')
        .pluck()
        .get(circleId);
    const steps = () => {
      let count = 0;
      while (tendLinks(journal.context)) count++;
      return count;
    };
    return { journal, id, inCircle, steps };
  }

  test('moves to another circle at once, and their entries follow in small steps', async () => {
    const { journal, id, inCircle, steps } = await openMany();
    expect(inCircle('inner')).toBe(MANY);
    await journal.ask('people.update', { id, person: { circleId: 'close' } });
    expect(inCircle('close')).toBeLessThan(MANY);
    journal.reopen();
    expect(steps()).toBeGreaterThan(0);
    expect([inCircle('inner'), inCircle('close')]).toEqual([0, MANY]);
  });

  test('is deleted and comes back at once, with all their entries', async () => {
    const { journal, id, inCircle, steps } = await openMany();
    const before = await journal.ask('people.get', { id });
    await journal.ask('people.remove', { id });
    steps();
    expect(inCircle('inner')).toBe(0);
    expect((await journal.ask('entries.timeline', {})).entries[0]?.people).toEqual([]);
    await journal.ask('undo.undo', {});
    expect(await journal.ask('people.get', { id })).toEqual(before);
    steps();
    expect(inCircle('inner')).toBe(MANY);
  });

  test('leaves no link behind once deleted for good', async () => {
    const { journal, id, steps } = await openMany();
    const { trashId } = await journal.ask('people.remove', { id });
    await journal.ask('trash.remove', { trashIds: [trashId] });
    expect(countOf(journal, 'entry_person')).toBe(MANY);
    steps();
    expect(countOf(journal, 'entry_person')).toBe(0);
    expect(countOf(journal, 'link_work')).toBe(0);
  });
});
