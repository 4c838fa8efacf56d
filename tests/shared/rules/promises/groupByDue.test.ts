import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfNumber } from '../../../../src/shared/models/day.ts';
import { makeMention } from '../../../../src/shared/rules/mentions.ts';
import { groupByDue } from '../../../../src/shared/rules/promises/groupByDue.ts';
import { saySentence } from '../../../../src/shared/rules/promises/saySentence.ts';
import { sentenceKey } from '../../../../src/shared/rules/promises/sentenceKey.ts';
import { isReplyOwed } from '../../../../src/shared/rules/repliesOwed.ts';
import { testId } from '../../../support/ids.ts';

const today = '2028-02-27';

describe('groups by when a promise is due', () => {
  test.each<[string | null, string]>([
    ['2028-02-26', 'overdue'],
    ['0001-01-01', 'overdue'],
    [today, 'soon'],
    ['2028-03-04', 'soon'],
    ['2028-03-05', 'later'],
    ['9999-12-31', 'later'],
    [null, 'noDay'],
  ])('%s is %s', (due, name) => {
    expect(groupByDue([{ due }], today).map((group) => group.name)).toEqual([name]);
  });

  test('lose nothing, keep the order, and leave out what is empty', () => {
    const days = fc.option(fc.integer({ min: 740_000, max: 740_800 }).map(dayOfNumber));
    fc.assert(
      fc.property(fc.array(days), days, (dues, on) => {
        const promises = dues.map((due, i) => ({ due, i }));
        const groups = groupByDue(promises, on ?? today);
        expect(groups.flatMap((group) => group.promises).toSorted((a, b) => a.i - b.i)).toEqual(promises);
        for (const group of groups) {
          expect(group.promises.length).toBeGreaterThan(0);
          expect(group.promises.map(({ i }) => i)).toEqual(
            group.promises.map(({ i }) => i).toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });
});

describe('a sentence', () => {
  const ada = makeMention('Ada', testId(1));

  test.each([
    [`I’ll send ${ada} the **book** !promise`, 'I’ll send Ada the book'],
    ['I’ll send\nher the\n> book.', 'I’ll send her the book.'],
    ['See [the list](http://a.example), snake_case and 2 * 3.', 'See the list, snake_case and 2 * 3.'],
  ])('is said without what is not read: %s', (sentence, said) => {
    expect(saySentence(sentence)).toBe(said);
  });

  test('is the same whatever somebody is called, and however lines break', () => {
    const other = `I’ll send ${makeMention('The Countess', testId(1))}\n  the book. !promise`;
    expect(sentenceKey(other)).toBe(sentenceKey(`I’ll send ${ada} the book.`));
    expect(sentenceKey(`I’ll send ${makeMention('Ada', testId(2))} the book.`)).not.toBe(sentenceKey(other));
    expect(sentenceKey('I’ll send her the book.')).not.toBe(sentenceKey('I’ll send her the letter.'));
  });
});

test.each([
  ['message', 'ada', true],
  ['email', 'ada', true],
  ['letter', 'ada', true],
  ['social', 'ada', true],
  ['call', 'ada', false],
  ['inPerson', 'ada', false],
  ['video', 'ada', false],
  ['event', 'ada', false],
  ['note', 'ada', false],
  ['message', 'me', false],
  ['message', null, false],
  ['message', 'tom', false],
] as const)('after a %s that %s began, a reply to Ada is owed: %s', (channel, begunBy, owed) => {
  expect(isReplyOwed({ personId: 'ada', channel, begunBy })).toBe(owed);
});
