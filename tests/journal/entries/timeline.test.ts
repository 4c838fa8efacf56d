import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { EntryFilter } from '../../../src/shared/contract/entries.ts';
import type { Channel, Entry, Role } from '../../../src/shared/models/entry.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const days = ['1660-01-01', '1660-01-02', '1999-12-31', '2026-11-20', '2026-11-22'];
const someChannels: readonly Channel[] = ['note', 'call', 'letter'];
const someTags = ['work', 'home'];
const someCircles = ['inner', 'close', null];
const PEOPLE = 4;

interface Written {
  readonly day: string;
  readonly channel: Channel;
  readonly tags: readonly string[];
  readonly people: ReadonlyMap<number, Role>;
}

const written: fc.Arbitrary<Written> = fc.record({
  day: fc.constantFrom(...days),
  channel: fc.constantFrom(...someChannels),
  tags: fc.subarray(someTags),
  people: fc
    .uniqueArray(fc.tuple(fc.nat(PEOPLE - 1), fc.constantFrom<Role>('with', 'mentioned')), {
      selector: ([person]) => person,
      maxLength: PEOPLE,
    })
    .map((pairs) => new Map(pairs)),
});

interface Asked {
  readonly person: number | undefined;
  readonly role: Role | undefined;
  readonly circleId: string | undefined;
  readonly channel: Channel | undefined;
  readonly tag: string | undefined;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  person: fc.option(fc.nat(PEOPLE - 1), { nil: undefined }),
  role: fc.option(fc.constantFrom<Role>('with', 'mentioned'), { nil: undefined }),
  circleId: fc.option(fc.constantFrom('inner', 'close'), { nil: undefined }),
  channel: fc.option(fc.constantFrom(...someChannels), { nil: undefined }),
  tag: fc.option(fc.constantFrom('work', 'HOME', 'nothing'), { nil: undefined }),
});

const circleOf = (person: number) => someCircles[person % someCircles.length] ?? null;

function passes(entry: Written, { person, role, circleId, channel, tag }: Asked): boolean {
  if (person !== undefined) {
    const own = entry.people.get(person);
    if (own === undefined || (role !== undefined && own !== role)) return false;
  }
  if (circleId !== undefined && ![...entry.people.keys()].some((who) => circleOf(who) === circleId))
    return false;
  if (channel !== undefined && entry.channel !== channel) return false;
  return tag === undefined || entry.tags.includes(tag.toLowerCase());
}

function filterOf(ids: readonly string[], { person, ...rest }: Asked): EntryFilter {
  return Object.fromEntries(
    Object.entries({ ...rest, personId: person === undefined ? undefined : ids[person] }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

async function write(journal: TestJournal, all: readonly Written[]) {
  const people: string[] = [];
  for (let i = 0; i < PEOPLE; i++)
    people.push(await addPerson(journal, { name: `P${i}`, circleId: circleOf(i) }));
  const ids: string[] = [];
  for (const entry of all) {
    ids.push(
      await addEntry(journal, {
        ...entry,
        tags: [...entry.tags],
        people: [...entry.people].map(([person, role]) => ({ personId: people[person] as string, role })),
      }),
    );
  }
  return { people, ids };
}

/** Reads the whole timeline in pages, from the newest down or from the oldest up. */
async function readAll(journal: TestJournal, filter: EntryFilter, limit: number, upwards: boolean) {
  const read: Entry[] = [];
  let page = await journal.ask('entries.timeline', {
    filter,
    limit,
    ...(upwards ? { from: { newer: 0 } } : {}),
  });
  expect(upwards ? page.older : page.newer).toBeNull();
  for (;;) {
    if (upwards) read.unshift(...page.entries);
    else read.push(...page.entries);
    const next = upwards ? page.newer : page.older;
    if (next === null) return read.map(({ id }) => id);
    expect(page.entries.length).toBe(limit);
    page = await journal.ask('entries.timeline', {
      filter,
      limit,
      from: upwards ? { newer: next } : { older: next },
    });
    expect(upwards ? page.older : page.newer).not.toBeNull();
  }
}

describe('the timeline', () => {
  test('shows exactly what passes any filter, newest first, in pages of any size, in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { maxLength: 25 }),
        fc.array(asked, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        async (all, filters, limit) => {
          const journal = openTestJournal();
          const { people, ids } = await write(journal, all);
          for (const filter of filters) {
            const expected = all
              .map((entry, i) => ({ entry, id: ids[i] as string, i }))
              .filter(({ entry }) => passes(entry, filter))
              .sort((a, b) => b.entry.day.localeCompare(a.entry.day) || b.i - a.i)
              .map(({ id }) => id);
            const given = filterOf(people, filter);
            expect(await readAll(journal, given, limit, false)).toEqual(expected);
            expect(await readAll(journal, given, limit, true)).toEqual(expected);
          }
          journal.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test('begins at the newest entry of a day, or the next older one', async () => {
    const journal = openTestJournal();
    const old = await addEntry(journal, { day: '2026-01-01' });
    const morning = await addEntry(journal, { day: '2026-06-01', time: '08:00' });
    const evening = await addEntry(journal, { day: '2026-06-01', time: '20:00' });
    const late = await addEntry(journal, { day: '2026-12-01' });
    const from = async (day: string) => {
      const page = await journal.ask('entries.timeline', { from: { day } });
      return { ids: page.entries.map(({ id }) => id), newer: page.newer !== null };
    };
    expect(await from('2026-06-01')).toEqual({ ids: [evening, morning, old], newer: true });
    expect(await from('2026-05-31')).toEqual({ ids: [old], newer: true });
    expect(await from('2026-12-31')).toEqual({ ids: [late, evening, morning, old], newer: false });
    expect(await from('1500-01-01')).toEqual({ ids: [], newer: true });
    const before = await journal.ask('entries.timeline', { from: { day: '1500-01-01' } });
    const up = await journal.ask('entries.timeline', { from: { newer: before.newer as number }, limit: 2 });
    expect(up.entries.map(({ id }) => id)).toEqual([morning, old]);
  });

  test('a cursor goes on from its place though its entry is gone', async () => {
    const journal = openTestJournal();
    const ids: string[] = [];
    for (let i = 1; i <= 9; i++) ids.unshift(await addEntry(journal, { day: `2026-01-0${i}` }));
    const first = await journal.ask('entries.timeline', { limit: 3 });
    await journal.ask('entries.remove', { id: ids[2] as string });
    await journal.ask('entries.remove', { id: ids[3] as string });
    const next = await journal.ask('entries.timeline', { from: { older: first.older as number }, limit: 3 });
    expect(next.entries.map(({ id }) => id)).toEqual(ids.slice(4, 7));
    const back = await journal.ask('entries.timeline', { from: { newer: next.newer as number } });
    expect(back.entries.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  });

  test('a page that is empty tells the way back', async () => {
    const journal = openTestJournal();
    const only = await addEntry(journal);
    const cursor = (await journal.ask('entries.timeline', { from: { newer: 0 } })).entries.length;
    expect(cursor).toBe(1);
    const beyond = await journal.ask('entries.timeline', { from: { older: 1 } });
    expect(beyond).toMatchObject({ entries: [], older: null });
    const back = await journal.ask('entries.timeline', { from: { newer: beyond.newer as number } });
    expect(back.entries.map(({ id }) => id)).toEqual([only]);
    const above = await journal.ask('entries.timeline', { from: { newer: 2 ** 40 - 1 } });
    expect(above).toMatchObject({ entries: [], newer: null });
    const down = await journal.ask('entries.timeline', { from: { older: above.older as number } });
    expect(down.entries.map(({ id }) => id)).toEqual([only]);
  });

  test('an empty journal has no page and no span', async () => {
    const journal = openTestJournal();
    expect(await journal.ask('entries.timeline', {})).toEqual({ entries: [], older: null, newer: null });
    expect(await journal.ask('entries.span', {})).toBeNull();
  });

  test('the span is the oldest and the newest day', async () => {
    const journal = openTestJournal();
    for (const day of ['1660-01-01', '2026-11-22', '1969-12-31']) await addEntry(journal, { day });
    expect(await journal.ask('entries.span', {})).toEqual({ first: '1660-01-01', last: '2026-11-22' });
  });

  test('a person in whose circle there is a change is found in the new one and not in the old one', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal, { circleId: 'close' });
    const bob = await addPerson(journal, { name: 'Bob', circleId: 'close' });
    const both = await addEntry(journal, {
      people: [
        { personId: ada, role: 'with' },
        { personId: bob, role: 'mentioned' },
      ],
    });
    const alone = await addEntry(journal, { people: [{ personId: ada, role: 'with' }] });
    const inCircle = async (circleId: string) =>
      (await journal.ask('entries.timeline', { filter: { circleId } })).entries.map(({ id }) => id);
    await journal.ask('people.update', { id: ada, person: { circleId: 'inner' } });
    expect(await inCircle('inner')).toEqual([alone, both]);
    expect(await inCircle('close')).toEqual([both]);
    await journal.ask('people.update', { id: bob, person: { circleId: null } });
    expect(await inCircle('close')).toEqual([]);
    await journal.ask('people.remove', { id: ada });
    expect(await inCircle('inner')).toEqual([]);
  });
});
