import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facet, facets } from '../../../../src/shared/models/fact.ts';
import {
  factLabels,
  findLabel,
  labelKey,
  placeOfLabel,
} from '../../../../src/shared/rules/facts/factLabels.ts';
import { sayFact, sayRetired } from '../../../../src/shared/rules/facts/sayFact.ts';
import {
  beginningOf,
  type FactInLine,
  isTrueOn,
  joinLine,
  leaveLine,
  leaveTogether,
  mergeLines,
  type Retirement,
  saysTheSame,
} from '../../../../src/shared/rules/facts/succession.ts';
import { testId } from '../../../support/ids.ts';

function factOf(n: number, given: Partial<FactInLine> = {}): FactInLine {
  return {
    id: testId(n),
    facet: 'work',
    label: 'employer',
    date: null,
    learnedOn: '2026-01-01',
    retiredOn: null,
    retiredBy: null,
    createdAt: n,
    ...given,
  };
}

function apply(facts: readonly FactInLine[], retirements: readonly Retirement[]): readonly FactInLine[] {
  const byId = new Map(retirements.map((one) => [one.id, one]));
  return facts.map((fact) => ({ ...fact, ...byId.get(fact.id) }));
}

const join = (facts: readonly FactInLine[], fact: FactInLine) =>
  apply([...facts, fact], joinLine(fact, facts));
const leave = (facts: readonly FactInLine[], fact: FactInLine) => {
  const others = facts.filter(({ id }) => id !== fact.id);
  return apply(others, leaveLine(fact, others));
};
const byId = (facts: readonly FactInLine[]) => [...facts].sort((a, b) => a.createdAt - b.createdAt);

describe('labels', () => {
  test.each<[Facet, string, string]>([
    ['work', 'Employer', 'employer'],
    ['work', ' works  AT ', 'employer'],
    ['family', 'Fiancée', 'partner'],
    ['origin', 'Hometown', 'home town'],
    ['places', 'Based in', 'lives in'],
    ['preferences', 'My own word', 'my own word'],
    ['other', '', ''],
  ])('of %s, %j means %j', (facet, label, key) => {
    expect(labelKey(facet, label)).toBe(key);
  });

  test('no word stands for two labels of one facet', () => {
    for (const facet of facets) {
      const words = factLabels[facet].flatMap(({ label, alike }) => [label, ...alike]);
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
      for (const known of factLabels[facet]) expect(findLabel(facet, known.label)).toBe(known);
    }
  });

  test('those that are not known come last', () => {
    expect(placeOfLabel('work', 'employer')).toBe(0);
    expect(placeOfLabel('work', 'own')).toBe(factLabels.work.length);
  });
});

describe('a newer fact', () => {
  test.each<[Facet, string]>([
    ['work', 'employer'],
    ['work', 'role'],
    ['work', 'school'],
    ['origin', 'home town'],
    ['places', 'lives in'],
    ['family', 'partner'],
    ['dates', 'birthday'],
  ])('of %s, %s takes the place of an older one', (facet, label) => {
    const old = factOf(1, { facet, label });
    const fresh = factOf(2, { facet, label, learnedOn: '2026-03-01' });
    expect(joinLine(fresh, [old])).toEqual([{ id: old.id, retiredOn: '2026-03-01', retiredBy: fresh.id }]);
  });

  test.each<[Facet, string]>([
    ['interests', 'hobby'],
    ['preferences', 'likes'],
    ['family', 'child'],
    ['family', 'pet'],
    ['work', ''],
    ['work', 'a word of my own'],
    ['other', 'employer'],
  ])('of %s, %j adds up', (facet, label) => {
    const old = factOf(1, { facet, label });
    expect(joinLine(factOf(2, { facet, label, learnedOn: '2026-03-01' }), [old])).toEqual([]);
  });

  test('leaves other labels and facets alone', () => {
    const others = [factOf(1, { label: 'role' }), factOf(2, { facet: 'places', label: 'lives in' })];
    expect(joinLine(factOf(3), others)).toEqual([]);
  });

  test('ends where a later one begins, though it was written down after it', () => {
    const first = factOf(1, { date: '2010' });
    const last = factOf(2, { date: '2024-03' });
    const facts = join(join([first], last), factOf(3, { date: '2019-06-15' }));
    expect(facts.map(({ retiredOn, retiredBy }) => [retiredOn, retiredBy])).toEqual([
      ['2019-06-15', testId(3)],
      [null, null],
      ['2024-03-01', testId(2)],
    ]);
  });

  test('that was learned last is true, though it began before another was learned of', () => {
    const undated = factOf(1, { learnedOn: '2026-06-01' });
    const since = factOf(2, { date: '2025-03', learnedOn: '2026-11-22' });
    expect(joinLine(since, [undated])).toEqual([
      { id: undated.id, retiredOn: '2026-11-22', retiredBy: since.id },
    ]);
  });

  test('that was learned of later, in an older entry, was true before', () => {
    const present = factOf(1, { learnedOn: '2026-06-01' });
    expect(joinLine(factOf(2, { learnedOn: '2019-02-03' }), [present])).toEqual([
      { id: testId(2), retiredOn: '2026-06-01', retiredBy: present.id },
    ]);
  });

  test('that the user ended takes nobody’s place', () => {
    expect(joinLine(factOf(2, { retiredOn: '2026-05-05' }), [factOf(1)])).toEqual([]);
  });

  test('does not touch what the user ended', () => {
    const ended = factOf(1, { retiredOn: '2020-05-05' });
    expect(joinLine(factOf(2, { learnedOn: '2026-03-01' }), [ended])).toEqual([]);
  });

  test('that goes brings back the one whose place it took', () => {
    const [a, b, c] = [1, 2, 3].map((n) => factOf(n, { learnedOn: `2026-0${n}-01` })) as [
      FactInLine,
      FactInLine,
      FactInLine,
    ];
    const all = join(join([a], b), c);
    const withoutB = leave(all, all[1] as FactInLine);
    expect(withoutB[0]).toMatchObject({ retiredOn: '2026-03-01', retiredBy: c.id });
    const withoutC = leave(withoutB, withoutB[1] as FactInLine);
    expect(withoutC).toEqual([a]);
  });
});

test.each<[string | null, Facet, string]>([
  [null, 'work', '2026-01-01'],
  ['2019', 'work', '2019-01-01'],
  ['2019-06', 'work', '2019-06-01'],
  ['2019-06-15', 'work', '2019-06-15'],
  ['--06-15', 'work', '2026-01-01'],
  ['1984-06-15', 'dates', '2026-01-01'],
])('a fact of %s about %s begins on %s', (date, facet, day) => {
  expect(beginningOf({ facet, date, learnedOn: '2026-01-01' })).toBe(day);
});

test('what ends later is true still', () => {
  expect(isTrueOn({ retiredOn: null }, '2026-01-01')).toBe(true);
  expect(isTrueOn({ retiredOn: '2026-01-01' }, '2026-01-01')).toBe(false);
  expect(isTrueOn({ retiredOn: '2027-01-01' }, '2026-01-01')).toBe(true);
});

test('the same is the same in other letters and under another word', () => {
  const a = { facet: 'work', label: 'employer', text: 'Café Rosé' } as const;
  expect(saysTheSame(a, { facet: 'work', label: 'Company', text: 'cafe rosé ' })).toBe(true);
  expect(saysTheSame(a, { ...a, text: 'Café' })).toBe(false);
  expect(saysTheSame(a, { ...a, label: 'role' })).toBe(false);
  expect(saysTheSame(a, { ...a, facet: 'other' })).toBe(false);
});

test.each([
  ['work', 'employer', 'Bright & Co.', 'until March 2024 at Bright & Co.'],
  ['places', 'lives in', 'Leeds', 'until March 2024 in Leeds'],
  ['work', 'role', 'a designer', 'until March 2024 as a designer'],
  ['preferences', 'likes', 'tea', 'until March 2024: likes: tea'],
  ['other', '', 'no car', 'until March 2024: no car'],
] as const)('an old fact of %s, %s is told with its end', (facet, label, text, words) => {
  const fact = { facet, label, text, date: null, learnedOn: '2020-01-01', entryId: null, quote: '' };
  const rest = {
    id: testId(1),
    personId: testId(2),
    retiredBy: null,
    batchId: null,
    createdAt: 0,
    changedAt: 0,
  };
  expect(sayRetired({ ...fact, ...rest, retiredOn: '2024-03-09' })).toBe(words);
  expect(sayRetired({ ...fact, ...rest, retiredOn: null })).toBe(sayFact(fact));
});

describe('any line', () => {
  const anyDate = fc.constantFrom('2019', '2020', '2020-02', '2021-05-05', '2022', '2026-01-01');
  const anyDay = fc.constantFrom('2019-07-01', '2020-01-01', '2023-04-05');
  const lineOf = (date: fc.Arbitrary<string | null>) =>
    fc
      .array(fc.record({ date, learnedOn: anyDay }), { minLength: 1, maxLength: 7 })
      .map((given) => given.map((one, i) => factOf(i + 1, one)));
  const dated = lineOf(anyDate);
  const undated = lineOf(fc.constantFrom(null, '--03-04'));
  const mixed = lineOf(fc.option(anyDate));
  const shuffled = (line: fc.Arbitrary<FactInLine[]>) =>
    line.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
  const all = (facts: readonly FactInLine[]) => facts.reduce(join, [] as readonly FactInLine[]);

  test('has one that is true, and none that ends before it begins or for one that is not there', () => {
    fc.assert(
      fc.property(mixed, fc.nat(), (facts, n) => {
        const whole = all(facts);
        for (const line of [whole, leave(whole, whole[n % whole.length] as FactInLine)]) {
          expect(line.filter(({ retiredOn }) => retiredOn === null)).toHaveLength(Math.min(1, line.length));
          for (const fact of line) {
            expect(fact.retiredOn === null || fact.retiredOn >= beginningOf(fact)).toBe(true);
            expect(fact.retiredBy === null || line.some(({ id }) => id === fact.retiredBy)).toBe(true);
          }
        }
      }),
    );
  });

  test('has one that is true when several leave at once', () => {
    fc.assert(
      fc.property(mixed, fc.nat(127), (facts, which) => {
        const left = all(facts).filter((_, i) => (which >> i) % 2 === 0);
        const line = apply(left, leaveTogether(left));
        expect(line.filter(({ retiredOn }) => retiredOn === null)).toHaveLength(Math.min(1, line.length));
        for (const { retiredBy } of line) {
          expect(retiredBy === null || line.some(({ id }) => id === retiredBy)).toBe(true);
        }
      }),
    );
  });

  test('has one that is true when it joins another', () => {
    fc.assert(
      fc.property(mixed, mixed, (ours, theirs) => {
        const [a, b] = [
          all(ours),
          all(theirs.map((fact, i) => ({ ...fact, id: testId(100 + i), createdAt: 100 + i }))),
        ];
        const line = apply([...a, ...b], mergeLines(a, b));
        expect(line.filter(({ retiredOn }) => retiredOn === null)).toHaveLength(1);
        for (const fact of line) {
          expect(fact.retiredOn === null || fact.retiredOn >= beginningOf(fact)).toBe(true);
        }
      }),
    );
  });

  test('comes out the same in whatever order it was written down, where all or none have dates', () => {
    fc.assert(
      fc.property(fc.oneof(shuffled(dated), shuffled(undated)), ([facts, order]) => {
        expect(byId(all(order))).toEqual(all(facts));
      }),
    );
  });

  test('is, without one of its facts, what it would be had that never been', () => {
    fc.assert(
      fc.property(fc.oneof(dated, undated), fc.nat(), (facts, n) => {
        const whole = all(facts);
        const gone = whole[n % whole.length] as FactInLine;
        expect(leave(whole, gone)).toEqual(all(facts.filter(({ id }) => id !== gone.id)));
      }),
    );
  });
});
