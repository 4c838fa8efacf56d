import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tag as tagModel } from '../../../src/shared/models/tag.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { findTags, foldTag } from '../../../src/shared/rules/tags.ts';
import { testId } from '../../support/ids.ts';

const said = (text: string) => findTags(text).map(({ tag }) => tag);

describe('finding', () => {
  test.each([
    ['#work', ['work']],
    ['a #work, b (#home) and #Größe.', ['work', 'home', 'Größe']],
    ['#trips/rome-2026 #a_b #_draft', ['trips/rome-2026', 'a_b', '_draft']],
    ['#日記 と #Ελλάδα #हिन्दी', ['日記', 'Ελλάδα', 'हिन्दी']],
    ['**#bold** “#quoted” —#dash 🎉#party', ['bold', 'quoted', 'dash', 'party']],
    ['#end- #end/ #x--', ['end', 'end', 'x']],
    ['#2026-plan #1a', ['2026-plan', '1a']],
    ['## On #money', ['money']],
    ['#same and #same', ['same', 'same']],
  ])('%j has %j', (text, tags) => {
    expect(said(text)).toEqual(tags);
  });

  test.each([
    ['a heading', '# Heading\n## Another'],
    ['no space before it', 'a#b C#sharp é#x 日#本'],
    ['numbers only', '#1 #2026 #1-2'],
    ['an escape', '\\#work'],
    ['two number signs', '##work'],
    ['an address', 'https://example.org/a#work http://x.y/?q=(#work) <app://z#work>'],
    ['the target of a link', '[there](#work) [b](page.md#work)'],
    ['an entity', '&#x41; &#65;'],
    ['a code span', '`#work`'],
    ['a fenced block', '```\n#work\n```'],
    ['a mention', makeMention('Band #work x', testId(1))],
    ['too long a tag', `#${'a'.repeat(101)}`],
    ['nothing after it', '# #, #. #-x #/x'],
  ])('there is none in %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  test('any text is fine, and what is found stands there and is a tag', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '#',
          'a',
          'é',
          '日',
          '1',
          '-',
          '/',
          '_',
          ' ',
          '\n',
          '`',
          '(',
          ')',
          '[',
          ']',
          '\\',
          '://',
          '😀',
          '\ud83d',
          '\u0301',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        let end = 0;
        for (const { from, to, tag } of findTags(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(from, to)).toBe(`#${tag}`);
          expect(tagModel.safeParse(tag).success).toBe(true);
          end = to;
        }
      }),
    );
  });

  test.each([
    ['# signs', '#'],
    ['tags', '#a'],
    ['addresses', '://#'],
    ['a long word', 'a#'],
    ['hyphens', '#a-'],
  ])(
    'a long run of %s is read once',
    (_, piece) => {
      // A quadratic reading of this takes minutes, and the runner ends it.
      expect(findTags(piece.repeat(200_000)).length).toBeLessThanOrEqual(200_000);
    },
    5_000,
  );

  test('one tag of many hyphens is read once', () => {
    expect(findTags(`#a${'-'.repeat(400_000)}b`)).toEqual([]);
  }, 5_000);
});

describe('comparing', () => {
  test('case and accents make no difference', () => {
    expect(foldTag('Café')).toBe(foldTag('CAFE\u0301'));
    expect(foldTag('work')).not.toBe(foldTag('works'));
  });

  test('a tag never becomes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (tag) => {
        expect(foldTag(tag)).not.toBe('');
      }),
    );
  });
});
