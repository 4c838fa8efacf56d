import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findMentions,
  makeMention,
  renameMentions,
  replaceMentions,
  sayMentions,
} from '../../../src/shared/rules/mentions.ts';
import { testId } from '../../support/ids.ts';

const ada = testId(1);
const bob = testId(2);
const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((name) => !/[\n\r]/.test(name));
const hostile = fc
  .array(
    fc.constantFrom('@', '[', ']', '(', ')', '\\', '`', '```', '~~~', '\n', '\n\n', 'person:', ada, 'x', ' '),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

describe('finding', () => {
  test('gives names, ids and exact places', () => {
    const text = `With @[Ada](person:${ada}), then @[Bob \\[B\\] \\\\](person:${bob}).`;
    const found = findMentions(text);
    expect(found.map(({ name, personId }) => [name, personId])).toEqual([
      ['Ada', ada],
      ['Bob [B] \\', bob],
    ]);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual([
      `@[Ada](person:${ada})`,
      `@[Bob \\[B\\] \\\\](person:${bob})`,
    ]);
  });

  test.each([
    ['an escaped at sign', `\\@[Ada](person:${ada})`],
    ['an escaped bracket', `@\\[Ada](person:${ada})`],
    ['a link', `[Ada](person:${ada})`],
    ['another target', `@[Ada](https:${ada})`],
    ['an id of another kind', '@[Ada](person:123e4567-e89b-12d3-a456-426614174000)'],
    ['a name over two lines', `@[Ada\nLovelace](person:${ada})`],
    ['no end', `@[Ada](person:${ada}`],
    ['a code span', `\`@[Ada](person:${ada})\``],
    ['a longer code span', `\`\` a \` @[Ada](person:${ada}) \`\``],
    ['a fenced block', `\`\`\`\n@[Ada](person:${ada})\n\`\`\``],
    ['a fence that never ends', `~~~ text\n@[Ada](person:${ada})`],
    ['a fence in a quote', `> \`\`\`\n> @[Ada](person:${ada})\n> \`\`\``],
  ])('%s is no mention', (_, text) => {
    expect(findMentions(text)).toEqual([]);
  });

  test.each([
    ['an escaped backslash before it', `\\\\@[Ada](person:${ada})`],
    ['an open bracket before it', `[@[Ada](person:${ada})`],
    ['another opening before it', `@[@[Ada](person:${ada})`],
    ['a backtick that is never closed', `a \` b @[Ada](person:${ada})`],
    ['an escaped backtick before it', `\\\`@[Ada](person:${ada})\``],
    ['a backtick in another paragraph', `a \` b\n\n@[Ada](person:${ada}) \``],
    ['after a fence', `\`\`\`\ncode\n\`\`\`\n@[Ada](person:${ada})`],
    ['an id in capitals', `@[Ada](person:${ada.toUpperCase()})`],
    ['an indented line', `    @[Ada](person:${ada})`],
  ])('with %s it is one', (_, text) => {
    expect(findMentions(text).map(({ personId, name }) => [personId, name])).toEqual([[ada, 'Ada']]);
  });

  test('any name survives being made and found', () => {
    fc.assert(
      fc.property(names, (name) => {
        const text = `Saw ${makeMention(name, ada)} today`;
        expect(findMentions(text)).toEqual([{ from: 4, to: text.length - 6, name, personId: ada }]);
      }),
    );
  });

  test('line breaks in a name become spaces', () => {
    expect(findMentions(makeMention('Ada\r\nLovelace', ada))[0]?.name).toBe('Ada Lovelace');
  });

  test('any text is fine, and what is found is what stands there', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        let end = 0;
        for (const { from, to, personId } of findMentions(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(from, from + 2)).toBe('@[');
          expect(text.slice(from, to).toLowerCase()).toContain(`](person:${personId})`);
          end = to;
        }
      }),
    );
  });

  test.each([
    ['openings', '@['],
    ['names without an end', `@[${'a'.repeat(50)}`],
    ['names that stop at the id', '@[a](person:'],
    ['backslashes', '\\'],
    ['backticks of every length', ''],
    ['escapes in a name', '\\]'],
  ])(
    'long runs of %s are read once',
    (_, piece) => {
      const run = piece
        ? piece.repeat(Math.ceil(300_000 / piece.length))
        : Array.from({ length: 700 }, (_, i) => '`'.repeat(i + 1)).join(' ');
      // A quadratic reading of this takes minutes, and the runner ends it.
      expect(findMentions(`@[${run}`)).toEqual([]);
    },
    5_000,
  );
});

describe('changing', () => {
  const text = `A @[Ada](person:${ada}) b \`@[Ada](person:${ada})\` @[Bob](person:${bob})!`;

  test('renames one person and leaves all else', () => {
    expect(renameMentions(text, ada, 'Countess [of] Lovelace')).toBe(
      `A @[Countess \\[of\\] Lovelace](person:${ada}) b \`@[Ada](person:${ada})\` @[Bob](person:${bob})!`,
    );
  });

  test('makes mentions into what is asked for', () => {
    expect(replaceMentions(text, ({ name }) => `[[${name}]]`)).toBe(
      `A [[Ada]] b \`@[Ada](person:${ada})\` [[Bob]]!`,
    );
  });

  test('says mentions as they read', () => {
    expect(sayMentions(text)).toBe(`A @Ada b \`@[Ada](person:${ada})\` @Bob!`);
  });

  test('giving each mention its own name back changes only how it is escaped', () => {
    fc.assert(
      fc.property(hostile, (any) => {
        const same = replaceMentions(any, (mention) => mention);
        expect(findMentions(same).map(({ name, personId }) => [name, personId])).toEqual(
          findMentions(any).map(({ name, personId }) => [name, personId]),
        );
        expect(replaceMentions(same, (mention) => mention)).toBe(same);
      }),
    );
  });
});
