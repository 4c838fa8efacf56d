import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActRecord, type NudgeAct, nudgeKinds } from '../../../../src/shared/models/nudge.ts';
import { hidesOn, spentMinutes } from '../../../../src/shared/rules/nudges/acts.ts';
import { type Plan, planDay } from '../../../../src/shared/rules/nudges/budget.ts';
import { type Candidate, weightOf } from '../../../../src/shared/rules/nudges/candidate.ts';
import { rankCandidates, sayBecause } from '../../../../src/shared/rules/nudges/rank.ts';
import { knownAs, today } from '../../../support/nudges.ts';

const candidate = (about: Partial<Candidate> & { readonly who?: string } = {}): Candidate => ({
  key: `rhythmDue:${about.who ?? 'Tom'}`,
  kind: 'rhythmDue',
  people: [knownAs(about.who ?? 'Tom')],
  reason: () => '',
  weights: [{ points: 100, because: () => 'it is time' }],
  evidence: [],
  opening: null,
  playbook: null,
  minutes: 15,
  due: null,
  isSettled: false,
  restDays: null,
  refusedDays: null,
  ...about,
});

/** Somebody's nudge of so much weight. */
const of = (who: string, points: number, about: Partial<Candidate> = {}) =>
  candidate({ who, weights: [{ points, because: () => '' }], ...about });

const plan = (
  candidates: readonly Candidate[],
  { acts = [], weekMinutes = 1_000 }: { acts?: readonly ActRecord[]; weekMinutes?: number } = {},
) => planDay({ ranked: rankCandidates(candidates), acts, weekMinutes, today, hasEvidence: () => true });

const acted = (key: string, act: NudgeAct, about: Partial<ActRecord> = {}): ActRecord => ({
  key: `rhythmDue:${key}`,
  act,
  day: today,
  until: act === 'snoozed' ? '2026-12-01' : null,
  minutes: act === 'done' ? 15 : 0,
  ...about,
});

const threeOf = ({ three }: Plan) =>
  three.map(({ candidate: { key }, act }) => `${key.slice(10)} ${act ?? ''}`.trim());

describe('the Daily Three', () => {
  const five = ['A', 'B', 'C', 'D', 'E'].map((who, i) => of(who, 500 - i));

  test.each<readonly [string, readonly ActRecord[], readonly string[]]>([
    ['are the first three', [], ['A', 'B', 'C']],
    ['keep one that was done in its place', [acted('B', 'done')], ['A', 'B done', 'C']],
    ['keep one that was skipped in its place', [acted('A', 'skipped')], ['A skipped', 'B', 'C']],
    ['give the place of a swapped one to the next', [acted('B', 'swapped')], ['A', 'D', 'C']],
    ['do so again', [acted('B', 'swapped'), acted('D', 'swapped')], ['A', 'E', 'C']],
    ['do so for two', [acted('B', 'swapped'), acted('A', 'swapped')], ['E', 'D', 'C']],
    [
      'leave the others where they are when the first swap is swapped again',
      [acted('B', 'swapped'), acted('A', 'swapped'), acted('D', 'swapped')],
      ['E', 'C'],
    ],
    ['give the place of a snoozed one away', [acted('C', 'snoozed')], ['A', 'B', 'D']],
    ['give the place of a refused one away', [acted('C', 'notThis')], ['A', 'B', 'D']],
    ['leave out what was snoozed earlier', [acted('A', 'snoozed', { day: '2026-11-20' })], ['B', 'C', 'D']],
    [
      'take what was skipped yesterday again',
      [acted('A', 'skipped', { day: '2026-11-21' })],
      ['A', 'B', 'C'],
    ],
    [
      'do not take somebody who was done with elsewhere',
      [acted('D', 'done'), acted('A', 'swapped')],
      ['E', 'B', 'C'],
    ],
  ])('%s', (_, acts, expected) => {
    expect(threeOf(plan(five, { acts }))).toEqual(expected);
  });

  test('are of three different people', () => {
    const both = candidate({ key: 'rhythmDue:AB', people: [knownAs('A'), knownAs('B')] });
    const again = of('A', 480, { key: 'rhythmDue:A2' });
    expect(
      threeOf(plan([of('A', 500), again, { ...both, weights: [] }, of('C', 400), of('D', 300)])),
    ).toEqual(['A', 'C', 'D']);
  });

  test('show as done whom the user turned to today', () => {
    expect(threeOf(plan([of('A', 500, { isSettled: true }), of('B', 400)]))).toEqual(['A done', 'B']);
  });

  test('never tell to let somebody rest', () => {
    expect(threeOf(plan([of('A', 900, { kind: 'letRest', minutes: 0 }), of('B', 1)]))).toEqual(['B']);
  });

  test('fit in the time that was left when the day began, and stay when something was done', () => {
    expect(threeOf(plan(five, { weekMinutes: 30 }))).toEqual(['A', 'B']);
    expect(threeOf(plan(five, { weekMinutes: 30, acts: [acted('A', 'done')] }))).toEqual(['A done', 'B']);
    const earlier = acted('X', 'done', { day: '2026-11-20' });
    expect(threeOf(plan(five, { weekMinutes: 30, acts: [earlier] }))).toEqual(['A']);
    const lastWeek = acted('X', 'done', { day: '2026-11-15' });
    expect(threeOf(plan(five, { weekMinutes: 30, acts: [lastWeek] }))).toEqual(['A', 'B']);
    expect(threeOf(plan(five, { weekMinutes: 0 }))).toEqual([]);
  });
});

describe('the rest of the day', () => {
  test('has a place for each kind, and somebody once among the others', () => {
    const made = plan([
      ...['A', 'B', 'C'].map((who) => of(who, 900)),
      of('D', 500, { kind: 'occasion', key: 'occasion:D' }),
      of('D', 400, { kind: 'myPromise', key: 'myPromise:D' }),
      of('E', 300, { kind: 'replyOwed', key: 'replyOwed:E' }),
      of('F', 200),
      of('F', 100, { kind: 'share', key: 'share:F' }),
      of('D', 50),
    ]);
    const keys = (candidates: readonly Candidate[]) => candidates.map(({ key }) => key);
    expect(keys(made.occasions)).toEqual(['occasion:D']);
    expect(keys(made.promises)).toEqual(['myPromise:D']);
    expect(keys(made.replies)).toEqual(['replyOwed:E']);
    expect(keys(made.others)).toEqual(['rhythmDue:F']);
    expect(keys(made.folded)).toEqual(['share:F', 'rhythmDue:D']);
  });

  test('folds what was swapped away, and leaves out what was done', () => {
    const all = ['A', 'B', 'C', 'D', 'E', 'F'].map((who, i) => of(who, 500 - i));
    const made = plan(all, { acts: [acted('A', 'swapped'), acted('E', 'done')] });
    expect(threeOf(made)).toEqual(['D', 'B', 'C']);
    expect(made.folded.map(({ key }) => key)).toEqual(['rhythmDue:A']);
    expect(made.others.map(({ key }) => key)).toEqual(['rhythmDue:F']);
  });
});

test('what speaks for a nudge is said, the weightiest first', () => {
  const weights = [
    { points: 10, because: () => 'close' },
    { points: 0, because: () => 'nothing' },
    { points: 90, because: () => 'overdue' },
  ];
  expect(sayBecause({ weights })).toEqual(['overdue', 'close']);
});

const people = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const anyCandidate: fc.Arbitrary<Candidate> = fc
  .record({
    kind: fc.constantFrom(...nudgeKinds),
    who: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 3 }),
    points: fc.integer({ min: 0, max: 5 }),
    minutes: fc.constantFrom(0, 5, 10, 15),
    due: fc.constantFrom(null, '2026-11-20', '2026-12-01'),
    isSettled: fc.boolean(),
    restDays: fc.constantFrom(null, 1, 30),
    refusedDays: fc.constantFrom(null, 30),
  })
  .map(({ who, points, ...about }) => ({
    ...of(who[0] ?? 'A', points, about),
    key: `${about.kind}:${who.join('')}:${points}`,
    people: who.map((name) => knownAs(name)) as unknown as Candidate['people'],
  }));
const anyCandidates = fc.uniqueArray(anyCandidate, { selector: ({ key }) => key, maxLength: 40 });

/** What may have been done about some of them, and about others. */
const anyDay = anyCandidates.chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    acts: fc
      .uniqueArray(
        fc.record({
          key: fc.constantFrom('rhythmDue:X', ...candidates.map(({ key }) => key)),
          act: fc.constantFrom<NudgeAct>('done', 'snoozed', 'notThis', 'skipped', 'swapped'),
          day: fc.constantFrom('2026-11-10', '2026-11-20', today),
        }),
        { selector: ({ key }) => key },
      )
      .map((acts) =>
        acts.map(
          ({ key, act, day }): ActRecord => ({
            key,
            act,
            day,
            until: act === 'snoozed' ? '2026-11-25' : null,
            minutes: act === 'done' ? 15 : 0,
          }),
        ),
      ),
    weekMinutes: fc.integer({ min: 0, max: 200 }),
    /** Keys of those without words. */
    empty: fc.func(fc.boolean()),
  }),
);

test('what weighs the same, is due together and is of one kind is ordered by what it is about', () => {
  const [a, b] = [of('A', 1), of('B', 1)];
  expect(rankCandidates([b, a])).toEqual([a, b]);
  expect(rankCandidates([a, b])).toEqual([a, b]);
});

test('the order is total, and the same whatever order they are found in', () => {
  fc.assert(
    fc.property(anyCandidates, fc.array(fc.nat()), (candidates, swaps) => {
      const shuffled = [...candidates];
      for (const [i, swap] of swaps.entries()) {
        const [a, b] = [i % (shuffled.length || 1), swap % (shuffled.length || 1)];
        [shuffled[a], shuffled[b]] = [shuffled[b] as Candidate, shuffled[a] as Candidate];
      }
      const ranked = rankCandidates(candidates);
      expect(rankCandidates(candidates.length === 0 ? [] : shuffled)).toEqual(ranked);
      const weights = ranked.map(weightOf);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
    }),
  );
});

test('any day stays within its time, shows three different people, shows nothing twice and loses nothing', () => {
  fc.assert(
    fc.property(anyDay, ({ candidates, acts, weekMinutes, empty }) => {
      const hasEvidence = ({ key }: Candidate) => empty(key);
      const made = planDay({ ranked: rankCandidates(candidates), acts, weekMinutes, today, hasEvidence });
      const { budget, three, occasions, promises, replies, others, folded } = made;
      const lists = [occasions, promises, replies, others];

      const spent = spentMinutes(acts, today).week;
      expect(budget.spentMinutes).toBe(spent);
      expect(budget.plannedMinutes).toBeLessThanOrEqual(Math.max(0, weekMinutes - spent));
      const open = three.flatMap(({ candidate, act }) => (act === null ? [candidate] : []));
      const planned = [...open, ...lists.flat()].reduce((sum, { minutes }) => sum + minutes, 0);
      expect(planned).toBe(budget.plannedMinutes);

      expect(three.length).toBeLessThanOrEqual(3);
      const named = three.flatMap(({ candidate }) => candidate.people.map(({ id }) => id));
      expect(new Set(named).size).toBe(named.length);

      const shown = [...three.map(({ candidate }) => candidate), ...lists.flat()];
      expect(shown.every(hasEvidence)).toBe(true);
      const everywhere = [...shown, ...folded].map(({ key }) => key);
      expect(new Set(everywhere).size).toBe(everywhere.length);

      for (const candidate of candidates) {
        const act = acts.find(({ key }) => key === candidate.key);
        const isHidden = act !== undefined && act.act !== 'swapped' && hidesOn(act, candidate, today);
        const isThere = everywhere.includes(candidate.key);
        if (!isHidden && !candidate.isSettled) expect(isThere).toBe(true);
        // What was done earlier and still rests is nowhere.
        if (isHidden && act.day < today) expect(isThere).toBe(false);
      }
    }),
    { numRuns: 1_000 },
  );
});
