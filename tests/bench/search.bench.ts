import { test } from 'vitest';
import { figures, figuresHead, percentile, timed } from './support/figures.ts';
import { type GeneratedJournal, openGeneratedJournal } from './support/generatedJournal.ts';

const ENTRIES = Number(process.env['KITH_BENCH_ENTRIES'] ?? 100_000);
/** The references take seconds a key; each is given so much time and answers as many keys, evenly chosen, as fit. */
const REFERENCE_MS = 60_000;

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
  const cold = await timed(() => typing('s'));
  const queries = queriesFor(journal);
  for (const texts of Object.values(queries))
    for (const text of texts) for (const key of keysOf(text)) await typing(key);
  console.log(`first key ${cold.toFixed(1)} ms; then, in ms:\n${figuresHead}`);
  const ours = new Map<string, number>();
  for (const [kind, texts] of Object.entries(queries)) {
    const times: number[] = [];
    for (const key of texts.flatMap(keysOf)) {
      const ms = await timed(() => typing(key));
      times.push(ms);
      ours.set(key, ms);
      if (process.env['KITH_BENCH_SLOW'] && ms > 10) console.log(`    ${ms.toFixed(1)} ms: ${key}`);
    }
    console.log(figures(kind, times));
  }
  console.log(figures('all', [...ours.values()]));
  const words = (queries['whole words'] ?? []).flatMap(keysOf);
  console.log(
    figures(
      'Enter, whole words',
      await timeEach(queries['whole words'] ?? [], (text) => journal.ask('search.run', { text })),
    ),
  );
  for (const [name, answer] of references(journal)) {
    const chosen = new Map<string, number>();
    const since = performance.now();
    for (const key of shuffled(words)) {
      if (performance.now() - since > REFERENCE_MS) break;
      chosen.set(key, await timed(() => answer(key)));
    }
    const theirs = [...chosen.values()];
    const same = [...chosen.keys()].map((key) => ours.get(key) ?? 0);
    const ratio = (share: number) => (percentile(theirs, share) / percentile(same, share)).toFixed(1);
    console.log(`${figures(name, theirs)}   ×${ratio(0.5)} ×${ratio(0.95)} of ours on the same keys`);
  }
  journal.close();
});

async function timeEach(texts: readonly string[], work: (text: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) times.push(await timed(() => work(text)));
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
