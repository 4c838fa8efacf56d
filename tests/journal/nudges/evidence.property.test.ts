import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Evidence, Nudge } from '../../../src/shared/models/nudge.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import {
  addEntry,
  addPerson,
  closeTestJournals,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

const words = fc.oneof(
  fc.lorem({ maxCount: 12 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '!asked',
    '# Head\n\n- one\n- two !kind',
    '`code`',
    'He said “no” (and left. ',
    '@[x',
  ),
);

const anyEntry = fc.record({
  day: fc.constantFrom(
    '2026-01-05',
    '2026-08-01',
    '2026-10-20',
    '2026-11-10',
    '2026-11-21',
    '2026-11-22',
    '2027-02-01',
  ),
  channel: fc.constantFrom('note', 'call', 'message', 'inPerson'),
  who: fc.nat({ max: 3 }),
  isWith: fc.boolean(),
  isTheirs: fc.boolean(),
  words: fc.array(words, { maxLength: 6 }),
  mentions: fc.boolean(),
});

const anyFact = fc.record({
  who: fc.nat({ max: 3 }),
  facet: fc.constantFrom('interests', 'dates', 'work'),
  label: fc.constantFrom('', 'exam', 'birthday', 'employer'),
  text: fc.constantFrom('sailing', 'boats and maps', 'the harbour', 'Reed & Sons'),
  date: fc.constantFrom(null, '2026-11-20', '--11-22', '1980-11-23'),
  learnedOn: fc.constantFrom('2026-10-01', '2026-11-15'),
});

const anyPromise = fc.record({
  who: fc.nat({ max: 3 }),
  madeBy: fc.constantFrom('me', 'them'),
  sentence: words.filter((text) => text.trim() !== ''),
  due: fc.constantFrom(null, '2026-11-01', '2026-11-22'),
});

/** The words that a source holds, where a quotation may come from. */
async function wordsOf({ ask, context: { db } }: TestJournal, { source }: Evidence): Promise<string> {
  switch (source.kind) {
    case 'entry':
      return (await ask('entries.get', { id: source.entryId })).body;
    case 'fact': {
      const row = db.prepare('SELECT text, quote FROM fact WHERE id = ?').get(source.factId);
      const { text, quote } = row as { text: string; quote: string };
      return `${text}\n${quote}`;
    }
    case 'promise':
      return db.prepare('SELECT sentence FROM promise WHERE id = ?').pluck().get(source.promiseId) as string;
    case 'person': {
      const { dates, tags, groups } = await ask('people.get', { id: source.personId });
      return [...dates.map(({ date }) => date), ...tags, ...groups].join('\n');
    }
    case 'shelf':
      return db.prepare('SELECT title FROM shelf_item WHERE id = ?').pluck().get(source.itemId) as string;
  }
}

type Made<A> = A extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly entries: readonly Made<typeof anyEntry>[];
  readonly facts: readonly Made<typeof anyFact>[];
  readonly promises: readonly Made<typeof anyPromise>[];
}

async function fill(journal: TestJournal, { entries, facts, promises }: World): Promise<void> {
  const ids: string[] = [];
  for (const [i, circleId] of ['inner', 'close', 'friends', 'noticed'].entries()) {
    const dates = i === 1 ? [{ kind: 'birthday' as const, label: '', date: '--11-23' }] : [];
    ids.push(await addPerson(journal, { name: `Person ${i}`, circleId, dates, groups: ['maps'] }));
  }
  const idOf = (who: number) => ids[who] ?? '';
  for (const { who, isWith, isTheirs, words: some, mentions, ...entry } of entries) {
    await addEntry(journal, {
      ...entry,
      body: [...some, ...(mentions ? [makeMention('P.', idOf(who)), 'came by.'] : [])].join(' '),
      begunBy: isTheirs ? idOf(who) : 'me',
      people: isWith ? [{ personId: idOf(who), role: 'with' }] : [],
    });
  }
  for (const { who, ...fact } of facts) {
    // The same twice is refused.
    await journal.ask('facts.create', { personId: idOf(who), fact }).catch(() => null);
  }
  for (const { who, ...promise } of promises) {
    await journal.ask('promises.create', {
      promise: { ...promise, personIds: [idOf(who)], madeOn: '2026-10-01' },
    });
  }
  await journal.ask('shelf.create', { item: { kind: 'text', title: 'On maps', topics: ['map'] } });
}

async function nudgesOf(journal: TestJournal): Promise<readonly Nudge[]> {
  const { three, occasions, promises, replies, others, folded } = await journal.ask('nudges.today', {});
  return [...three.map(({ nudge }) => nudge), ...occasions, ...promises, ...replies, ...others, ...folded];
}

async function expectTrue(journal: TestJournal, { evidence, opening }: Nudge): Promise<void> {
  expect(evidence.length).toBeGreaterThan(0);
  for (const one of evidence) expect((await wordsOf(journal, one)).includes(one.quote)).toBe(true);
  for (const cited of opening?.cites ?? []) expect(evidence[cited]).toBeDefined();
}

test('whatever is in a journal, each nudge has evidence, and each quotation stands word for word in its source', async () => {
  const anyWorld = fc.record({
    entries: fc.array(anyEntry, { maxLength: 14 }),
    facts: fc.array(anyFact, { maxLength: 5 }),
    promises: fc.array(anyPromise, { maxLength: 3 }),
  });
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      const journal = openTestJournal();
      await fill(journal, world);
      const nudges = await nudgesOf(journal);
      for (const nudge of nudges) await expectTrue(journal, nudge);
      seen += nudges.length;
      journal.close();
    }),
    { numRuns: 30 },
  );
  expect(seen).toBeGreaterThan(50);
}, 120_000);
