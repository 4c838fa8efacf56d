import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';
import { importFrom } from '../transfer/sources.ts';

afterEach(closeTestJournals);
afterEach(removeTempFolders);

/** A journal with an entry of a Sunday, with Ada. */
async function openWith(body: string) {
  const journal = openTestJournal();
  const ada = await addPerson(journal);
  const people = [{ personId: ada, role: 'with' as const }];
  const entryId = await addEntry(journal, { body, people });
  const save = (text: string, day = '2026-11-22') =>
    journal.ask('entries.update', { id: entryId, entry: entryDraftOf({ body: text, people, day }) });
  return { journal, ada, entryId, save };
}

async function open(journal: TestJournal) {
  const { promises } = await journal.ask('promises.list', { state: 'open' });
  return promises.map(({ madeBy, sentence, people, due }) =>
    [madeBy, sentence, people.map(({ name }) => name).join('+') || '-', due ?? '-'].join(' | '),
  );
}

describe('a marked sentence', () => {
  test('is a promise as soon as it is saved, without the mark', async () => {
    const { journal, entryId } = await openWith(
      'We met. I’ll send her the book by Friday. !promise\n\nA jar !theirs',
    );
    expect(await open(journal)).toEqual([
      'me | I’ll send her the book by Friday. | Ada Lovelace | 2026-11-27',
      'them | A jar | Ada Lovelace | -',
    ]);
    expect(await journal.ask('promises.suggested', { entryId })).toEqual([]);
    expect(await journal.ask('promises.ofEntry', { entryId })).toHaveLength(2);
  });

  test('is about those whom it names', async () => {
    const journal = openTestJournal();
    const [ada, tom] = [await addPerson(journal), await addPerson(journal, { name: 'Tom Reed' })];
    await addEntry(journal, {
      body: `The ladder to ${makeMention('Tom', tom)} tomorrow !promise. And soup. !promise`,
      people: [{ personId: ada, role: 'with' }],
    });
    expect(await open(journal)).toEqual([
      `me | The ladder to ${makeMention('Tom', tom)} tomorrow. | Tom Reed | 2026-11-23`,
      'me | And soup. | Ada Lovelace | -',
    ]);
  });

  test.each([
    ['code', '`I’ll call !promise`'],
    ['a word', 'I’ll call!promise'],
    ['nothing', '!promise'],
    ['another mark', 'I’ll call !told'],
  ])('that is %s is none', async (_, body) => {
    const { journal } = await openWith(body);
    expect(await open(journal)).toEqual([]);
  });

  test('that is changed changes the promise, and one that loses its mark takes it along', async () => {
    const { journal, save } = await openWith('I’ll call on Monday !promise. I’ll write !promise.');
    await save('I’ll call on Tuesday !promise. I’ll write !promise.');
    expect(await open(journal)).toEqual([
      'me | I’ll call on Tuesday. | Ada Lovelace | 2026-11-24',
      'me | I’ll write. | Ada Lovelace | -',
    ]);
    await save('I’ll call on Tuesday. I’ll write !promise.');
    expect(await open(journal)).toEqual(['me | I’ll write. | Ada Lovelace | -']);
    expect(await journal.ask('undo.undo', {})).toMatchObject({ kind: 'entryChanged' });
    expect(await open(journal)).toHaveLength(2);
  });

  test('follows the day of its entry, until something is done about the promise', async () => {
    const { journal, save } = await openWith('I’ll call tomorrow !promise');
    await save('I’ll call tomorrow !promise', '2026-11-20');
    const read = async () => (await journal.ask('promises.list', { state: 'open' })).promises[0];
    expect(await read()).toMatchObject({ madeOn: '2026-11-20', due: '2026-11-21' });
    const { id = '' } = (await read()) ?? {};
    journal.clock.advance(1);
    await journal.ask('promises.update', { id, promise: { due: '2026-12-24', personIds: [] } });
    await save('I’ll call her tomorrow !promise', '2026-11-22');
    expect(await read()).toMatchObject({
      id,
      sentence: 'I’ll call her tomorrow',
      madeOn: '2026-11-20',
      due: '2026-12-24',
      people: [],
    });
    await save('Nothing.');
    expect(await read()).toMatchObject({ id, due: '2026-12-24' });
  });

  test('that was kept stays kept when a slip in it is mended, and when its mark goes', async () => {
    const { journal, save } = await openWith('I’ll cal !promise');
    const { promises } = await journal.ask('promises.list', { state: 'open' });
    journal.clock.advance(1);
    await journal.ask('promises.close', { id: promises[0]?.id ?? '', state: 'kept' });
    await save('I’ll call !promise');
    expect(await open(journal)).toEqual([]);
    await save('I’ll call');
    expect(await journal.ask('promises.list', { state: 'kept' })).toMatchObject({
      promises: [{ sentence: 'I’ll call', closedOn: '2026-11-22' }],
    });
  });

  test('whose promise was deleted makes none again, until that comes back out of the trash', async () => {
    const { journal, save } = await openWith('I’ll call !promise');
    const { promises: before } = await journal.ask('promises.list', { state: 'open' });
    await journal.ask('promises.remove', { id: before[0]?.id ?? '' });
    await save('We met. I’ll call !promise');
    expect(await open(journal)).toEqual([]);
    const { items } = await journal.ask('trash.list', {});
    await journal.ask('trash.restore', { trashId: items[0]?.trashId ?? '' });
    expect((await journal.ask('promises.list', { state: 'open' })).promises).toEqual(before);
  });

  test('that was accepted as a suggestion already stays one promise', async () => {
    const { journal, entryId, save } = await openWith('I’ll call her.');
    const words = { entryId, madeBy: 'me', sentence: 'I’ll call her.' } as const;
    await journal.ask('promises.accept', { ...words, personIds: [], due: null });
    await save('I’ll call her. !promise');
    expect(await open(journal)).toEqual(['me | I’ll call her. | - | -']);
  });

  test('keeps its promise while the entry is in the trash, and afterwards', async () => {
    const { journal, entryId } = await openWith('I’ll call !promise');
    const { promises: before } = await journal.ask('promises.list', { state: 'open' });
    const { trashId } = await journal.ask('entries.remove', { id: entryId });
    expect(await open(journal)).toHaveLength(1);
    await journal.ask('trash.restore', { trashId });
    expect((await journal.ask('promises.list', { state: 'open' })).promises).toEqual(before);
  });
});

describe('in an import', () => {
  async function importNote(text: string) {
    const journal = openTestJournal();
    const folder = makeTempFolder();
    mkdirSync(join(folder, 'notes', 'People'), { recursive: true });
    writeFileSync(join(folder, 'notes', 'People', 'Maren.md'), '# Maren');
    writeFileSync(join(folder, 'notes', '2026-11-20.md'), text);
    const { batch } = await importFrom(journal, join(folder, 'notes'));
    const takeBack = () => journal.ask('transfer.takeBack', { batchId: batch.id, job: 'back' });
    return { journal, takeBack };
  }

  test('marked sentences are promises, and go when it is taken back', async () => {
    const { journal, takeBack } = await importNote('I’ll send [[Maren]] the book tomorrow. !promise');
    const { promises } = await journal.ask('promises.list', { state: 'open' });
    expect(promises).toMatchObject([
      { madeOn: '2026-11-20', due: '2026-11-21', people: [{ name: 'Maren' }] },
    ]);
    expect(await takeBack()).toMatchObject({ removedEntries: 1, removedPeople: 1 });
    expect(await open(journal)).toEqual([]);
  });

  test('what was done about them stays, with its people', async () => {
    const { journal, takeBack } = await importNote('I’ll send [[Maren]] the book. !promise');
    const { promises } = await journal.ask('promises.list', { state: 'open' });
    journal.clock.advance(1);
    await journal.ask('promises.update', { id: promises[0]?.id ?? '', promise: { due: '2026-12-24' } });
    expect(await takeBack()).toMatchObject({ removedEntries: 1, keptPeople: 1 });
    const { promises: left } = await journal.ask('promises.list', { state: 'open' });
    expect(left).toMatchObject([{ due: '2026-12-24', people: [{ name: 'Maren' }], entryDay: null }]);
  });
});

test('whatever is saved one after the other, every marked sentence is one promise', async () => {
  const { journal, save } = await openWith('');
  const words = fc.constantFrom(
    'I’ll call !promise',
    'A jar !theirs',
    'Tea.',
    'I’ll write !promise',
    'Soup !promise !theirs',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uniqueArray(words), { minLength: 1, maxLength: 4 }), async (texts) => {
      for (const parts of texts) await save(parts.join('\n\n'));
      const marks = [...new Set(texts.at(-1))].join(' ').match(/!promise|!theirs/g) ?? [];
      expect(await open(journal)).toHaveLength(marks.length);
    }),
    { numRuns: 30 },
  );
});
