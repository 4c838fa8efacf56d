import { describe, expect, test } from 'vitest';
import { facets } from '../../../../src/shared/models/fact.ts';
import { findLabel } from '../../../../src/shared/rules/facts/factLabels.ts';
import { findGaps, gapRules, type PersonWithGaps } from '../../../../src/shared/rules/facts/gaps.ts';
import { testId } from '../../../support/ids.ts';

const tom: PersonWithGaps = {
  id: testId(1),
  name: 'Thomas Reed',
  preferredName: 'Tom',
  circleId: 'friends',
  lastTalk: '2026-11-01',
  groups: [],
  dates: [],
  languages: [],
  details: [],
};
const days = Array.from({ length: 28 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`);
/** Every question that comes within some weeks. */
const asked = (person: PersonWithGaps, facts: Parameters<typeof findGaps>[1] = []) =>
  new Set(days.flatMap((day) => findGaps(person, facts, day).map(({ question }) => question)));

describe('findGaps', () => {
  test('asks a few things at a time, by the name to call them by', () => {
    const gaps = findGaps(tom, [], '2026-11-22');
    expect(gaps).toHaveLength(3);
    for (const { question } of gaps) expect(question).toMatch(/\bTom\b.*[.?]$/);
    expect(asked(tom)).toContain('You have never written where Tom grew up.');
  });

  test('asks the same all day, and comes to every question in time', () => {
    expect(findGaps(tom, [], '2026-11-22')).toEqual(findGaps(tom, [], '2026-11-22'));
    expect(asked(tom).size).toBe(gapRules.length);
  });

  test('asks other things about somebody else', () => {
    const choices = [1, 2, 3, 4, 5, 6].map((n) =>
      JSON.stringify(findGaps({ ...tom, id: testId(n) }, [], '2026-11-22')),
    );
    expect(new Set(choices).size).toBeGreaterThan(1);
  });

  test.each([
    ['those who are noticed', { ...tom, circleId: 'noticed' }],
    ['those without a circle who were never spoken with', { ...tom, circleId: null, lastTalk: null }],
  ])('asks only the basics about %s', (_, person) => {
    expect(asked(person).size).toBe(gapRules.filter(({ isBasic }) => isBasic).length);
    expect(asked(person)).not.toContain('You have never written where Tom grew up.');
  });

  test('asks no more what a fact tells, under whatever word', () => {
    expect(asked(tom, [{ facet: 'origin', label: 'Grew up in' }])).not.toContain(
      'You have never written where Tom grew up.',
    );
    expect(asked(tom, [{ facet: 'interests', label: 'own' }])).not.toContain(
      'What does Tom love to do, when nobody asks anything of them?',
    );
  });

  test('asks everything about those whom the user has put into a circle', () => {
    expect(asked({ ...tom, lastTalk: null }).size).toBe(gapRules.length);
  });

  test('asks no more what a detail of an import tells', () => {
    const known = { ...tom, details: [{ label: 'Born', value: '1984-05-03' }] };
    expect(asked(known)).not.toContain('You have never written when Tom has their birthday.');
    expect(asked(known).size).toBe(gapRules.length - 1);
  });

  test('asks no more what the person’s own fields tell', () => {
    const known = {
      ...tom,
      groups: ['choir'],
      languages: ['Dutch'],
      dates: [{ kind: 'birthday' as const, label: '', date: '--05-03' }],
    };
    expect(asked(known).size).toBe(gapRules.length - 3);
  });

  test('lets the others stay where they are when one is answered', () => {
    const [first, second, third] = findGaps(tom, [], '2026-11-22');
    const after = findGaps(tom, [first as { facet: 'work'; label: string }], '2026-11-22');
    expect(after.slice(0, 2)).toEqual([second, third]);
  });
});

test('every answer is one of its facet’s labels, and its own label answers it', () => {
  for (const { facet, label, answers } of gapRules) {
    expect(facets).toContain(facet);
    for (const answer of answers) expect(findLabel(facet, answer)?.label).toBe(answer);
    if (label !== '' && answers.length > 0) expect(answers).toContain(label);
  }
});

test('none asks about health', () => {
  expect(gapRules.some(({ facet }) => facet === 'health')).toBe(false);
});
