import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber, isDay } from '../../../../src/shared/models/day.ts';
import { makeMention } from '../../../../src/shared/rules/mentions.ts';
import { findPromises, type PromisePerson } from '../../../../src/shared/rules/promises/findPromises.ts';
import { testId } from '../../../support/ids.ts';

/** A Wednesday. */
const day = '2026-11-18';
const names = ['Lisa Reed', 'Tom Ames', 'Sam'] as const;
const ids = new Map(names.map((name, i) => [name.split(' ')[0] ?? name, testId(i + 1)]));

function person(first: string, role: PromisePerson['role']): PromisePerson {
  const personId = ids.get(first) ?? '';
  return { personId, names: names.filter((name) => name.startsWith(first)), role };
}

const lisa = [person('Lisa', 'with')];
const everybody = [person('Lisa', 'with'), person('Tom', 'with'), person('Sam', 'mentioned')];

/** What is found in words in which `@Lisa` is a mention, in short: `me Lisa 2026-11-20`. */
function find(words: string, people: readonly PromisePerson[] = lisa): readonly string[] {
  const text = words.replace(/@(\w+)/g, (all, first: string) => makeMention(first, ids.get(first) ?? all));
  const nameOf = (id: string) => [...ids].find(([, known]) => known === id)?.[0] ?? '?';
  return findPromises(text, { day, people }).map((found) =>
    [found.madeBy, found.personIds.map(nameOf).join('+') || '-', found.due ?? '-'].join(' '),
  );
}

describe('my promises', () => {
  test.each<[string, string]>([
    ["I'll send her the book by Friday", 'me Lisa 2026-11-20'],
    ['I’ll send her the book by Friday.', 'me Lisa 2026-11-20'],
    ['I will send @Tom the recipe tomorrow.', 'me Tom 2026-11-19'],
    ['I promised to call Tom', 'me - -'],
    ['I promised to call @Tom on Monday.', 'me Tom 2026-11-23'],
    ['I promised on Monday to call @Tom.', 'me Tom -'],
    ['I promised Lisa that I would bring the photos.', 'me Lisa -'],
    ["I've promised her a jar of honey.", 'me Lisa -'],
    ['I promise to write more often.', 'me Lisa -'],
    ['Promised @Sam the long ladder.', 'me Sam -'],
    ['remind me to return the drill', 'me Lisa -'],
    ['Remind me to ask her about the exam on 12 December.', 'me Lisa 2026-12-12'],
    ['Please remind me on Friday to water the plants', 'me Lisa 2026-11-20'],
    ['I owe Sam a reply', 'me - -'],
    ['I owe @Sam a reply.', 'me Sam -'],
    ['Still owe @Tom £20.', 'me Tom -'],
    ['I still owe a letter to @Tom.', 'me Tom -'],
    ['I said I’d let her know by the end of the week.', 'me Lisa 2026-11-22'],
    ['I told Lisa I would look after the cat next weekend.', 'me Lisa 2026-11-29'],
    ['I offered to drive her to the airport.', 'me Lisa -'],
    ['I agreed to review the draft before Monday.', 'me Lisa 2026-11-22'],
    ["I'm going to bake him a cake for Saturday.", 'me Lisa 2026-11-21'],
    ['We’ll send them the keys next week.', 'me Lisa 2026-11-29'],
    ['Tomorrow I’ll bring her the soup.', 'me Lisa 2026-11-19'],
    ['By Friday, I’ll have to return the books to her.', 'me Lisa 2026-11-20'],
    ["I'll get back to @Tom in two weeks.", 'me Tom 2026-12-02'],
    ["I'll let her know if I can come.", 'me Lisa -'],
    ["I'll ask @Sam whether he knows a plumber.", 'me Sam -'],
    ['Will send her the photos tonight.', 'me Lisa 2026-11-18'],
    ["I won't forget to water her plants.", 'me Lisa -'],
    ['Must not forget to post his parcel', 'me Lisa -'],
    ['Don’t forget to thank @Tom.', 'me Tom -'],
    ['I must get back to her about the house.', 'me Lisa -'],
    ['I need to reply to @Sam.', 'me Sam -'],
    ['We talked for hours, and I will lend her **the tent** in March.', 'me Lisa 2027-03-31'],
    ["I'll introduce @Lisa to @Sam.", 'me Lisa+Sam -'],
    ["I'll call Bob back tomorrow.", 'me - 2026-11-19'],
    ["I'll also definitely help her move on the 5th.", 'me Lisa 2026-12-05'],
    ['- [ ] I’ll pick her up at 5 tomorrow', 'me Lisa 2026-11-19'],
    ['I gave her my word.', 'me Lisa -'],
    ["I'll visit her before Christmas.", 'me Lisa 2026-12-24'],
    ["I'm sending her the book tomorrow.", 'me Lisa 2026-11-19'],
    ['Need to send @Tom the slides by Friday.', 'me Tom 2026-11-20'],
    ['She asked me to water her plants, and I said I would.', 'me Lisa -'],
    ['I promised Lisa’s mother that I’d visit.', 'me Lisa -'],
    ['I must call Lisa back tomorrow.', 'me Lisa 2026-11-19'],
  ])('%s', (words, promise) => {
    expect(find(words)).toEqual([promise]);
  });
});

describe('promises of others', () => {
  test.each<[string, string]>([
    ['she will let me know next week', 'them Lisa 2026-11-29'],
    ['Tom promised me the recipe', 'them - -'],
    ['@Tom promised me the recipe.', 'them Tom -'],
    ['She promised to call on Sunday.', 'them Lisa 2026-11-22'],
    ['She’ll send me the address tomorrow.', 'them Lisa 2026-11-19'],
    ['@Tom is going to lend me his drill this weekend.', 'them Tom 2026-11-22'],
    ['@Tom and @Sam will help us paint the hall.', 'them Tom+Sam -'],
    ['She said she would bring back my umbrella.', 'them Lisa -'],
    ['Lisa told me she’ll ask her brother about it and get back to me.', 'them Lisa -'],
    ['@Sam owes me a coffee.', 'them Sam -'],
    ['Sam still owes us £40.', 'them - -'],
    ['My sister will send me the photos.', 'them - -'],
    ['The plumber will call me back on Monday.', 'them - 2026-11-23'],
    ['Mark will let me know by noon.', 'them - 2026-11-18'],
    ['@Tom will call on Friday.', 'them Tom 2026-11-20'],
    ['She offered to proofread my letter.', 'them Lisa -'],
    ['He agreed to send the contract by 1 December.', 'them Lisa 2026-12-01'],
    ['They’ll be in touch.', 'them Lisa -'],
    ['She gave me her word that she would come.', 'them Lisa -'],
    ["She'll tell me if the job is still free.", 'them Lisa -'],
    ['Lisa will send me her notes tomorrow', 'them Lisa 2026-11-19'],
    ['Lisa will check with her boss and let me know.', 'them Lisa -'],
    ['Lisa is bringing dessert on Saturday.', 'them Lisa 2026-11-21'],
    ['He told me he’d pay me back next month.', 'them Lisa 2026-12-31'],
    ['My brother will pick me up from the station on Sunday.', 'them - 2026-11-22'],
  ])('%s', (words, promise) => {
    expect(find(words)).toEqual([promise]);
  });

  test.each<[string, string]>([
    ['She said: “I’ll call you tomorrow.”', 'them Lisa 2026-11-19'],
    ['“I’ll call you tomorrow,” she said.', 'them Lisa 2026-11-19'],
    ['"We will pick you up at noon," said @Tom.', 'them Tom 2026-11-18'],
    ['Bob: “I’ll send you the list.”', 'them - -'],
    ['She wrote, “Dear all, I will let you know by Friday.”', 'them Lisa 2026-11-20'],
    ['I told her: “I’ll lend you the tent.”', 'me Lisa -'],
    ['I said “I’ll write to you next week.”', 'me Lisa 2026-11-29'],
  ])('what was said word for word: %s', (words, promise) => {
    expect(find(words)).toEqual([promise]);
  });

  test('both sides of a sentence are found', () => {
    expect(find("I'll send her the draft tomorrow, and she will call me on Friday.")).toEqual([
      'me Lisa 2026-11-19',
      'them Lisa 2026-11-20',
    ]);
  });
});

describe('no promises', () => {
  test.each([
    "I'll be honest",
    'I will never forget',
    "I'll be honest with her.",
    'I will never forget her face.',
    'I’ll miss her.',
    "I'll admit that she was right.",
    'Will I send her the book?',
    'Shall I call her tomorrow?',
    'Will she let me know?',
    '“I will be a doctor one day,” she said.',
    'She said: "One day we will all be happy."',
    '> I will send you the book tomorrow.',
    '“I will show you,” he said, “if you come.”',
    'The sign read “We will serve you tomorrow.”',
    'She sang “I will follow you.”',
    'She said: “I will never tell you.”',
    '“Will I call you?” she asked.',
    'He will be forty in May.',
    'She will marry @Tom in June.',
    'She will start the new job next week.',
    'If it rains I will call her.',
    'I will call her unless she calls first.',
    "I'll probably send her a card.",
    'Maybe I will write to her.',
    'I would send her the book.',
    'I could have called her.',
    'I sent her the book on Friday.',
    'She sent me the book.',
    'She would send me postcards every summer.',
    'I think she will call me.',
    'I hope she’ll let me know.',
    'I wonder when she will call me.',
    "I won't send her anything.",
    'I will not call her again.',
    'She will not let me know.',
    'I promised myself to sleep more.',
    'I owe her everything.',
    'I owe her a lot.',
    'I owe it to her.',
    'She owes me nothing.',
    "I'll call it a day.",
    "I'll give her that.",
    "I'll tell you what: it was fun.",
    'It will help me sleep.',
    'The walk will do me good.',
    'Winter will bring us snow.',
    'I will go to the gym tomorrow.',
    'I’ll read more next year.',
    'She will call her mother tomorrow.',
    'He promised his wife to come home early.',
    'This song will always remind me to breathe.',
    'I said I would call her, but I forgot.',
    '`I will send her the book`',
    'She wants me to remind her.',
    'A promising start.',
    'The land promised to their fathers.',
    'He says I will call him a fool one day.',
    'We will see.',
    "I'll take the train to Leeds.",
    'Every time she will tell me the same story.',
    'I wish I had promised her more.',
    "I'll take her word for it.",
    "We're going to visit Grandma next weekend.",
    'I have to call the bank tomorrow.',
    'I need to sleep by ten.',
    'She vowed to quit her job.',
    'He promised never to drink again.',
    'She asked me to send her the slides.',
    'Lisa is bringing up her children alone.',
    "I'll see her on Friday.",
    "She's going to have a baby in May.",
    'I agreed with her.',
    'I offered her a seat.',
    "I'd like to send her the book tomorrow.",
    '',
  ])('%s', (words) => {
    expect(find(words)).toEqual([]);
  });

  test('nobody to whom it is made', () => {
    expect(find('I will post the form tomorrow.', [])).toEqual([]);
    expect(find('I will post her the form tomorrow.', [])).toEqual(['me - 2026-11-19']);
  });
});

describe('days', () => {
  test.each<[string, string | null]>([
    ['by Friday', '2026-11-20'],
    ['on Wednesday', '2026-11-25'],
    ['today', '2026-11-18'],
    ['tonight', '2026-11-18'],
    ['in the morning', '2026-11-19'],
    ['the day after tomorrow', '2026-11-20'],
    ['next Friday', '2026-11-27'],
    ['this week', '2026-11-22'],
    ['next week', '2026-11-29'],
    ['by the end of next week', '2026-11-29'],
    ['this weekend', '2026-11-22'],
    ['by the end of the month', '2026-11-30'],
    ['next month', '2026-12-31'],
    ['next year', '2027-12-31'],
    ['in December', '2026-12-31'],
    ['by February', '2027-02-01'],
    ['before Friday', '2026-11-19'],
    ['in three days', '2026-11-21'],
    ['within a week', '2026-11-25'],
    ['in a fortnight', '2026-12-02'],
    ['on 3 January', '2027-01-03'],
    ['on 2026-12-24', '2026-12-24'],
    ['on the 20th', '2026-11-20'],
    ['on the 31st', '2026-12-31'],
    ['on the 32nd', null],
    ['by 31 February', null],
    ['on 2026-11-31', null],
    ['by 30 Feb 2027', null],
    ['on 31/04/2027', null],
    ['on 3/4/2027', null],
    ['on 5 May 2020', null],
    ['last Friday', null],
    ['yesterday', null],
    ['in 500 years', null],
    ['soon', null],
    ['after we sat down', null],
    ['a week from Monday', null],
    ['on Friday the 13th', null],
  ])('%s', (when, due) => {
    const [found] = findPromises(`I'll send her the book ${when}.`, { day, people: lisa });
    expect(found?.due).toBe(due);
  });

  test.each([
    ['2028-02-28', 'tomorrow', '2028-02-29'],
    ['2027-12-31', 'next month', '2028-01-31'],
    ['1663-06-01', 'by Sunday', '1663-06-03'],
    ['9999-12-31', 'tomorrow', null],
    ['0001-01-01', 'tomorrow', '0001-01-02'],
  ])('on %s, %s', (madeOn, when, due) => {
    const [found] = findPromises(`I'll send her the book ${when}.`, { day: madeOn, people: lisa });
    expect(found).toBeDefined();
    expect(found?.due).toBe(due);
  });
});

describe('people', () => {
  test.each<[string, readonly PromisePerson[], string]>([
    ['Supper with everybody. @Tom was late. He will send me the notes.', everybody, 'them Tom -'],
    ['They will send me the notes.', everybody, 'them Lisa+Tom -'],
    ["I'll send them the notes.", everybody, 'me Lisa+Tom -'],
    ['Sam told us a lot. I’ll lend him a book.', everybody, 'me Lisa+Tom -'],
    ['Lisa will call me on Monday.', everybody, 'them Lisa 2026-11-23'],
    ['Tom Ames will call me on Monday.', everybody, 'them Tom 2026-11-23'],
    ['@Sam came by. He’ll bring us the ladder.', [], 'them Sam -'],
    ['She’ll bring us the ladder.', [], 'them - -'],
  ])('%s', (words, people, promise) => {
    expect(find(words, people)).toEqual([promise]);
  });

  test('a name that two people share is nobody’s', () => {
    const two = [
      { personId: testId(7), names: ['Ann Lee'], role: 'with' },
      { personId: testId(8), names: ['Ann Poe'], role: 'with' },
    ] as const;
    const found = (words: string) => findPromises(words, { day, people: two })[0]?.personIds;
    expect(found('Ann Poe will call me.')).toEqual([testId(8)]);
    expect(found('Ann will call me.')).toEqual([]);
  });
});

describe('whatever the text', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      "I'll send her ",
      'the book',
      ' by Friday',
      '. ',
      '\n',
      '\n\n',
      '> ',
      '“',
      '”',
      '"',
      'she will ',
    ),
    fc.constantFrom(
      'let me know',
      ' next week',
      '?',
      ' if ',
      'I promised ',
      'to call ',
      '@[Ann](person:',
      '`',
      '31 Feb',
    ),
    fc.constantFrom(
      makeMention('Tom', testId(2)),
      'I owe Sam a reply',
      '\uE0000\uE001',
      '\uE000',
      'in 9999999 years ',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  const days = fc.integer({ min: 1, max: dayNumber('9999-12-31') }).map(dayOfNumber);

  test('ranges lie in it in order, sentences are word for word, and days are days to come', () => {
    fc.assert(
      fc.property(texts, days, (text, madeOn) => {
        let last = 0;
        for (const found of findPromises(text, { day: madeOn, people: everybody })) {
          expect(found.from).toBeGreaterThanOrEqual(last);
          expect(found.to).toBeLessThanOrEqual(text.length);
          expect(found.sentence).toBe(text.slice(found.from, found.to));
          expect(found.sentence.trim()).not.toBe('');
          if (found.due !== null) {
            expect(isDay(found.due)).toBe(true);
            expect(found.due >= madeOn).toBe(true);
          }
          last = found.from;
        }
      }),
    );
  });

  test('the names of people may be anything', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (any) => {
        const people = [{ personId: testId(1), names: any, role: 'with' }] as const;
        expect(findPromises("I'll send her the book. Ann will call me.", { day, people })).toHaveLength(2);
      }),
    );
  });

  test.each([
    "I'll send her the book ",
    "I'll send her the book. ",
    'I owe ',
    'she said she ',
    '“I’ll call you',
    '> I’ll call you tomorrow\n',
    'I will ',
    "'ll",
    '@[Tom](person:',
    '\n',
  ])(
    'a long run of “%s” is read once',
    (piece) => {
      // A quadratic reading of this takes minutes, and the runner ends it.
      const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
      expect(findPromises(text, { day, people: everybody }).length).toBeLessThanOrEqual(50);
    },
    10_000,
  );
});
