import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Store } from '../../../src/main/journal/store/openStore.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

/** What the triggers keep, worked out afresh from the rows it follows from. */
function expectDerivedRowsHold(db: Store): void {
  const rows = (sql: string) => db.prepare(sql).raw().all();
  expect(
    rows(
      'SELECT person_n, entry_count, last_with_k, last_mentioned_k FROM person_tally WHERE entry_count > 0 ORDER BY 1',
    ),
  ).toEqual(
    rows(
      `SELECT person_n, count(*), max(iif(role = 'with', k, NULL)), max(iif(role = 'mentioned', k, NULL))
       FROM entry_person WHERE person_n IN (SELECT n FROM person) GROUP BY person_n ORDER BY 1`,
    ),
  );
  expect(rows('SELECT circle_id, k FROM entry_circle ORDER BY 1, 2')).toEqual(
    rows(
      `SELECT DISTINCT circle_id, k FROM entry_person JOIN person ON n = person_n
       WHERE circle_id IS NOT NULL ORDER BY 1, 2`,
    ),
  );
  expect(rows('SELECT n, entry_count FROM tag ORDER BY n')).toEqual(
    rows('SELECT n, (SELECT count(*) FROM entry_tag WHERE tag_n = n) FROM tag ORDER BY n'),
  );
  expect(rows('SELECT k, person_n FROM entry_person GROUP BY k, person_n HAVING count(*) > 1')).toEqual([]);
  // Links of nobody are links of somebody in the trash.
  expect(
    rows('SELECT person_n FROM entry_person EXCEPT SELECT n FROM person EXCEPT SELECT person_n FROM trash'),
  ).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
}

const circles = [null, 'inner', 'close', 'friends'] as const;
const tags = ['work', 'home', 'Rome'];
const days = ['1660-01-01', '2026-01-01', '2026-11-22'];

interface World {
  readonly journal: TestJournal;
  readonly people: string[];
  readonly entries: string[];
  readonly trash: string[];
}

type Step = (world: World, pick: <T>(from: readonly T[]) => T | undefined) => Promise<unknown>;

const draftOf: (
  world: World,
  pick: <T>(from: readonly T[]) => T | undefined,
) => ReturnType<typeof entryDraftOf> = ({ people }, pick) => {
  const [personId, mentioned] = [pick(people), pick(people)];
  return entryDraftOf({
    day: pick(days) as string,
    time: pick([null, '10:00']) ?? null,
    body: mentioned ? `${makeMention('X', mentioned)} #${pick(tags)}` : '',
    people: personId ? [{ personId, role: pick(['with', 'mentioned'] as const) ?? 'with' }] : [],
    tags: [pick(tags) as string],
  });
};

const steps: Readonly<Record<string, Step>> = {
  addPerson: async ({ journal, people }, pick) =>
    people.push(await addPerson(journal, { circleId: pick(circles) ?? null })),
  addEntry: async (world, pick) => world.entries.push(await addEntry(world.journal, draftOf(world, pick))),
  changeEntry: async (world, pick) => {
    const id = pick(world.entries);
    if (id) await world.journal.ask('entries.update', { id, entry: draftOf(world, pick) });
  },
  moveCircle: async ({ journal, people }, pick) => {
    const id = pick(people);
    if (id) await journal.ask('people.update', { id, person: { circleId: pick(circles) ?? null } });
  },
  removePerson: async ({ journal, people, trash }, pick) => {
    const id = pick(people);
    if (id) trash.push((await journal.ask('people.remove', { id })).trashId);
  },
  removeEntry: async ({ journal, entries, trash }, pick) => {
    const id = pick(entries);
    if (id) trash.push((await journal.ask('entries.remove', { id })).trashId);
  },
  restore: async ({ journal, trash }, pick) => {
    const trashId = pick(trash);
    if (trashId) await journal.ask('trash.restore', { trashId });
  },
  restart: async ({ journal }) => journal.reopen(),
};

test('whatever is done, what follows from other rows holds, and the people in memory are those in the file', async () => {
  const scripts = fc.array(
    fc.tuple(
      fc.constantFrom('addPerson', 'addEntry', 'addEntry', ...Object.keys(steps)),
      fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
    ),
    { minLength: 5, maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const journal = openTestJournal();
      const world: World = { journal, people: [], entries: [], trash: [] };
      for (const [name, choices] of script) {
        let next = 0;
        const pick = <T>(from: readonly T[]) => from[(choices[next++] ?? 0) % Math.max(from.length, 1)];
        try {
          await steps[name]?.(world, pick);
        } catch (error) {
          // Picking what is gone already is answered with a sentence.
          if (!(error instanceof KithError)) throw error;
        }
      }
      expectDerivedRowsHold(journal.context.db);
      const before = await journal.ask('people.list', { sort: 'lastTalk', limit: 500 });
      journal.reopen();
      expect(await journal.ask('people.list', { sort: 'lastTalk', limit: 500 })).toEqual(before);
      journal.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
