import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithMap } from '../../../src/shared/rules/fold.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const marked = fc
  .array(
    fc.constantFrom(
      'a',
      'É',
      'e\u0301',
      'ﬁ',
      'İ',
      'ς',
      'Σ',
      '각',
      'ᄀ',
      'ᅡ',
      'が',
      'か\u3099',
      '़',
      'क',
      '😀',
      '\ud800',
      ' ',
      '½',
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
const texts = fc.oneof(anyText, marked);

describe('fold', () => {
  test.each([
    ['Élodie', 'elodie'],
    ['E\u0301lodie', 'elodie'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['Nguyễn Thị Minh', 'nguyen thi minh'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['Ёлка', 'елка'],
    ['ﬁnd Ｋｉｔｈ', 'find kith'],
    ['가나', '가나'],
    ['\u1100\u1161', '가'],
    ['が', 'が'.normalize('NFC')],
    ['हिन्दी', 'हिन्दी'],
    ['', ''],
  ])('%j is compared as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('composed and decomposed text are compared as the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

describe('foldWithMap', () => {
  test('makes the same text as fold', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldWithMap(text).text).toBe(fold(text));
      }),
    );
  });

  test('maps every unit to a stretch of the original that folds to something with it in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldWithMap(text);
        expect(folded.starts.length).toBe(folded.text.length);
        for (let i = 0; i < folded.text.length; i++) {
          const [from, to] = [folded.starts[i] as number, folded.ends[i] as number];
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(fold(text.slice(from, to))).toContain(folded.text[i]);
          if (i > 0) expect(from).toBeGreaterThanOrEqual(folded.starts[i - 1] as number);
        }
      }),
    );
  });

  test('points at whole letters, with their marks', () => {
    const text = 'Cafe\u0301 ﬁn';
    const { text: folded, starts, ends } = foldWithMap(text);
    const at = folded.indexOf('e');
    expect(text.slice(starts[at], ends[at])).toBe('e\u0301');
    const ligature = folded.indexOf('fi');
    expect(text.slice(starts[ligature], ends[ligature + 1])).toBe('ﬁ');
  });
});
