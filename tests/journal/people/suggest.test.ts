import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { fillPersonDraft, insertPerson } from '../../../src/main/journal/people/insertPerson.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const suggest = async (journal: TestJournal, text: string, limit = 8) =>
  (await journal.ask('people.suggest', { text, limit })).map(({ name }) => name);

async function addNames(journal: TestJournal, ...names: string[]): Promise<void> {
  for (const name of names) await addPerson(journal, { name });
}

describe('completing a name', () => {
  test.each([
    ['sam', 'Samuel Pepys'],
    ['pep', 'Samuel Pepys'],
    ['pep sam', 'Samuel Pepys'],
    ['SAMUEL PEPYS', 'Samuel Pepys'],
    ['elis', 'Élisabeth de St Michel'],
    ['michel elisabeth', 'Élisabeth de St Michel'],
    ['soren', 'Søren Łukasz'],
    ['lukasz', 'Søren Łukasz'],
    ['strasse', 'Anna Straße'],
    ['obrien', 'Conan O’Brien'],
    ["o'b", 'Conan O’Brien'],
    ['张', '张伟'],
    ['伟', '张伟'],
    ['ж', 'Жанна'],
    ['bess', 'Elizabeth Knipp'],
    ['nell', 'Eleanor Gwyn'],
  ])('%j finds %s', async (text, name) => {
    const journal = openTestJournal();
    await addNames(
      journal,
      'Samuel Pepys',
      'Élisabeth de St Michel',
      'Søren Łukasz',
      'Anna Straße',
      'Conan O’Brien',
    );
    await addNames(journal, '张伟', 'Жанна', 'William Batten');
    await addPerson(journal, { name: 'Elizabeth Knipp', nicknames: ['Bess'] });
    await addPerson(journal, { name: 'Eleanor Gwyn', preferredName: 'Nell' });
    expect((await suggest(journal, text))[0]).toBe(name);
  });

  test.each([
    ['jhon', 'John'],
    ['mariane', 'Marianne'],
    ['cathrine', 'Catherine'],
    ['penn willam', 'William Penn'],
    ['pepsy', 'Samuel Pepys'],
    ['elzabeth', 'Elizabeth'],
  ])('%j, with its typo, finds %s', async (text, name) => {
    const journal = openTestJournal();
    await addNames(
      journal,
      'John',
      'Marianne',
      'Catherine',
      'William Penn',
      'Samuel Pepys',
      'Elizabeth',
      'Bo',
      'Xu Li',
    );
    expect(await suggest(journal, text, 3)).toContain(name);
  });

  test('whole names come first, then beginnings, then beginnings of words, then likenesses', async () => {
    const journal = openTestJournal();
    await addNames(journal, 'Joan Sanders', 'Sandro Botti', 'Sand', 'Sadner Ruiz');
    expect(await suggest(journal, 'sand')).toEqual(['Sand', 'Sandro Botti', 'Joan Sanders', 'Sadner Ruiz']);
  });

  test('of those who match alike, those spoken with last come first', async () => {
    const journal = openTestJournal();
    const ids = [];
    for (const name of ['Anna Alt', 'Anna Bern', 'Anna Cole']) ids.push(await addPerson(journal, { name }));
    const [alt, , cole] = ids as [string, string, string];
    await addEntry(journal, { day: '2026-11-01', people: [{ personId: cole, role: 'with' }] });
    await addEntry(journal, { day: '2026-11-20', people: [{ personId: alt, role: 'mentioned' }] });
    expect(await suggest(journal, 'anna')).toEqual(['Anna Cole', 'Anna Alt', 'Anna Bern']);
    expect(await suggest(journal, '')).toEqual(['Anna Cole', 'Anna Alt', 'Anna Bern']);
    expect(await suggest(journal, '', 1)).toEqual(['Anna Cole']);
  });

  test('follows new names, and forgets old ones', async () => {
    const journal = openTestJournal();
    const id = await addPerson(journal, { name: 'Old Name' });
    expect(await suggest(journal, 'old')).toEqual(['Old Name']);
    await journal.ask('people.update', { id, person: { name: 'Fresh Label' } });
    expect(await suggest(journal, 'old')).toEqual([]);
    expect(await suggest(journal, 'fresh')).toEqual(['Fresh Label']);
    const trash = await journal.ask('people.remove', { id });
    expect(await suggest(journal, 'fresh')).toEqual([]);
    await journal.ask('trash.restore', trash);
    expect(await suggest(journal, 'fresh')).toEqual(['Fresh Label']);
  });

  test('any text is fine, and nobody comes twice', async () => {
    const journal = openTestJournal();
    await addNames(journal, 'Ada', 'Bob', 'Élodie 😀', '张伟', '....', '\ud800');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const names = await suggest(journal, text.slice(0, 200), 50);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('is ready a little at a time, and finds the same whether it was made ready or not', async () => {
    const journal = openTestJournal();
    const { context } = journal;
    const numbers = context.db.transaction(() =>
      Array.from(
        { length: 1000 },
        (_, i) => insertPerson(context, fillPersonDraft({ name: `Person No${i}` })).n,
      ),
    )();
    context.people.refresh(numbers);
    journal.reopen();
    const cold = await suggest(journal, 'no77', 50);
    expect(cold.slice(0, 11).every((name) => name.startsWith('Person No77'))).toBe(true);
    journal.reopen();
    let steps = 0;
    while (journal.context.people.warm()) steps++;
    expect(steps).toBeGreaterThan(1);
    expect(await suggest(journal, 'no77', 50)).toEqual(cold);
  });
});

test('the typo of one letter in a name finds its person among ten thousand', async () => {
  const journal = openTestJournal();
  const { context } = journal;
  const syllables = 'an be ca do el fi go ha is jo ka li mo na or pe ri sa ti ul vi wo ya zo'.split(' ');
  const word = (seed: number) =>
    [seed % 24, Math.floor(seed / 24) % 24, Math.floor(seed / 576) % 24].map((i) => syllables[i]).join('');
  // Two words of three syllables each, all pairs different.
  const nameOf = (i: number) => `${word(i * 7 + 1)} ${word(i * 11 + 5)}`;
  context.db.transaction(() => {
    for (let i = 0; i < 10_000; i++) insertPerson(context, fillPersonDraft({ name: nameOf(i) }));
  })();
  journal.reopen();
  let found = 0;
  const tried = 200;
  for (let i = 0; i < tried; i++) {
    const name = nameOf(i * 50);
    const at = 1 + (i % (name.length - 2));
    const typo = [
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
      `${name.slice(0, at)}q${name.slice(at + 1)}`,
    ][i % 3] as string;
    if ((await suggest(journal, typo)).includes(name)) found++;
  }
  expect(found / tried).toBeGreaterThan(0.97);
}, 60_000);
