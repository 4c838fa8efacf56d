import { describe, expect, test } from 'vitest';
import { findHowItWent } from '../../../../src/shared/rules/nudges/askHowItWent.ts';
import {
  findNewJobs,
  findOccasions,
  type GatheredDate,
} from '../../../../src/shared/rules/nudges/occasion.ts';
import { finishAll, knownAs, readFrom, today } from '../../../support/nudges.ts';

const lisa = knownAs('Lisa Lang', { preferredName: 'Lisa' });

const dateOf = (date: string, about: Partial<GatheredDate> = {}): GatheredDate => ({
  person: lisa,
  kind: 'birthday',
  label: '',
  date,
  evidence: { quote: date, day: null, source: { kind: 'person', personId: lisa.id } },
  ...about,
});

const reasonOf = (date: GatheredDate, day = today) =>
  finishAll(findOccasions([date], day), readFrom()).map(({ reason }) => reason);

describe('an occasion', () => {
  test.each([
    ['four days ahead is left alone', dateOf('1984-11-26'), today, []],
    [
      'three days ahead is brought up',
      dateOf('1984-11-25'),
      today,
      ['Lisa’s 42nd birthday is this Wednesday.'],
    ],
    ['today', dateOf('1984-11-22'), today, ['Lisa’s 42nd birthday is today.']],
    ['without a year', dateOf('--11-22'), today, ['Lisa’s birthday is today.']],
    ['two days late', dateOf('1984-11-20'), today, ['Lisa’s 42nd birthday was on Friday.']],
    ['three days late is let go', dateOf('1984-11-19'), today, []],
    ['over New Year', dateOf('1984-01-02'), '2026-12-31', ['Lisa’s 43rd birthday is this Saturday.']],
    ['late over New Year', dateOf('1984-12-31'), '2027-01-01', ['Lisa’s 42nd birthday was yesterday.']],
    ['on 29 February in a leap year', dateOf('1984-02-29'), '2028-02-29', ['Lisa’s 44th birthday is today.']],
    [
      'on 29 February in a common year',
      dateOf('--02-29'),
      '2027-02-28',
      ['Lisa’s birthday is today, kept for 29 February.'],
    ],
    ['on the very day of a birth', dateOf(today), today, []],
    ['of which only the month is known', dateOf('1984-11'), today, []],
    [
      'of a wedding',
      dateOf('2016-11-23', { kind: 'anniversary', label: 'wedding' }),
      today,
      ['Lisa’s day “wedding” is tomorrow, 10 years on.'],
    ],
    [
      'of a loss',
      dateOf('2025-11-22', { kind: 'remembrance', label: 'her mother died' }),
      today,
      ['A day of remembrance for Lisa is today: her mother died, a year on.'],
    ],
  ] as const)('%s', (_, date, day, reasons) => {
    expect(reasonOf(date, day)).toEqual(reasons);
  });

  test('is another one each year, offers its playbook, and nobody is congratulated before the day', () => {
    const [ahead] = findOccasions([dateOf('1984-11-24')], today);
    const [late] = findOccasions([dateOf('1984-11-21')], today);
    const [next] = findOccasions([dateOf('1984-11-21')], '2027-11-21');
    expect([ahead?.opening, late?.opening, next?.opening]).toEqual([null, 'birthdayLate', 'birthday']);
    expect(next?.key).toBe(late?.key.replace('2026', '2027'));
    expect(finishAll(late ? [late] : [], readFrom())[0]?.playbook.length).toBeGreaterThan(2);
  });
});

describe('a new job', () => {
  const news = (learnedOn: string) =>
    findNewJobs(
      [
        {
          person: lisa,
          factId: 'f1',
          text: 'Bright & Co.',
          learnedOn,
          evidence: {
            quote: 'starts at Bright & Co. in May',
            day: learnedOn,
            source: { kind: 'fact', factId: 'f1', entryId: 'e1' },
          },
        },
      ],
      today,
    );

  test.each([
    ['is news for three weeks', news('2026-11-01'), 1],
    ['and no longer', news('2026-10-31'), 0],
    ['and not before it is learned', news('2026-11-23'), 0],
  ])('%s', (_, found, count) => {
    expect(found).toHaveLength(count);
  });

  test('is told in the words that it was learned in', () => {
    expect(finishAll(news('2026-11-20'), readFrom())).toMatchObject([
      {
        kind: 'occasion',
        reason: 'Lisa has news about work: Bright & Co.',
        evidence: [{ quote: 'starts at Bright & Co. in May' }],
      },
    ]);
  });
});

describe('asking how it went', () => {
  const exam = (day: string, learnedOn = '2026-10-01', about = {}) =>
    findHowItWent(
      [
        {
          person: knownAs('Lisa', about),
          factId: 'f2',
          words: 'exam: chemistry',
          spoken: 'your exam',
          day,
          learnedOn,
          evidence: {
            quote: 'she has her chemistry exam on the 20th',
            day: learnedOn,
            source: { kind: 'fact', factId: 'f2', entryId: 'e1' },
          },
        },
      ],
      today,
    );

  test.each([
    ['is early on the day itself', exam(today), 0],
    ['is for the day after', exam('2026-11-21'), 1],
    ['is for two weeks', exam('2026-11-08'), 1],
    ['is late after that', exam('2026-11-07'), 0],
    ['is not for what was noted when it had passed', exam('2026-11-20', '2026-11-20'), 0],
  ])('%s', (_, found, count) => {
    expect(found).toHaveLength(count);
  });

  test('quotes what was noted, and is settled by turning to them today', () => {
    const [nudge] = finishAll(exam('2026-11-20'), readFrom());
    expect(nudge).toMatchObject({
      reason: 'What lay ahead of Lisa has passed: exam: chemistry, on Friday.',
      evidence: [{ quote: 'she has her chemistry exam on the 20th', day: '2026-10-01' }],
    });
    expect(exam('2026-11-20', '2026-10-01', { isTurnedTo: true })[0]?.isSettled).toBe(true);
  });
});
