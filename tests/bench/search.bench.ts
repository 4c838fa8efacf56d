import { test } from 'vitest';
import { figures, figuresHead, percentile, type Took, timed } from './support/figures.ts';
import { type GeneratedJournal, openGeneratedJournal } from './support/generatedJournal.ts';

const ENTRIES = Number(process.env['KITH_BENCH_ENTRIES'] ?? 100_000);
/** Prints the slowest keys, for finding out why. */
const TELL_SLOW = process.env['KITH_BENCH_SLOW'] !== undefined;
/** The references take seconds a key; each is given so much time and answers as many keys, evenly chosen, as fit. */
const REFERENCE_MS = 30_000;

/** Queries by kind, to be typed key by key. */
function queriesFor({ words, names }: GeneratedJournal): Readonly<Record<string, readonly string[]>> {
  const w = (rank: number) => words[rank] ?? '';
  const name = (i: number) => names[i] ?? '';
  const last = (i: number) => name(i).split(' ')[1] ?? '';
  return {
    'whole words': [
      w(0),
      w(40),
      w(900),
      w(15_000),
      w(55_000),
      `${w(1)} ${w(2)}`,
      `${w(300)} ${w(700)}`,
      `${w(5)} ${w(20)} ${w(9_000)}`,
      `${w(2_000)} ${w(2_500)}`,
      `${w(3)} ${w(4)} ${w(6)} ${w(8)}`,
    ],
    people: [name(0), name(20), name(500), name(9_000), last(3), last(4_000)],
    'facets with words': [
      `with:"${name(0)}" ${w(50)}`,
      `about:"${name(7)}" ${w(3)}`,
      `with:"${name(2_000)}" ${w(10)}`,
      `channel:call ${w(12)}`,
      `#${w(501)} ${w(30)}`,
      `${w(60)} from:me`,
      `before:2001 ${w(25)}`,
      `on:2010-05 ${w(2)}`,
      `-${w(0)} ${w(90)}`,
      `circle:close ${w(4)}`,
      `circle:noticed ${w(4)}`,
    ],
    phrases: [`"${w(0)} ${w(1)}"`, `"${w(10)} ${w(40)} ${w(2)}"`, `"${w(3000)} ${w(1)}"`],
    'parts and typos': [
      w(50_000).slice(2),
      w(41_000).slice(1),
      `${w(20_000).slice(0, 4)}x${w(20_000).slice(4)}`,
      `${w(1)} ${w(30_000).slice(1)}`,
    ],
  };
}

const keysOf = (text: string): string[] => Array.from(text, (_, i) => text.slice(0, i + 1));

test(`search per keystroke, ${ENTRIES} entries`, async () => {
  const journal = openGeneratedJournal(ENTRIES);
  const typing = (text: string) => journal.ask('search.typing', { text });
  // The first key of a session pays for what is not in memory yet.
  console.log(
    `first key ${(await timed(() => typing('s'))).wall.toFixed(1)} ms; then, in ms:\n${figuresHead}`,
  );
  const queries = queriesFor(journal);
  const words = (queries['whole words'] ?? []).flatMap(keysOf);
  await timeEach(Object.values(queries).flat().flatMap(keysOf), typing);
  const ours = new Map<string, Took>();
  for (const [kind, texts] of Object.entries(queries)) {
    const times = await timeEach(texts.flatMap(keysOf), typing);
    console.log(figures(kind, [...times.values()]));
    for (const [key, took] of times) ours.set(key, took);
  }
  console.log(figures('all', [...ours.values()]));
  if (TELL_SLOW) tellSlowest(ours);
  const run = await timeEach(queries['whole words'] ?? [], (text) => journal.ask('search.run', { text }));
  console.log(figures('Enter, whole words', [...run.values()]));
  for (const [name, answer] of references(journal)) {
    const theirs = await timeEach(shuffled(words), answer, REFERENCE_MS);
    const ratio = (share: number) =>
      (
        at(theirs.values(), share) /
        at(
          [...theirs.keys()].map((key) => ours.get(key)),
          share,
        )
      ).toFixed(1);
    console.log(
      `${figures(name, [...theirs.values()])}   ×${ratio(0.5)} ×${ratio(0.95)} of ours on the same keys`,
    );
  }
  journal.close();
});

/** A percentile by the processor. */
function at(values: Iterable<Took | undefined>, share: number): number {
  return percentile(
    [...values].map((took) => took?.cpu ?? 0),
    share,
  );
}

function tellSlowest(times: ReadonlyMap<string, Took>): void {
  for (const [key, { wall, cpu }] of [...times].sort((a, b) => b[1].cpu - a[1].cpu).slice(0, 40)) {
    console.log(`  ${wall.toFixed(1)} ms, ${cpu.toFixed(1)} of a processor  ${key}`);
  }
}

/** How long each text takes, until the time is up, in milliseconds. */
async function timeEach(
  texts: readonly string[],
  work: (text: string) => unknown,
  upTo = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, Took>> {
  const times = new Map<string, Took>();
  const since = performance.now();
  for (const text of texts) {
    if (performance.now() - since > upTo) break;
    times.set(text, await timed(() => work(text)));
  }
  return times;
}

type Reference = readonly [name: string, answer: (key: string) => unknown];

/** What one would write first, asked for twenty rows without snippets. */
function references({ context: { db } }: GeneratedJournal): readonly Reference[] {
  const like = db.prepare(
    "SELECT id, title, body FROM entry WHERE body LIKE ? ESCAPE '\\' ORDER BY k DESC LIMIT 20",
  );
  const ranked = db.prepare(
    `SELECT id, entry.title, entry.body FROM entry_fts JOIN entry ON k = entry_fts.rowid
     WHERE entry_fts MATCH ? ORDER BY rank LIMIT 20`,
  );
  const terms = (key: string) =>
    key
      .trim()
      .split(/\s+/)
      .map((word) => `"${word.normalize('NFD').replace(/\p{M}/gu, '')}"`);
  return [
    ['LIKE, newest first', (key) => like.all(`%${key.trim()}%`)],
    ['FTS5 bm25, no prefix index', (key) => ranked.all(`${terms(key).join(' AND ')}*`)],
  ];
}

function shuffled(keys: readonly string[]): readonly string[] {
  // Every seventh, and so on round, so that whatever fits in the time is spread over all queries.
  return keys
    .map((key, i) => ({ key, at: (i * 7) % keys.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key);
}
