import { describe, expect, test } from 'vitest';
import { findLetRest } from '../../../../src/shared/rules/nudges/letRest.ts';
import { findRhythmDue } from '../../../../src/shared/rules/nudges/rhythmDue.ts';
import { finishAll, knownAs, readFrom, today } from '../../../support/nudges.ts';

const spoken = (lastTalk: string, about = {}) =>
  knownAs('Tom Reed', { preferredName: 'Tom', lastTalk, lastMention: lastTalk, ...about });
const due = (person: ReturnType<typeof knownAs>, day = today) => findRhythmDue([person], day);

describe('a rhythm of 30 to 100 days is', () => {
  test.each([
    ['not due the day before its floor has passed', spoken('2026-10-24'), 0],
    ['due when its floor has passed', spoken('2026-10-23'), 1],
    ['due after a year', spoken('2025-11-22'), 1],
    ['not due after a talk that was noted ahead of its day', spoken('2026-12-01'), 0],
    ['not due without a talk or a mention', knownAs('Tom'), 0],
    ['due for who was only written about', knownAs('Tom', { lastMention: '2026-01-01' }), 1],
    [
      'counted from talks, not from mentions, where there were talks',
      spoken('2026-08-01', { lastMention: '2026-11-21' }),
      1,
    ],
    ['counted from the last nudge that was done', spoken('2026-01-01', { lastDone: '2026-10-24' }), 0],
    ['due again when its floor has passed since then', spoken('2026-01-01', { lastDone: '2026-10-23' }), 1],
    ['nothing that somebody without one has', spoken('2020-01-01', { rhythm: null }), 0],
  ])('%s', (_, person, count) => {
    expect(due(person)).toHaveLength(count);
  });

  test('counted in days of the calendar, over the change of clocks and the end of February', () => {
    const daily = { rhythm: { floorDays: 1, ceilingDays: 2 } };
    // The clocks of Europe were put forward on 29 March 2026, and those of New York back on 1 November.
    expect(due(spoken('2026-03-28', daily), '2026-03-29')).toHaveLength(1);
    expect(due(spoken('2026-11-01', daily), '2026-11-02')).toHaveLength(1);
    const monthly = { rhythm: { floorDays: 30, ceilingDays: 31 } };
    expect(due(spoken('2028-02-01', monthly), '2028-03-01')).toHaveLength(0);
    expect(due(spoken('2028-02-01', monthly), '2028-03-02')).toHaveLength(1);
    expect(due(spoken('2026-02-01', monthly), '2026-03-02')).toHaveLength(0);
    expect(due(spoken('2026-02-01', monthly), '2026-03-03')).toHaveLength(1);
  });
});

test('it says when, by when, and in the words about the person of the last entry', () => {
  const tom = spoken('2026-06-01');
  const read = readFrom([
    { id: 'older', day: '2026-03-01', people: [tom.id], body: 'Tom bought a boat.' },
    {
      id: 'last',
      day: '2026-06-01',
      people: [tom.id],
      body: `Rain. @[Lisa](person:019d0000-0000-7000-8000-000000000999) came late. @[Tom](person:${tom.id}) told of his boat. He left early.`,
    },
    { id: 'today', day: today, people: [tom.id], body: 'Tom called.' },
  ]);
  const [nudge] = finishAll(due(tom), read);
  expect(nudge).toMatchObject({
    key: `rhythmDue:${tom.id}:2026-06-01`,
    reason: 'You last talked with Tom six months ago, in June.',
    because: ['two months past their rhythm', 'in “Friends”'],
    evidence: [{ quote: `@[Tom](person:${tom.id}) told of his boat.`, source: { entryId: 'last' } }],
    due: '2026-09-09',
  });
});

test('an entry without words leads to the one before it, and nobody is brought up without any', () => {
  const tom = spoken('2026-06-01');
  const empty = { id: 'empty', day: '2026-06-01', people: [tom.id], body: ' ' };
  expect(finishAll(due(tom), readFrom([empty]))).toEqual([]);
  const older = { id: 'older', day: '2026-05-01', people: [tom.id], body: 'Walked to the weir.' };
  expect(finishAll(due(tom), readFrom([empty, older]))[0]?.evidence).toMatchObject([
    { quote: 'Walked to the weir.', day: '2026-05-01' },
  ]);
});

describe('letting somebody rest', () => {
  const begun = (daysBegun: readonly string[], about = {}, theirs = 0) =>
    findLetRest([{ person: spoken('2026-11-20', about), daysBegun, theirs }], today);
  const three = ['2026-11-05', '2026-11-12', '2026-11-20'];

  test.each([
    ['is for who was turned to three times, where once is enough', begun(three), 1],
    ['is not for two times', begun(three.slice(1)), 0],
    ['is not for who turned to the user meanwhile', begun(three, {}, 1), 0],
    ['is not for who has no rhythm', begun(three, { rhythm: null }), 0],
    [
      'is not for as often as the floor allows',
      begun(three, { rhythm: { floorDays: 10, ceilingDays: 40 } }),
      0,
    ],
    [
      'is for once more than the floor allows',
      begun(three, { rhythm: { floorDays: 11, ceilingDays: 40 } }),
      1,
    ],
    ['ends when the floor has passed', begun(['2026-10-20', '2026-10-21', '2026-10-23']), 0],
  ])('%s', (_, found, count) => {
    expect(found).toHaveLength(count);
  });

  test('takes no time, and says until when', () => {
    expect(begun(three)[0]).toMatchObject({ minutes: 0, due: '2026-12-20' });
    expect(begun(three)[0]?.reason()).toBe(
      'You turned to Tom on three days of the last month, and nothing came back yet. Let it rest until 20 December.',
    );
  });
});
