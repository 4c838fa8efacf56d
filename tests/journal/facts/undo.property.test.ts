import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { KithError } from '../../../src/shared/contract/errors.ts';
import type { Fact } from '../../../src/shared/models/fact.ts';
import { isSameLine } from '../../../src/shared/rules/facts/succession.ts';
import { addPerson, closeTestJournals, openTestJournal, type TestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

/** Something that is done to the facts of two people; which fact is meant is told by a number. */
const acts = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('create' as const),
      whose: fc.nat(1),
      label: fc.constantFrom('employer', 'works at', 'role', 'project'),
      text: fc.constantFrom('Bright', 'Northwind', 'Harbour', 'the sea'),
      date: fc.constantFrom(null, '2019', '2024-03', '--05-03'),
      learnedOn: fc.constantFrom('2020-01-01', '2023-05-05', '2026-11-22'),
    }),
    fc.record({
      act: fc.constant('update' as const),
      which: fc.nat(9),
      whose: fc.option(fc.nat(1), { nil: undefined }),
      label: fc.constantFrom(undefined, 'employer', 'project'),
      date: fc.constantFrom(undefined, null, '2021'),
    }),
    fc.record({ act: fc.constant('remove' as const), which: fc.nat(9) }),
    fc.record({
      act: fc.constant('retire' as const),
      which: fc.nat(9),
      on: fc.constantFrom(null, '2022-02-02'),
    }),
  ),
  { maxLength: 14 },
);
type Act = (typeof acts extends fc.Arbitrary<infer A> ? A : never)[number];

const factsOf = async (journal: TestJournal, people: readonly string[]) =>
  (await Promise.all(people.map((personId) => journal.ask('facts.list', { personId })))).flat();

const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

async function run(journal: TestJournal, people: readonly string[], act: Act): Promise<void> {
  const personOf = (whose: number) => people[whose] as string;
  if (act.act === 'create') {
    const { act: _, whose, ...fact } = act;
    await journal.ask('facts.create', { personId: personOf(whose), fact: { facet: 'work', ...fact } });
    return;
  }
  const all = byId(await factsOf(journal, people));
  const id = all[act.which % Math.max(1, all.length)]?.id;
  if (id === undefined) return;
  if (act.act === 'remove') await journal.ask('facts.remove', { id });
  else if (act.act === 'retire') await journal.ask('facts.retire', { id, on: act.on });
  else {
    const fact = {
      ...(act.label === undefined ? {} : { label: act.label }),
      ...(act.date === undefined ? {} : { date: act.date }),
    };
    const personId = act.whose === undefined ? {} : { personId: personOf(act.whose) };
    await journal.ask('facts.update', { id, ...personId, fact });
  }
}

function expectAlreadyThere(error: unknown): void {
  expect(error).toBeInstanceOf(KithError);
  expect((error as KithError).kind).toBe('alreadyThere');
}

/** What took the place of a fact is there, and of the same line of the same person. */
function expectInLine(facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.retiredBy === null) continue;
    const successor = facts.find(({ id }) => id === fact.retiredBy);
    expect(successor?.personId).toBe(fact.personId);
    expect(successor && isSameLine(fact, successor)).toBe(true);
  }
}

/** Which people a search for each word finds must be those of whom it is true. */
async function expectFound(journal: TestJournal, people: readonly string[]): Promise<void> {
  const all = await factsOf(journal, people);
  for (const word of ['Bright', 'Northwind', 'Harbour']) {
    const found = (await journal.ask('search.run', { text: word })).people.map(({ id }) => id).sort();
    const told = all.filter(({ text, retiredOn }) => text === word && retiredOn === null);
    expect(found).toEqual([...new Set(told.map(({ personId }) => personId))].sort());
  }
}

test('whatever is done to facts, they lean on facts of the same line, are found when true, and undo takes all of it back', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (given) => {
      const journal = openTestJournal();
      const people = [await addPerson(journal), await addPerson(journal, { name: 'Tom Reed' })];
      const states = [await factsOf(journal, people)];
      for (const act of given) {
        journal.clock.advance(1000);
        // The same twice is refused, and nothing has happened.
        await run(journal, people, act).catch(expectAlreadyThere);
        const now = await factsOf(journal, people);
        expectInLine(now);
        if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
      }
      await expectFound(journal, people);
      for (const before of states.slice(0, -1).reverse()) {
        await journal.ask('undo.undo', {});
        expect(await factsOf(journal, people)).toEqual(before);
      }
      await expectFound(journal, people);
      for (const after of states.slice(1)) {
        await journal.ask('undo.redo', {});
        expect(await factsOf(journal, people)).toEqual(after);
      }
      await expectFound(journal, people);
      journal.close();
    }),
    { numRuns: 60 },
  );
}, 240_000);
