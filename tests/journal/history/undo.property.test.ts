import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Store } from '../../../src/main/journal/store/openStore.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import type { EntryDraft } from '../../../src/shared/models/entry.ts';
import type { PersonDraft } from '../../../src/shared/models/person.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { draftOf as draftOfPerson, mergeFields } from '../../../src/shared/rules/mergeFields.ts';
import {
  anyEntryFacet,
  begunByFacet,
  channelFacet,
  personFacet,
  tagFacet,
  takesPartFacet,
} from '../../../src/shared/search/facets.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

/**
 * Every row of what the user has, and of what follows from it. Left out: the history, which only ever grows, the ids
 * of what lies in the trash, which redo makes anew, and tags and tallies that count nothing.
 */
function tablesOf(db: Store): unknown {
  const rows = (sql: string) => db.prepare(sql).raw().all();
  return {
    people: rows('SELECT * FROM person ORDER BY n'),
    nicknames: rows('SELECT * FROM nickname ORDER BY 1, 2'),
    contactWays: rows('SELECT * FROM contact_way ORDER BY 1, 2'),
    details: rows('SELECT * FROM person_detail ORDER BY 1, 2'),
    entries: rows('SELECT * FROM entry ORDER BY k'),
    links: rows('SELECT * FROM entry_person ORDER BY 1, 2, 3'),
    tagged: rows('SELECT * FROM entry_tag ORDER BY 1, 2'),
    tags: rows('SELECT * FROM tag WHERE entry_count > 0 ORDER BY n'),
    circles: rows('SELECT * FROM entry_circle ORDER BY 1, 2'),
    tallies: rows('SELECT * FROM person_tally WHERE entry_count > 0 ORDER BY 1'),
    trash: rows(`SELECT kind, subject_id, json_remove(content, '$.merged.versionIds'), person_n
      FROM trash ORDER BY 1, 2`),
    words: rows('SELECT * FROM person_word ORDER BY 1, 2, 3'),
    aliases: rows('SELECT * FROM person_alias ORDER BY 1'),
    mergedLinks: rows('SELECT * FROM merged_link ORDER BY 1, 2'),
    drafts: rows('SELECT * FROM draft ORDER BY 1'),
    batches: rows('SELECT * FROM import_batch ORDER BY 1'),
  };
}

/**
 * What the full-text indices say, which follows from the rows as well. Asked directly: what a search makes of a word
 * that nothing has also depends on the words that were ever used.
 */
function findings(db: Store): unknown {
  const find = (index: string, word: string) =>
    db.prepare(`SELECT rowid FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid`).pluck().all(`"${word}"`);
  const numbers = [1, 2, 3, 4, 5];
  const facets = [
    anyEntryFacet,
    channelFacet('call'),
    begunByFacet('me'),
    ...numbers.flatMap((n) => [personFacet(n), takesPartFacet(n), begunByFacet(n), tagFacet(n)]),
  ];
  return {
    typing: ['tea', 'cake', 'a', 'b', 'x', ...facets].map((word) => find('entry_typing', word)),
    titles: find('head_typing', 'cake'),
    phrases: ['tea', 'cake', 'c'].map((word) => find('entry_fts', word)),
    people: ['one', 'two', 'nick', 'person', 'born'].map((word) => find('person_typing', word)),
  };
}

interface World {
  readonly journal: TestJournal;
  readonly people: string[];
  readonly entries: string[];
}

type Pick = <T>(from: readonly T[]) => T | undefined;
type Step = (world: World, pick: Pick) => Promise<unknown>;

const names = ['One', 'Two', 'Three', 'Four'];

function draftOf({ people }: World, pick: Pick): EntryDraft {
  const [first, second, mentioned] = [pick(people), pick(people), pick(people)];
  const named = [...new Set([first, second].filter((id) => id !== undefined))];
  return entryDraftOf({
    day: pick(['1660-01-01', '2026-11-22', '2026-11-22']) as string,
    time: pick([null, null, '10:00']) ?? null,
    channel: pick(['note', 'call'] as const) ?? 'note',
    begunBy: pick([null, 'me', ...people.slice(0, 1)]) ?? null,
    title: pick(['', 'Cake']) as string,
    body: `tea${mentioned ? ` with ${makeMention('X', mentioned)}` : ''} #${pick(['work', 'home'])} ${pick(['a', 'b', 'c'])}`,
    people: named.map((personId) => ({ personId, role: pick(['with', 'mentioned'] as const) ?? 'with' })),
    tags: [pick(['rome', 'Rome', 'work']) as string],
  });
}

function personOf(pick: Pick): Partial<PersonDraft> {
  return {
    name: pick(names) as string,
    circleId: pick([null, 'inner', 'close']) ?? null,
    notes: pick(['', 'person of notes', 'more']) as string,
    nicknames: pick([[], ['Nick'], ['Nick', 'Nack']]) as string[],
    details: pick([[], [{ label: 'Born', value: '1633' }]]) as PersonDraft['details'],
  };
}

const creating: Readonly<Record<string, Step>> = {
  addPerson: async ({ journal, people }, pick) => people.push(await addPerson(journal, personOf(pick))),
  addEntry: async (world, pick) => world.entries.push(await addEntry(world.journal, draftOf(world, pick))),
};

const changing: Readonly<Record<string, Step>> = {
  changeEntry: async (world, pick) => {
    const id = pick(world.entries);
    const living = await world.journal.ask('people.names', { ids: world.people });
    const here = { ...world, people: living.map((person) => person.id) };
    if (id) await world.journal.ask('entries.update', { id, entry: draftOf(here, pick) });
  },
  changePerson: async ({ journal, people }, pick) => {
    const id = pick(people);
    if (id) await journal.ask('people.update', { id, person: personOf(pick) });
  },
  removePerson: async ({ journal, people }, pick) => {
    const id = pick(people);
    if (id) await journal.ask('people.remove', { id });
  },
  mergePeople: async ({ journal, people }, pick) => {
    const [keepId, otherId] = [pick(people), pick(people)];
    if (!keepId || !otherId) return;
    const { id: _id, ...kept } = await journal.ask('people.get', { id: keepId });
    const person = mergeFields(
      draftOfPerson(kept),
      draftOfPerson(await journal.ask('people.get', { id: otherId })),
      {
        name: pick(['left', 'right'] as const) ?? 'left',
        nicknames: pick(['left', 'right', 'both'] as const) ?? 'left',
        circleId: pick(['left', 'right'] as const) ?? 'left',
      },
    );
    await journal.ask('people.merge', { keepId, otherId, person });
  },
  changeMany: async ({ journal, people }, pick) => {
    const ids = people.filter(() => pick([true, false]));
    const circleId = pick([null, 'inner', 'close']) ?? null;
    const tag = pick(['x', 'y']) ?? 'x';
    const changes = [
      { kind: 'tag', tag },
      { kind: 'untag', tag },
      { kind: 'circle', circleId },
    ] as const;
    const change = pick(changes) ?? changes[0];
    if (ids.length > 0) await journal.ask('bulk.change', { ids, change });
  },
  removeMany: async ({ journal, people }, pick) => {
    const ids = people.filter(() => pick([true, false]));
    if (ids.length > 0) await journal.ask('bulk.remove', { ids });
  },
  removeEntry: async ({ journal, entries }, pick) => {
    const id = pick(entries);
    if (id) await journal.ask('entries.remove', { id });
  },
  restoreVersion: async ({ journal, entries }, pick) => {
    const id = pick(entries);
    if (!id) return;
    const { versions } = await journal.ask('history.entry', { id });
    const version = pick(versions);
    if (version) await journal.ask('history.restoreEntry', { versionId: version.id });
  },
};

/** What is gone already is answered with a sentence, and then nothing was done. */
async function attempt(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
  }
}

const choices = fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 });
const stepsOf = (kinds: readonly string[], size: { minLength: number; maxLength: number }) =>
  fc.array(fc.tuple(fc.constantFrom(...kinds), choices), size);

/** Does steps, and holds the journal after each undo and redo to what it was at that point. */
function makeWalk(world: World) {
  const { journal } = world;
  const look = () => ({ tables: tablesOf(journal.context.db), found: findings(journal.context.db) });
  type State = ReturnType<typeof look>;
  const done: State[] = [];
  const undone: State[] = [];

  const step = async (name: string, numbers: readonly number[]) => {
    let next = 0;
    const pick: Pick = (from) => from[(numbers[next++] ?? 0) % Math.max(from.length, 1)];
    journal.clock.advance(1000);
    await attempt({ ...creating, ...changing }[name]?.(world, pick) ?? Promise.resolve());
  };
  const change = async (name: string, numbers: readonly number[]) => {
    await step(name, numbers);
    const state = look();
    if (JSON.stringify(state) === JSON.stringify(done.at(-1))) return;
    done.push(state);
    undone.length = 0;
  };
  const undo = async () => {
    const state = done.length > 1 ? done.pop() : undefined;
    expect((await journal.ask('undo.undo', {})) === null).toBe(state === undefined);
    if (state) undone.push(state);
    expect(look()).toEqual(done.at(-1));
  };
  const redo = async () => {
    const state = undone.pop();
    expect((await journal.ask('undo.redo', {})) === null).toBe(state === undefined);
    if (state) done.push(state);
    expect(look()).toEqual(done.at(-1));
  };
  return {
    begin: async (script: Script) => {
      for (const [name, numbers] of script) await step(name, numbers);
      // What was done until here is only the ground: a restart forgets how to undo it.
      journal.reopen();
      done.push(look());
    },
    go: async (script: Script) => {
      for (const [name, numbers] of script) {
        if (name === 'undo') await undo();
        else if (name === 'redo') await redo();
        else await change(name, numbers);
      }
    },
    goBack: async () => {
      while (done.length > 1) await undo();
      await undo();
    },
  };
}

type Script = readonly (readonly [string, readonly number[]])[];

test('whatever is created, changed, deleted, undone and done again, undo and redo lead exactly there and back', async () => {
  const scripts = fc.tuple(
    stepsOf([...Object.keys(creating), 'addEntry', ...Object.keys(changing)], {
      minLength: 3,
      maxLength: 14,
    }),
    stepsOf([...Object.keys(changing), ...Object.keys(changing), 'undo', 'undo', 'redo'], {
      minLength: 3,
      maxLength: 24,
    }),
  );
  await fc.assert(
    fc.asyncProperty(scripts, async ([ground, script]) => {
      const journal = openTestJournal();
      const walk = makeWalk({ journal, people: [], entries: [] });
      await walk.begin(ground);
      await walk.go(script);
      await walk.goBack();
      expect(journal.context.db.pragma('foreign_key_check')).toEqual([]);
      journal.close();
    }),
    { numRuns: Number(process.env['KITH_RUNS'] ?? 25) },
  );
}, 900_000);
