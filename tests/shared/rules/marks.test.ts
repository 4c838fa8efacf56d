import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markKinds } from '../../../src/shared/rules/markKinds.ts';
import { findMarks, hideMarks } from '../../../src/shared/rules/marks.ts';

const marksOf = (text: string) =>
  findMarks(text).map(({ kind, sentence }) => [kind, text.slice(sentence.from, sentence.to)]);

describe('findMarks', () => {
  it.each([
    ['Lent her my atlas !gave', [['gave', 'Lent her my atlas !gave']]],
    ['Tea. Lent her my atlas !gave. Then rain.', [['gave', 'Lent her my atlas !gave.']]],
    ['She said I saved her year. !kind', [['kind', 'She said I saved her year. !kind']]],
    ['I saved her year. !kind Then rain.', [['kind', 'I saved her year. !kind']]],
    [
      'Tea. !kind !gave\nThen rain.',
      [
        ['kind', 'Tea. !kind !gave'],
        ['gave', 'Tea. !kind !gave'],
      ],
    ],
    ['Tea. !told her all. Rain.', [['told', '!told her all.']]],
    ['Tea.\n\n!told Ann all.', [['told', '!told Ann all.']]],
    ['(!asked) for a ladder', []],
    ['!told her of the move', [['told', '!told her of the move']]],
    [
      'Lent it !gave and got plums !received',
      [
        ['gave', 'Lent it !gave and got plums !received'],
        ['received', 'Lent it !gave and got plums !received'],
      ],
    ],
    [
      '- one !gave\n- two !asked',
      [
        ['gave', 'one !gave'],
        ['asked', 'two !asked'],
      ],
    ],
    [
      'I’ll call !promise, he will write !theirs',
      [
        ['promise', 'I’ll call !promise, he will write !theirs'],
        ['theirs', 'I’ll call !promise, he will write !theirs'],
      ],
    ],
    ['!gave', [['gave', '!gave']]],
    ['Wow!gave', []],
    ['!gavel !GAVE !gave-up', []],
    ['![gave](gave.png) \\!gave', []],
    ['`!gave` and\n```\n!asked\n```', []],
    ['Oh! gave it', []],
  ])('in %j', (text, expected) => {
    expect(marksOf(text)).toEqual(expected);
  });

  it('gives marks in order, each inside its sentence, whatever the text', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...markKinds.map((kind) => `!${kind}`),
        '.',
        '!',
        '?',
        '\n',
        '\n\n',
        ' ',
        '`',
        '- ',
        '> ',
        '@[A](person:x)',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(word).map((words) => words.join(' ')),
        (text) => {
          let last = 0;
          for (const { kind, from, to, sentence } of findMarks(text)) {
            expect(text.slice(from, to)).toBe(`!${kind}`);
            expect(from).toBeGreaterThanOrEqual(last);
            expect(sentence.from <= from && to <= sentence.to).toBe(true);
            last = to;
          }
        },
      ),
    );
  });
});

describe('hideMarks', () => {
  it.each([
    ['Lent her my atlas !gave. Rain.', 'Lent her my atlas. Rain.'],
    ['!told her of the move', 'her of the move'],
    ['- !gave plums\n  more', '- plums\n  more'],
    ['one\n  !gave two', 'one\n  two'],
    ['No mark! Not one.', 'No mark! Not one.'],
    ['!gave', ''],
  ])('of %j leaves %j', (text, left) => {
    expect(hideMarks(text)).toBe(left);
  });

  it('leaves no mark, and every text without one as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('!gave', '!kind', '\n', ' '), fc.string())), (parts) => {
        const text = parts.join(' ');
        if (findMarks(text).length === 0) expect(hideMarks(text)).toBe(text);
        else expect(hideMarks(text).length).toBeLessThan(text.length);
      }),
    );
  });
});
