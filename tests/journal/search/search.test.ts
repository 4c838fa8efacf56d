import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

let journal: TestJournal;
let will: string;
let anna: string;

beforeEach(async () => {
  journal = openTestJournal();
  will = await addPerson(journal, {
    name: 'Will Hewer',
    nicknames: ['Bill'],
    circleId: 'close',
    notes: 'Plays the **viol** on Sundays.',
    contactWays: [{ kind: 'email', label: 'work', value: 'will@navy.example' }],
  });
  anna = await addPerson(journal, { name: 'Anna Łukasz', preferredName: 'Ania' });
  const add = (day: string, body: string, more = {}) => addEntry(journal, { day, body, ...more });
  await add('2024-05-03', `Dined with ${makeMention('my clerk', will)} in the Kindergarten.`, {
    channel: 'inPerson',
    people: [{ personId: will, role: 'with' }],
    begunBy: 'me',
    tags: ['work'],
  });
  await add('2025-01-10', 'Søren telephoned about the garden wall. To my wife I said nothing.', {
    channel: 'call',
    people: [{ personId: anna, role: 'with' }],
    begunBy: anna,
  });
  await add('2026-11-20', 'My wife and I walked in the garden. #garden', { title: 'A quiet Friday' });
  await add('1666-09-12', '今天我们去北京市, then a great fire in the city.');
});
afterEach(closeTestJournals);

/** The days of what is found, as typed and after Enter; they agree unless there are many. */
async function days(text: string): Promise<string[]> {
  const typed = await journal.ask('search.typing', { text });
  const run = await journal.ask('search.run', { text, order: 'newest' });
  const sorted = typed.entries.map(({ day }) => day).sort();
  expect(run.entries.map(({ day }) => day).sort()).toEqual(sorted);
  return sorted;
}

const [CLERK, CALL, FRIDAY, FIRE] = ['2024-05-03', '2025-01-10', '2026-11-20', '1666-09-12'] as const;

describe('finds', () => {
  test.each<[string, readonly string[]]>([
    ['dined', [CLERK]],
    ['DINED', [CLERK]],
    ['din', [CLERK]],
    ['soren', [CALL]],
    ['garden', [CALL, FRIDAY]],
    ['garden wall', [CALL]],
    ['"my wife"', [CALL, FRIDAY]],
    ['"my wife and"', [FRIDAY]],
    ['"wife my"', []],
    ['"my wi', [CALL, FRIDAY]],
    ['garden -wall', [FRIDAY]],
    ['garden -"my wife and"', [CALL]],
    ['dined OR telephoned', [CLERK, CALL]],
    ['gard*', [CALL, FRIDAY]],
    ['quiet', [FRIDAY]],
    ['"clerk in the"', [CLERK]],
    // Parts of words, where whole ones are few.
    ['garten', [CLERK]],
    ['din ', [CLERK]],
    ['dergart', [CLERK]],
    // Chinese, of any length.
    ['北', [FIRE]],
    ['北京', [FIRE]],
    ['去北京市', [FIRE]],
    ['市', [FIRE]],
    ['北市', []],
    // People by all their names, though the entry calls them otherwise.
    ['hewer', [CLERK]],
    ['bill dined', [CLERK]],
    ['ania', [CALL]],
    ['lukasz', [CALL]],
    ['hewar', [CLERK]],
    // Filters.
    ['with:will', [CLERK]],
    ['with:"Will Hewer" dined', [CLERK]],
    ['with:Bill', [CLERK]],
    ['about:will', [CLERK]],
    ['-with:will garden', [CALL, FRIDAY]],
    ['from:me', [CLERK]],
    ['from:anna', [CALL]],
    ['channel:call', [CALL]],
    ['channel:"in person"', [CLERK]],
    ['channel:inperson OR channel:call', [CLERK, CALL]],
    ['circle:close', [CLERK]],
    ['-circle:close since:2024', [CALL, FRIDAY]],
    ['#work', [CLERK]],
    ['tag:garden', [FRIDAY]],
    ['work', [CLERK]],
    ['before:1700', [FIRE]],
    ['after:2024 garden', [CALL, FRIDAY]],
    ['after:2024-05-03 before:2026', [CALL]],
    ['since:2024-05-03 until:2025', [CLERK, CALL]],
    ['on:2025', [CALL]],
    ['on:2025 -on:2025-01-10', []],
    ['-before:2026', [FRIDAY]],
    ['on:friday', [FRIDAY]],
    ['garden before:"last year"', []],
    // Nothing, where nothing is asked.
    ['', []],
    ['"', []],
    ['with:', []],
    ['...', []],
    ['with:nobody', []],
  ])('%s', async (text, found) => {
    expect(await days(text)).toEqual([...found].sort());
  });
});

describe('shows', () => {
  test('where it matches, and where in the entry that is', async () => {
    const [hit] = (await journal.ask('search.typing', { text: 'hewer kindergarten' })).entries;
    const said = (ranges: readonly (readonly [number, number])[], of: string) =>
      ranges.map(([a, b]) => of.slice(a, b));
    expect(hit?.snippet).toBe('Dined with my clerk in the Kindergarten.');
    expect(said(hit?.snippetHighlights ?? [], hit?.snippet ?? '')).toEqual(['my clerk', 'Kindergarten']);
    expect(hit?.matchAt).toBe('Dined with @['.length);
    expect(hit?.people).toEqual([{ id: will, name: 'Will Hewer', preferredName: '', role: 'with' }]);
    const [titled] = (await journal.ask('search.typing', { text: 'quiet' })).entries;
    expect(said(titled?.titleHighlights ?? [], titled?.title ?? '')).toEqual(['quiet']);
    expect(titled?.matchAt).toBeNull();
  });

  test('people, by name first, and by what else is known of them', async () => {
    const people = async (text: string) =>
      (await journal.ask('search.typing', { text })).people.map(({ name, snippet }) => [name, snippet]);
    expect(await people('will')).toEqual([['Will Hewer', '']]);
    expect(await people('bill')).toEqual([['Will Hewer', 'Bill']]);
    expect(await people('viol')).toEqual([['Will Hewer', 'Plays the viol on Sundays.']]);
    expect(await people('navy')).toEqual([['Will Hewer', 'work will@navy.example']]);
    expect(await people('hewre')).toEqual([['Will Hewer', '']]);
    expect(await people('with:anna')).toEqual([['Anna Łukasz', '']]);
  });

  test('a spelling that the journal has, where it has not what was typed', async () => {
    const meant = async (text: string) => (await journal.ask('search.typing', { text })).didYouMean;
    expect(await meant('telefoned garden')).toBe('telephoned garden');
    expect(await meant('with:will kindregarten')).toBe('with:will kindergarten');
    expect(await meant('garden')).toBeNull();
    expect(await meant('zzzzqqqq')).toBeNull();
  });

  test('what has most of the words, and says so, where nothing has all', async () => {
    const answer = await journal.ask('search.typing', { text: 'great fire of london' });
    expect(answer.entries.map(({ day }) => day)).toEqual([]);
    const most = await journal.ask('search.typing', { text: 'great fire london' });
    expect(most.entries.map(({ day }) => day)).toEqual([FIRE]);
    expect(most.notes).toEqual(['No entry has all of these words. These have most of them.']);
  });

  test('what it did not understand', async () => {
    const notes = async (text: string) => (await journal.ask('search.typing', { text })).notes;
    expect(await notes('with:zzz')).toEqual(['Nobody here is called “zzz”.']);
    expect(await notes('before:whenever garden')).toEqual([
      '“whenever” is no day that Kith understands, so it was left out.',
    ]);
    expect(await notes('channel:smoke')).toEqual(['There is no channel called “smoke”.']);
    expect(await notes('tag:zzz')).toEqual(['Nothing is tagged “zzz”.']);
    expect(await notes('circle:zzz')).toEqual(['There is no circle called “zzz”.']);
    const { parts } = await journal.ask('search.typing', { text: 'with:zzz a' });
    expect(parts).toEqual([
      { kind: 'unknownFilter', from: 0, to: 8 },
      { kind: 'word', from: 9, to: 10 },
    ]);
  });

  test('those who only mention somebody who never took part', async () => {
    const tom = await addPerson(journal, { name: 'Tom Pepys' });
    await addEntry(journal, { day: '2026-01-01', body: `Saw ${makeMention('Tom', tom)}.` });
    const answer = await journal.ask('search.typing', { text: 'with:tom' });
    expect(answer.entries.map(({ day }) => day)).toEqual(['2026-01-01']);
    expect(answer.notes).toEqual(['No entry has Tom Pepys as somebody who took part. These mention them.']);
  });
});

describe('keeps up', () => {
  test('with changes of people, tags, days and words', async () => {
    await journal.ask('people.update', { id: will, person: { name: 'William Howe', nicknames: [] } });
    expect(await days('howe dined')).toEqual([CLERK]);
    const { entries } = await journal.ask('search.typing', { text: 'telephoned' });
    const entry = await journal.ask('entries.get', { id: entries[0]?.id ?? '' });
    const { id, createdAt: _, changedAt: __, people, ...draft } = entry;
    await journal.ask('entries.update', {
      id,
      entry: {
        ...draft,
        day: '2020-02-02',
        body: 'Wrote instead',
        people: people.map((p) => ({ personId: p.id, role: p.role })),
      },
    });
    expect(await days('telephoned')).toEqual([]);
    expect(await days('wrote before:2021')).toEqual(['2020-02-02']);
    const { trashId } = await journal.ask('entries.remove', { id });
    expect(await days('wrote')).toEqual([]);
    await journal.ask('trash.restore', { trashId });
    expect(await days('wrote ania')).toEqual(['2020-02-02']);
  });

  test('when the file is opened again', async () => {
    journal.reopen();
    expect(await days('"my wife"')).toEqual([CALL, FRIDAY]);
  });
});

describe('completes', () => {
  const complete = async (text: string) => {
    const { options, ...range } = await journal.ask('search.complete', { text, caret: text.length });
    return { ...range, options: options.map((option) => option.text) };
  };
  test.each([
    ['wi', { from: 0, to: 2, options: ['with:'] }],
    ['x chan', { from: 2, to: 6, options: ['channel:'] }],
    ['with:hew', { from: 0, to: 8, options: ['with:"Will Hewer"'] }],
    ['with:"Will H', { from: 0, to: 12, options: ['with:"Will Hewer"'] }],
    ['from:m', { from: 0, to: 6, options: ['from:me'] }],
    ['channel:in', { from: 0, to: 10, options: ['channel:"in person"'] }],
    ['#gar', { from: 0, to: 4, options: ['#garden'] }],
    ['-tag:w', { from: 1, to: 6, options: ['tag:work'] }],
    ['before:yes', { from: 0, to: 10, options: ['before:yesterday'] }],
    ['circle:cl', { from: 0, to: 9, options: ['circle:Close'] }],
    ['plain ', { from: 6, to: 6, options: [] }],
  ])('%s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  test('what it offers finds something', async () => {
    for (const text of ['with:', 'from:', 'tag:', 'about:']) {
      for (const option of (await complete(text)).options) {
        expect(
          (await journal.ask('search.typing', { text: option })).notes.filter((note) =>
            /Nobody|Nothing/.test(note),
          ),
        ).toEqual([]);
      }
    }
  });
});

test('any text is a valid query', async () => {
  const scraps = fc.constantFrom(
    ...[
      'with:',
      'about:',
      'from:',
      'tag:',
      'before:',
      'on:',
      'circle:',
      'channel:',
      '#',
      '"',
      '-',
      '*',
      'OR',
      ' ',
      'garden',
      'will',
      '北京市',
      '🎂',
      "'",
      '(',
      ')',
      'NEAR',
      '^',
      '\0',
      '\ud800',
      'ß',
      '{a}:',
      '2024',
    ],
  );
  const query = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(query, fc.nat(60), async (text, caret) => {
      const typed = await journal.ask('search.typing', { text });
      const run = await journal.ask('search.run', { text });
      await journal.ask('search.complete', { text, caret });
      expect(run.entries.map(({ id }) => id)).toEqual(typed.entries.map(({ id }) => id));
      for (const { snippet, snippetHighlights } of typed.entries) {
        for (const [from, to] of snippetHighlights) expect(snippet.slice(from, to)).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('pages go on where the last one ended', async () => {
  for (let i = 0; i < 60; i++)
    await addEntry(journal, { day: '2026-03-01', body: `letter ${'and so on '.repeat(i % 7)}` });
  for (const order of ['best', 'newest'] as const) {
    const whole = await journal.ask('search.run', { text: 'letter', order, limit: 200 });
    const pages = [];
    for (let offset = 0; offset < 60; offset += 25) {
      pages.push(await journal.ask('search.run', { text: 'letter', order, offset, limit: 25 }));
    }
    expect(pages.flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(
      whole.entries.map(({ id }) => id),
    );
    expect(pages.map(({ more, count }) => [more, count])).toEqual([
      [true, 60],
      [true, 60],
      [false, 60],
    ]);
  }
});
