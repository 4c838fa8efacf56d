import { describe, expect, test } from 'vitest';
import type { ExchangeKind } from '../../../../src/shared/models/exchange.ts';
import { findBridgesCold } from '../../../../src/shared/rules/nudges/bridgeCold.ts';
import { findGiveSomething } from '../../../../src/shared/rules/nudges/giveSomething.ts';
import type { GatheredMark } from '../../../../src/shared/rules/nudges/marks.ts';
import { findNeverWritten } from '../../../../src/shared/rules/nudges/neverWritten.ts';
import { findShare, type GatheredMatch } from '../../../../src/shared/rules/nudges/share.ts';
import { findThank } from '../../../../src/shared/rules/nudges/thank.ts';
import { findTimeToMeet } from '../../../../src/shared/rules/nudges/timeToMeet.ts';
import { finishAll, knownAs, readFrom, today } from '../../../support/nudges.ts';

const sam = knownAs('Sam Ode', { preferredName: 'Sam' });
const BODY = 'We met at noon. He lent me his drill. Then it rained.';

/** Marks in the order of time: each a kind, a day and an entry. The marked sentence is the second of {@link BODY}. */
const marksOf = (...all: readonly (readonly [ExchangeKind, string, string?])[]): readonly GatheredMark[] =>
  all.map(([kind, day, entryId = day]) => ({ person: sam, kind, day, entryId, begins: 16, ends: 37 }));

const entriesOf = (marks: readonly GatheredMark[]) =>
  marks.map(({ entryId, day }) => ({ id: entryId, day, people: [sam.id], body: BODY }));

describe('giving something', () => {
  test.each([
    ['two asks in a row', marksOf(['asked', '2026-11-01'], ['asked', '2026-11-10']), 1],
    ['one ask', marksOf(['asked', '2026-11-10']), 0],
    ['two asks in one entry', marksOf(['asked', '2026-11-10', 'e'], ['asked', '2026-11-10', 'e']), 0],
    [
      'a gift between them',
      marksOf(['asked', '2026-11-01'], ['gave', '2026-11-05'], ['asked', '2026-11-10']),
      0,
    ],
    [
      'two asks after a gift',
      marksOf(['gave', '2026-10-01'], ['asked', '2026-11-01'], ['asked', '2026-11-10']),
      1,
    ],
    [
      'thanks after them',
      marksOf(['asked', '2026-11-01'], ['asked', '2026-11-10'], ['thanked', '2026-11-11']),
      0,
    ],
    [
      'kind words after them',
      marksOf(['asked', '2026-11-01'], ['asked', '2026-11-10'], ['kind', '2026-11-11']),
      1,
    ],
    ['asks of half a year ago', marksOf(['asked', '2026-04-01'], ['asked', '2026-05-10']), 0],
    ['the second ask today', marksOf(['asked', '2026-11-01'], ['asked', today]), 0],
  ])('after %s', (_, marks, count) => {
    const nudges = finishAll(findGiveSomething(marks, today), readFrom(entriesOf(marks)));
    expect(nudges).toHaveLength(count);
    for (const { evidence } of nudges) {
      expect(evidence[0]).toMatchObject({ quote: 'He lent me his drill.', day: '2026-11-10' });
      expect(evidence).toHaveLength(2);
    }
  });

  test('is settled by a gift of today', () => {
    const marks = marksOf(['asked', '2026-11-01'], ['asked', '2026-11-10'], ['gave', today]);
    expect(findGiveSomething(marks, today)).toMatchObject([{ isSettled: true }]);
  });
});

describe('thanking', () => {
  test.each([
    ['kind words', marksOf(['kind', '2026-11-20']), 1],
    ['an introduction', marksOf(['introduced', '2026-11-20']), 1],
    ['what was received', marksOf(['received', '2026-11-20']), 0],
    ['kind words of today', marksOf(['kind', today]), 0],
    ['kind words that were thanked later', marksOf(['kind', '2026-11-10'], ['thanked', '2026-11-12']), 0],
    [
      'kind words that were thanked in the same entry',
      marksOf(['thanked', '2026-11-10', 'e'], ['kind', '2026-11-10', 'e']),
      0,
    ],
    ['kind words after older thanks', marksOf(['thanked', '2026-11-01'], ['kind', '2026-11-12']), 1],
    ['kind words of long ago', marksOf(['kind', '2026-05-01']), 0],
  ])('for %s', (_, marks, count) => {
    const nudges = finishAll(findThank(marks, today), readFrom(entriesOf(marks)));
    expect(nudges).toHaveLength(count);
    for (const { evidence, playbook } of nudges) {
      expect(evidence).toMatchObject([{ quote: 'He lent me his drill.' }]);
      expect(playbook.length).toBeGreaterThan(1);
    }
  });
});

describe('time to meet', () => {
  const afar = (count: number, about = {}) =>
    findTimeToMeet([{ person: knownAs('Sam', { lastTalk: '2026-11-01', ...about }), count }], today);

  test.each([
    ['after five times from afar', afar(5), 1],
    ['not after four', afar(4), 0],
    ['not after half a year of silence', afar(9, { lastTalk: '2026-05-01' }), 0],
    ['not without a talk', afar(9, { lastTalk: null }), 0],
  ])('%s', (_, found, count) => {
    expect(found).toHaveLength(count);
  });

  test('says how often they were in touch', () => {
    expect(afar(7)[0]?.reason()).toBe('You and Sam have been in touch seven times, and never met in person.');
  });
});

describe('a bridge', () => {
  const bridge = (about: Parameters<typeof knownAs>[1]) => findBridgesCold([knownAs('Sam', about)], today);

  test.each([
    ['is cold when its rhythm has passed', bridge({ lastTalk: '2026-08-13' }), 1],
    ['is warm up to then', bridge({ lastTalk: '2026-08-14' }), 0],
    [
      'of a quick rhythm is cold after sixty days',
      bridge({ lastTalk: '2026-09-22', rhythm: { floorDays: 3, ceilingDays: 14 } }),
      1,
    ],
    [
      'of a quick rhythm is warm up to then',
      bridge({ lastTalk: '2026-09-23', rhythm: { floorDays: 3, ceilingDays: 14 } }),
      0,
    ],
    ['without a rhythm is cold after half a year', bridge({ lastTalk: '2026-05-25', rhythm: null }), 1],
    ['without a rhythm is warm up to then', bridge({ lastTalk: '2026-05-26', rhythm: null }), 0],
    ['of whom nothing was written is none', bridge({}), 0],
  ])('%s', (_, found, count) => {
    expect(found).toHaveLength(count);
  });
});

describe('somebody who was never written to', () => {
  const noticed = (about: Parameters<typeof knownAs>[1]) =>
    findNeverWritten(
      [
        knownAs('Sam', {
          circleName: 'Noticed',
          closeness: 4,
          rhythm: null,
          lastMention: '2026-11-01',
          ...about,
        }),
      ],
      today,
    );

  test.each([
    ['is brought up when noticed', noticed({}), 1],
    ['is not when spoken with', noticed({ lastTalk: '2026-01-01' }), 0],
    ['is not when nothing was written about them', noticed({ lastMention: null }), 0],
    ['is not after a year', noticed({ lastMention: '2025-11-01' }), 0],
    ['is not in a circle with a rhythm', noticed({ rhythm: { floorDays: 3, ceilingDays: 14 } }), 0],
    ['is not without a circle', noticed({ circleName: null }), 0],
    ['is not soon after something was done', noticed({ lastDone: '2026-10-01' }), 0],
  ])('%s', (_, found, count) => {
    expect(found).toHaveLength(count);
  });
});

describe('sharing', () => {
  const match = (about: Partial<GatheredMatch>): GatheredMatch => ({
    person: sam,
    itemId: 'i1',
    title: 'A map of weirs',
    topic: 'rivers',
    spoken: null,
    keptAt: 1,
    evidence: [
      { quote: 'paddles on rivers', day: '2026-01-01', source: { kind: 'fact', factId: 'f', entryId: null } },
      { quote: 'A map of weirs', day: null, source: { kind: 'shelf', itemId: 'i1' } },
    ],
    ...about,
  });

  test('brings up what was kept last of all that somebody would like, in the words of both', () => {
    const found = finishAll(findShare([match({}), match({ itemId: 'i2', keptAt: 2 })]), readFrom());
    expect(found).toMatchObject([
      {
        key: `share:${sam.id}:i2`,
        reason: '“A map of weirs” on your shelf has to do with rivers, which you know of Sam.',
        evidence: [{ quote: 'paddles on rivers' }, { quote: 'A map of weirs' }],
      },
    ]);
  });

  test('says nothing where nobody would like it', () => {
    expect(findShare([])).toEqual([]);
  });
});
