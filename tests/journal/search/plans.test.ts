import { afterEach, expect, test } from 'vitest';
import { addEntry, addPerson, closeTestJournals, openTestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

/** A virtual table says SCAN of its own index; without a constraint that it understands, nothing follows the colon. */
const BY_OWN_INDEX = /^SCAN \w+ VIRTUAL TABLE INDEX \d+:./;
/** Small by nature: circles are a handful, the state of the index is one row, and the wait for a first row ends at it. */
const SMALL = /^SCAN (?:CONSTANT ROW|circle|index_state|index_pending|wanted|\(subquery)\b/;

/** The steps of a plan that read something from end to end. */
function scansOf(
  prepare: (sql: string) => { all: (...values: string[]) => unknown[] },
  sql: string,
): string[] {
  const values = (sql.match(/\?/g) ?? []).map(() => '1');
  const steps = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  return steps
    .map(({ detail }) => detail)
    .filter((detail) => detail.startsWith('SCAN ') && !BY_OWN_INDEX.test(detail) && !SMALL.test(detail));
}

test('no question of search reads a table from end to end', async () => {
  const journal = openTestJournal();
  const person = await addPerson(journal, { name: 'Will Hewer', circleId: 'close' });
  await addEntry(journal, {
    body: 'A fire in the city',
    title: 'Fire',
    tags: ['work'],
    people: [{ personId: person, role: 'with' }],
  });
  for (let i = 0; i < 90; i++)
    await addEntry(journal, { body: `A letter of the ${i}th day`, title: i % 9 === 0 ? 'Letter' : '' });
  const asked = new Set<string>();
  // Statements are kept once prepared, so a fresh connection hears of each.
  journal.reopen();
  const fresh = journal.context.db;
  const original = fresh.prepare.bind(fresh);
  fresh.prepare = ((sql: string) => {
    asked.add(sql);
    return original(sql);
  }) as typeof fresh.prepare;
  const queries = [
    'fire city',
    'letter',
    'a letter of the',
    '"letter of"',
    'garte',
    'lettre',
    'with:will fire',
    'circle:close',
    'from:will',
    '#work',
    'tag:w',
    'before:2027 letter',
    '-fire',
    'hewre',
    'fire zzzz',
  ];
  for (const text of queries) {
    await journal.ask('search.typing', { text });
    await journal.ask('search.run', { text });
    await journal.ask('search.complete', { text, caret: text.length });
  }
  await addEntry(journal, { body: 'One more' });
  const reads = [...asked].filter((sql) => /^\s*SELECT/i.test(sql));
  expect(reads.length).toBeGreaterThan(15);
  expect(reads.flatMap((sql) => scansOf(original, sql))).toEqual([]);
  // A number arrives as a REAL, which FTS5 does not take for a bound.
  expect(reads.filter((sql) => /MATCH/.test(sql) && /rowid (?:BETWEEN|[<>=]+) \?/.test(sql))).toEqual([]);
  expect(scansOf(original, 'SELECT k FROM entry WHERE body LIKE ?')).toEqual(['SCAN entry']);
});

test('the word indices are asked by word, newest first, without sorting', () => {
  const { db } = openTestJournal().context;
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT rowid FROM entry_typing WHERE entry_typing MATCH ? AND rowid BETWEEN ? AND ?
       ORDER BY rowid DESC LIMIT ?`,
    )
    .all('x', 0, 1, 1) as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SCAN entry_typing VIRTUAL TABLE INDEX .*M1/),
  ]);
});
