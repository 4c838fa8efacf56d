import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitNote } from '../../../../src/shared/formats/markdownFolder/frontMatter.ts';
import { writeFrontMatter } from '../../../../src/shared/formats/markdownFolder/writeFrontMatter.ts';

describe('splitNote', () => {
  test('reads scalars as they are written', () => {
    const { fields } = splitNote('---\nborn: 1640-10-23\nalive: yes\ntime: 09:05\nnumber: 007\n---\n\nText');
    expect(fields.map(({ key, value }) => [key, value])).toEqual([
      ['born', '1640-10-23'],
      ['alive', 'yes'],
      ['time', '09:05'],
      ['number', '007'],
    ]);
  });

  test('takes one empty line away from the body, and no more', () => {
    expect(splitNote('---\na: b\n---\n\n\nText\n').body).toBe('\nText\n');
    expect(splitNote('---\na: b\n---\nText').body).toBe('Text');
    expect(splitNote('---\r\na: b\r\n---\r\n\r\nText\r\n').body).toBe('Text\r\n');
    expect(splitNote('---\na: b\n---').body).toBe('');
  });

  test.each([
    ['a rule at the top', '---\nJust a line.\n---\nText'],
    ['no end', '---\na: b\nText'],
    ['a rule further down', 'Text\n---\na: b\n---\n'],
    ['an indented rule', ' ---\na: b\n---\n'],
  ])('leaves alone: %s', (_what, text) => {
    expect(splitNote(text)).toEqual({ fields: [], body: text, broken: false });
  });

  test('keeps all of what is broken, and still says what it could make out', () => {
    const text = '---\ntags: [person]\ntitle: a: b\n---\nText';
    const note = splitNote(text);
    expect(note.broken).toBe(true);
    expect(note.body).toBe(text);
    expect(note.fields[0]).toMatchObject({ key: 'tags', value: ['person'] });
  });

  test('gives the lines of each field', () => {
    const { fields } = splitNote('---\na: 1 # one\nb:\n  c: [x]\n  d: y\ne: |\n  f\n---\n');
    expect(fields.map(({ source }) => source)).toEqual([
      'a: 1 # one\n',
      'b:\n  c: [x]\n  d: y\n',
      'e: |\n  f\n',
    ]);
  });

  test.each([
    ['deep brackets', `---\na: ${'['.repeat(20_000)}\n---\nText`],
    [
      'many aliases',
      `---\na: &a [x]\n${Array.from({ length: 2000 }, (_, i) => `b${i}: [*a, *a]`).join('\n')}\n---\nText`,
    ],
    ['tags of other languages', '---\na: !!js/function "x"\nb: !!binary aGk=\n---\nText'],
  ])('survives %s', (_what, text) => {
    expect(splitNote(text).body.endsWith('Text')).toBe(true);
  });

  test('never throws, and never loses text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (yaml, body) => {
        const text = `---\n${yaml}\n---\n${body}`;
        const note = splitNote(text);
        expect(text.endsWith(note.body)).toBe(true);
      }),
    );
  }, 60_000);
});

describe('writeFrontMatter', () => {
  const texts = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => text.trim() !== '' && !/\p{Cs}/u.test(text));

  test('writes what is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(texts, fc.oneof(texts, fc.array(texts, { minLength: 1 }))), {
          selector: ([key]) => key,
        }),
        (fields) => {
          const note = splitNote(`${writeFrontMatter(fields)}The body`);
          expect(note.broken).toBe(false);
          expect(note.fields.map(({ key, value }) => [key, value])).toEqual(fields);
          expect(note.body).toBe('The body');
        },
      ),
    );
  }, 60_000);

  test('quotes what other programs would take for something else than text', () => {
    expect(
      writeFrontMatter([
        ['time', '10:30'],
        ['yes', 'no way'],
        ['n', '12'],
        ['t', 'true'],
        ['d', '1999-01-02'],
      ]),
    ).toBe('---\ntime: "10:30"\nyes: no way\nn: "12"\nt: "true"\nd: 1999-01-02\n---\n\n');
  });
});
