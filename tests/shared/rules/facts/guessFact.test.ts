import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factDraft } from '../../../../src/shared/models/fact.ts';
import { guessFact } from '../../../../src/shared/rules/facts/guessFact.ts';

/** The day on which the words were written, a Sunday. */
const DAY = '2026-11-22';

describe('guessFact', () => {
  test.each([
    ['works at Bright & Co.', 'work', 'employer', 'Bright & Co.', null],
    ['She works at Northwind since March 2024.', 'work', 'employer', 'Northwind', '2024-03'],
    ['has started at the library, three days a week', 'work', 'employer', 'the library', null],
    ['working as a set designer', 'work', 'role', 'set designer', null],
    ['Tom is a music teacher in Leeds', 'work', 'role', 'music teacher in Leeds', null],
    ['studies at Delft', 'work', 'school', 'Delft', null],
    ['got promoted', 'work', '', 'got promoted', null],
    ['grew up in Ystad, by the sea', 'origin', 'home town', 'Ystad', null],
    ['comes from a village near Porto', 'origin', 'home town', 'a village near Porto', null],
    ['was born in Accra', 'origin', 'birthplace', 'Accra', null],
    ['moved to Leeds in 2019', 'places', 'lives in', 'Leeds in 2019', '2019'],
    ['lives in Bath.', 'places', 'lives in', 'Bath', null],
    ['Her daughter Mia plays the cello', 'family', 'daughter', 'Her daughter Mia plays the cello', null],
    ['two children', 'family', 'children', 'two children', null],
    ['his husband Ben', 'family', 'husband', 'his husband Ben', null],
    ['her birthday is soon', 'dates', 'birthday', 'her birthday is soon', null],
    ['likes horses', 'preferences', 'likes', 'horses', null],
    ['a dog called Pixel', 'family', 'pet', 'a dog called Pixel', null],
    ['sings in the parish choir', 'groups', 'member of', 'the parish choir', null],
    ['volunteers at the food bank', 'groups', 'volunteers at', 'the food bank', null],
    ['loves climbing in winter.', 'interests', 'hobby', 'climbing in winter', null],
    ['plays the viola', 'interests', 'plays', 'viola', null],
    ['is into old maps', 'interests', '', 'old maps', null],
    ['likes tea, and rain. We talked long.', 'preferences', 'likes', 'tea, and rain', null],
    ['can’t stand coriander', 'preferences', 'dislikes', 'coriander', null],
    ['allergic to nuts', 'health', 'allergy', 'nuts', null],
    ['She is vegan now', 'health', 'diet', 'She is vegan now', null],
    ['exam on 12 December', 'dates', 'exam', 'exam on 12 December', '2026-12-12'],
    ['her driving exam is next Friday', 'dates', 'exam', 'her driving exam is next Friday', '2026-11-27'],
    ['birthday on 3 May', 'dates', 'birthday', '3 May', '--05-03'],
    ['her birthday is 29 February', 'dates', 'birthday', '29 February', '--02-29'],
    ['born on 3 May 1984', 'dates', 'birthday', '3 May 1984', '1984-05-03'],
    ['born in 1984', 'dates', 'birthday', '1984', '1984'],
    ['an exam some day', 'other', '', 'an exam some day', null],
    ['tall', 'other', '', 'tall', null],
  ] as const)('%j', (words, facet, label, text, date) => {
    expect(guessFact(words, DAY)).toEqual({ facet, label, text, date });
  });

  test.each(['used to work at Bright & Co.', 'no longer lives in Bath'])(
    'lets what was, %j, take the place of nothing',
    (words) => {
      expect(guessFact(words, DAY)).toMatchObject({ label: '', text: words });
    },
  );

  test.each([
    ['3/4', null],
    ['12/25/2026', null],
    ['the wedding is on 31 December', '2026-12-31'],
    ['the wedding is on 1 January', '2027-01-01'],
    ['tomorrow', '2026-11-23'],
    ['in two weeks', '2026-12-06'],
    ['since 2019', '2019'],
    ['on 2026-05-03', '2026-05-03'],
    ['on 2026-02-31', null],
    ['it may rain', null],
    ['room 2019', null],
  ])('finds in %j the date %j', (words, date) => {
    expect(guessFact(words, DAY).date).toBe(date);
  });

  test('offers only what can be kept, and no word that was not there', () => {
    const anyWords = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'works at',
            'Bright & Co.',
            'likes',
            'and',
            'birthday',
            '30 February',
            '\n',
            'her',
            'son',
            '.',
          ),
          {
            maxLength: 12,
          },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anyWords, (words) => {
        const guessed = guessFact(words, DAY);
        expect(words.replace(/\s+/g, ' ')).toContain(guessed.text);
        if (guessed.text === '') return;
        const draft = { ...guessed, learnedOn: DAY, entryId: null, quote: '' };
        expect(factDraft.safeParse(draft).success).toBe(true);
      }),
    );
  });

  test('reads the beginning of a page, and nothing of a book', () => {
    const page = 'works at Northwind and '.repeat(200);
    expect(guessFact(page, DAY)).toMatchObject({ facet: 'work', label: 'employer' });
    const book = 'works at Northwind and '.repeat(100_000);
    expect(guessFact(book, DAY)).toEqual({ facet: 'other', label: '', text: book, date: null });
  });
});
