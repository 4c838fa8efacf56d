import { describe, expect, test } from 'vitest';
import {
  findMyPromises,
  findTheirPromises,
  type GatheredPromise,
} from '../../../../src/shared/rules/nudges/promises.ts';
import { findRepliesOwed } from '../../../../src/shared/rules/nudges/replyOwed.ts';
import { finishAll, knownAs, readFrom, today } from '../../../support/nudges.ts';

const lisa = knownAs('Lisa Lang', { preferredName: 'Lisa' });

const promise = (about: Partial<GatheredPromise>): GatheredPromise => ({
  id: 'p1',
  madeBy: 'me',
  sentence: 'I’ll send her the book by Friday.',
  people: [lisa],
  madeOn: '2026-11-16',
  due: null,
  entryId: 'e1',
  isClosed: false,
  ...about,
});

describe('a promise of mine', () => {
  test.each([
    ['is brought up two days before it is due', { due: '2026-11-24' }, 1, 'is due in two days'],
    ['is not brought up earlier', { due: '2026-11-25' }, 0, ''],
    ['is brought up on its day', { due: today }, 1, 'is due today'],
    ['is brought up when it is overdue', { due: '2026-11-20' }, 1, 'was due on Friday'],
    ['without a day waits for ten', { madeOn: '2026-11-13' }, 0, ''],
    ['without a day is brought up after ten', { madeOn: '2026-11-12' }, 1, 'is still open'],
    ['to nobody in particular is no nudge', { due: today, people: [] }, 0, ''],
    ['is not one of theirs', { due: today, madeBy: 'them' as const }, 0, ''],
  ])('%s', (_, about, count, words) => {
    const nudges = finishAll(findMyPromises([promise(about)], today), readFrom());
    expect(nudges).toHaveLength(count);
    for (const { reason, evidence } of nudges) {
      expect(reason).toContain(words.replace('in two days', 'this Tuesday'));
      expect(evidence).toMatchObject([
        { quote: 'I’ll send her the book by Friday.', source: { entryId: 'e1' } },
      ]);
    }
  });

  test('without words is no nudge', () => {
    expect(finishAll(findMyPromises([promise({ due: today, sentence: ' ' })], today), readFrom())).toEqual(
      [],
    );
  });

  test('weighs more the longer it is overdue, and one with a day more than one without', () => {
    const weigh = (about: Partial<GatheredPromise>) =>
      findMyPromises([promise(about)], today)[0]?.weights[0]?.points ?? 0;
    const inOrder = [
      weigh({ madeOn: '2026-11-01' }),
      weigh({ due: '2026-11-24' }),
      weigh({ due: '2026-11-23' }),
      weigh({ due: today }),
      weigh({ due: '2026-11-21' }),
      weigh({ due: '2026-10-21' }),
    ];
    expect(inOrder).toEqual([...new Set(inOrder)].sort((a, b) => a - b));
  });
});

describe('a promise of theirs', () => {
  const theirs = { madeBy: 'them' as const, sentence: 'She will ask her brother about the van.' };
  test.each([
    ['is left alone on the day it is due', { due: today }, 0],
    ['is asked after the day after', { due: '2026-11-21' }, 1],
    ['without a day is left alone for three weeks', { madeOn: '2026-11-02' }, 0],
    ['without a day is asked after then', { madeOn: '2026-11-01' }, 1],
  ])('%s', (_, about, count) => {
    const found = findTheirPromises([promise({ ...theirs, ...about })], today);
    expect(finishAll(found, readFrom())).toHaveLength(count);
    expect(found.every(({ kind, restDays }) => kind === 'theirPromise' && restDays === 14)).toBe(true);
  });
});

describe('a reply', () => {
  const reply = (day: string, about = {}) =>
    findRepliesOwed([{ person: knownAs('Lisa', about), entryId: 'e1', day }], today);

  test.each([
    ['is owed from the day after', reply('2026-11-21'), 1],
    ['is not a nudge on the day itself', reply(today), 0],
    ['is owed for sixty days', reply('2026-09-23'), 1],
    ['is not owed after that', reply('2026-09-22'), 0],
  ])('%s', (_, found, count) => {
    expect(found).toHaveLength(count);
  });

  test('quotes what they wrote, and is settled by turning to them today', () => {
    const [candidate] = reply('2026-11-20', { isTurnedTo: true });
    expect(candidate?.isSettled).toBe(true);
    const entry = {
      id: 'e1',
      day: '2026-11-20',
      people: [],
      body: 'Lisa asks whether we come for New Year. She has room.',
    };
    const [nudge] = finishAll(reply('2026-11-20'), readFrom([entry], ['Lisa']));
    expect(nudge?.reason).toBe('Lisa wrote to you on Friday, and you have not answered yet.');
    expect(nudge?.evidence[0]?.quote).toBe('Lisa asks whether we come for New Year.');
  });
});
