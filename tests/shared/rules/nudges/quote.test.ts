import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeMention } from '../../../../src/shared/rules/mentions.ts';
import { quoteAbout, quoteRange } from '../../../../src/shared/rules/nudges/quote.ts';
import { testId } from '../../../support/ids.ts';

const tom = testId(1);
const lisa = testId(2);
const at = (name: string, id: string) => makeMention(name, id);

describe('the words about somebody', () => {
  test.each([
    ['the sentence that mentions them', `Up early. ${at('Tom', tom)} sold his boat today. Rain.`, 1],
    [
      'the first telling one of several',
      `${at('Tom', tom)} came. ${at('Tom', tom)} has sold his old boat.`,
      1,
    ],
    ['a short one, if there is no other', `Up. ${at('Tom', tom)} came. Rain.`, 1],
    ['the one that calls them by name', `We walked far. Tom has sold his boat. It rained all day.`, 1],
    ['not one in which another word holds the name', 'Tomorrow we leave early. He sold it.', 0],
    [
      'the first that mentions nobody else',
      `${at('Lisa', lisa)} cooked for all. The soup was good indeed.`,
      1,
    ],
    ['the first telling one, if they are not named', 'Up. We rowed to the weir.', 1],
    ['one that mentions others, if there is nothing else', `${at('Lisa', lisa)} cooked for all of us.`, 0],
  ])('are %s', (_, body, index) => {
    const sentences = body.split(/(?<=[.])\s/);
    expect(quoteAbout(body, tom, ['Tom Reed', 'Tom'])).toBe(sentences[index]);
  });

  test.each(['', '   ', '```\ncode\n```', '---'])('are none in %j', (body) => {
    expect(quoteAbout(body, tom, [])).toBeNull();
  });

  test('of a list are the item, without its mark', () => {
    expect(quoteAbout(`# Day\n\n- bread and milk\n- call ${at('Tom', tom)} about it`, tom, [])).toBe(
      `call ${at('Tom', tom)} about it`,
    );
  });
});

describe('a long sentence', () => {
  const clause = (word: string) => `${word} we went on and on without an end in sight for anybody`;
  const long = `${clause('First')}, ${clause('then')}, ${at('Tom', tom)} sold his boat, ${clause('after which')}, ${clause('until')}, ${clause('and so')}, ${clause('at last')}.`;

  test('is cut where its clauses end, around the person', () => {
    const quote = quoteAbout(long, tom, []) ?? '';
    expect(quote).toContain(`${at('Tom', tom)} sold his boat`);
    expect(quote.startsWith('First')).toBe(true);
    expect(quote.endsWith(',')).toBe(false);
    expect(long).toContain(`${quote},`);
  });

  test('is not cut at a comma inside a name', () => {
    const comma = at('Lisa, of the weir', lisa);
    const quote = quoteAbout(
      `${at('Tom', tom)} ${'went on '.repeat(32)} with ${comma} ${'and on '.repeat(30)}`,
      tom,
      [],
    );
    expect(quote).not.toBeNull();
    expect(quote?.split('@[').length).toBe(quote?.split('](person:').length);
  });

  test('is preferred only where there is no shorter one about the person', () => {
    expect(quoteAbout(`${long} ${at('Tom', tom)} is glad of it.`, tom, [])).toBe(
      `${at('Tom', tom)} is glad of it.`,
    );
  });

  test('without a comma ends at a space', () => {
    const body = `${at('Tom', tom)} ${'went on '.repeat(100)}`;
    const quote = quoteAbout(body, tom, []) ?? '';
    expect(quote.endsWith('on') || quote.endsWith('went')).toBe(true);
    expect(quote.length).toBeLessThan(400);
  });

  test('of two million characters is cut as well', () => {
    const body = `${at('Tom', tom)} ${'a, b; '.repeat(330_000)}`;
    expect(quoteAbout(body, tom, [])?.startsWith(at('Tom', tom))).toBe(true);
  });
});

describe('a marked stretch', () => {
  test('is quoted without the spaces around it', () => {
    expect(quoteRange('One.  Two came. ', { from: 4, to: 16 })).toBe('Two came.');
  });
  test.each([
    ['nothing', { from: 3, to: 3 }],
    ['only marks', { from: 0, to: 2 }],
    ['beyond the end', { from: 90, to: 99 }],
  ])('of %s is none', (_, range) => {
    expect(quoteRange('.. words', range)).toBeNull();
  });
});

const word = fc.oneof(
  // Without the beginnings and ends of mentions, so that those that are there can be counted.
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[@\]]/g, '')),
  fc.constantFrom(
    '. ',
    ', ',
    '\n\n',
    '(',
    ')',
    '“',
    ' — ',
    at('Tom', tom),
    at('Lisa, of [there]', lisa),
    '`x`',
    'Tom',
  ),
  fc.lorem({ maxCount: 5 }),
);

test('a quotation is never empty, always word for word, and never half of a mention', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.nat(), fc.nat(), (words, from, to) => {
      const body = words.join(' ');
      const range = { from: from % (body.length + 1), to: to % (body.length + 1) };
      for (const quote of [quoteAbout(body, tom, ['Tom']), quoteRange(body, range)]) {
        if (quote === null) continue;
        expect(quote.trim()).not.toBe('');
        expect(body).toContain(quote);
      }
      const about = quoteAbout(body, tom, ['Tom']) ?? '';
      expect(about.split('@[').length).toBe(about.split('](person:').length);
    }),
    { numRuns: 500 },
  );
});
