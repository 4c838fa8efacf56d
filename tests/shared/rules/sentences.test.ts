import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { findSentences, sentenceAt } from '../../../src/shared/rules/sentences.ts';
import { testId } from '../../support/ids.ts';

const ada = makeMention('Dr. A. Lovelace', testId(1));

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '. ',
        '! ',
        '?',
        '…',
        '\n',
        '\n\n',
        '\r\n',
        '- ',
        '> ',
        '# ',
        '1. ',
        '`',
        '```',
        '~~~',
        '**',
      ),
      fc.constantFrom(
        '“',
        '”',
        '"',
        ')',
        '](',
        'http://',
        '!promise',
        'Mr.',
        'A.',
        ada,
        '|',
        '[ ] ',
        '---',
        '\u2028',
      ),
      fc.constantFrom('I will go', 'she', 'é', '😀', '。', '3.5', ' '),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

function sentencesOf(text: string): readonly string[] {
  return findSentences(text).map(({ from, to }) => text.slice(from, to));
}

describe('finding sentences', () => {
  test.each<[string, string, readonly string[]]>([
    ['full stops', 'We met. She left! Why?', ['We met.', 'She left!', 'Why?']],
    [
      'a line break within a paragraph',
      'We met\nin the park. Then\nwe left.',
      ['We met\nin the park.', 'Then\nwe left.'],
    ],
    ['line breaks of Windows', 'We met\r\nin the park.\r\n\r\nBye', ['We met\r\nin the park.', 'Bye']],
    ['an empty line', 'We met\n\nin the park', ['We met', 'in the park']],
    ['a heading', '# With Ada #\nWe met', ['With Ada #', 'We met']],
    ['an underlined heading', 'With Ada\n===\nWe met', ['With Ada', 'We met']],
    ['list items', '- one\n* two. Three\n  goes on\n1) four', ['one', 'two.', 'Three\n  goes on', 'four']],
    ['tasks', '- [ ] call Tom\n- [x] write', ['call Tom', 'write']],
    [
      'a quotation',
      'She wrote\n> I will come.\n> Soon\n\nGood',
      ['She wrote', 'I will come.', 'Soon', 'Good'],
    ],
    ['rows of a table', '| a | b |\n|---|---|\n| c | d |', ['| a | b |', '| c | d |']],
    ['a rule', 'one\n\n* * *\n\ntwo', ['one', 'two']],
    [
      'titles and initials',
      'Saw Mr. Pepys and J. Evelyn, e.g. at St. Paul’s. No. 5 it was.',
      ['Saw Mr. Pepys and J. Evelyn, e.g. at St. Paul’s.', 'No. 5 it was.'],
    ],
    [
      'a short answer',
      'Will she? No. I asked. So did I. Then',
      ['Will she?', 'No.', 'I asked.', 'So did I.', 'Then'],
    ],
    ['numbers', 'It cost 3.50 at 5 p.m. on Friday. Fine', ['It cost 3.50 at 5 p.m. on Friday.', 'Fine']],
    [
      'a quoted question',
      '“Are you coming?” she asked. “No!” I said.',
      ['“Are you coming?” she asked.', '“No!” I said.'],
    ],
    ['emphasis', '**I will go.** Then _home!_ Yes', ['**I will go.**', 'Then _home!_', 'Yes']],
    ['mentions', `With ${ada}. ${ada} left`, [`With ${ada}.`, `${ada} left`]],
    [
      'links',
      'See [this. One](http://a.example/b?c=d!e) now. Or https://a.example/?b!c. Bye',
      ['See [this. One](http://a.example/b?c=d!e) now.', 'Or https://a.example/?b!c.', 'Bye'],
    ],
    ['code in a line', 'I ran `rm. Yes` twice. `ls`\nthen', ['I ran `rm. Yes` twice.', '`ls`\nthen']],
    ['a marked sentence', 'I will send it !promise today. Next', ['I will send it !promise today.', 'Next']],
    [
      'marks behind a sentence',
      'I will. !promise !told\nWe left. !gave Then rain',
      ['I will. !promise !told', 'We left. !gave', 'Then rain'],
    ],
    ['a mark as a word', 'We left. !told her all', ['We left.', '!told her all']],
    [
      'marks at the end',
      'We met. I will. !promise !told\n\nWe left',
      ['We met.', 'I will. !promise !told', 'We left'],
    ],
    ['a mark by itself', '!promise', ['!promise']],
    ['other scripts', '私は行く。彼女も来る。', ['私は行く。', '彼女も来る。']],
  ])('%s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test.each([
    ['nothing', ''],
    ['spaces', ' \n\t\r\n '],
    ['signs', '… — !? 🎉'],
    ['marks of Markdown', '# \n- \n> \n1. \n---\n***'],
    ['code', '`We met.`'],
    ['a fenced block', '```\nWe met.\n```'],
    ['a fence that never ends', '~~~ text\nWe met. Then'],
    ['a fence in a quote', '> ```\n> We met.\n> ```'],
  ])('%s holds none', (_, text) => {
    expect(sentencesOf(text)).toEqual([]);
  });

  test('a fenced block stands between paragraphs', () => {
    expect(sentencesOf('We met\n```\ncode. Here\n```\nand left')).toEqual(['We met', 'and left']);
  });

  test('whatever the text, they lie in it in order, are trimmed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let end = 0;
        for (const { from, to } of findSentences(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          const sentence = text.slice(from, to);
          expect(sentence).toBe(sentence.trim());
          end = to;
        }
      }),
    );
  });

  test('no word is lost', () => {
    const words = fc.array(
      fc.constantFrom('one', 'two.', 'three!\n', 'four\n\n', '- five', '\n- six', '> seven'),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const plain = (all: string) => all.match(/\p{L}+/gu) ?? [];
        expect(plain(sentencesOf(text).join(' '))).toEqual(plain(text));
      }),
    );
  });

  test.each([
    'a. ',
    'A. B ',
    '.',
    '! ',
    '!promise ',
    '\n',
    '- ',
    '> ',
    '1. ',
    '." ',
    '](',
    '@[',
    'x://',
    '.*',
    '`',
    '"!',
  ])(
    'a long run of “%s” is read once',
    (piece) => {
      // A quadratic reading of this takes minutes, and the runner ends it.
      expect(findSentences(piece.repeat(Math.ceil(2_000_000 / piece.length))).length).toBeLessThan(2);
    },
    5_000,
  );
});

describe('the sentence at a place', () => {
  const text = 'We met. She left!\n\n`code`\n\nWhy?';

  test.each<[string, number, number, string | null]>([
    ['a word', 3, 6, 'We met.'],
    ['a place in a sentence', 10, 10, 'She left!'],
    ['a place between two', 8, 8, 'She left!'],
    ['the end of the first', 7, 7, 'We met.'],
    ['words of two sentences', 3, 11, 'We met. She left!'],
    ['everything', 0, text.length, text],
    ['code', 20, 22, null],
    ['the end', text.length, text.length, 'Why?'],
    ['beyond', 100, 100, null],
  ])('%s', (_, from, to, said) => {
    const at = sentenceAt(text, from, to);
    expect(at && text.slice(at.from, at.to)).toBe(said);
  });
});
