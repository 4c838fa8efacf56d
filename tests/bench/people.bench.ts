import { test } from 'vitest';
import { buildPeopleIndex } from '../../src/main/journal/people/peopleIndex.ts';
import { figures, figuresHead, type Took, timed } from './support/figures.ts';
import { openGeneratedJournal } from './support/generatedJournal.ts';

const ENTRIES = Number(process.env['KITH_BENCH_ENTRIES'] ?? 100_000);
const NAMES = 60;

const keysOf = (text: string): string[] => Array.from(text, (_, i) => text.slice(0, i + 1));

test(`10,000 people, ${ENTRIES} entries`, async () => {
  const journal = openGeneratedJournal(ENTRIES);
  const { context } = journal;
  console.log(`In ms:\n${figuresHead}`);
  const measure = async (name: string, works: readonly (() => unknown)[]) => {
    const times: Took[] = [];
    for (const work of works) times.push(await timed(work));
    console.log(figures(name, times));
  };
  await measure(
    'reading everybody at opening',
    Array.from({ length: 5 }, () => () => buildPeopleIndex(context.db)),
  );
  await measure('first lookup, not made ready', [() => context.people.suggest('sam', 8)]);
  const names = Array.from({ length: NAMES }, (_, i) => (journal.names[i * 160] ?? '').toLowerCase());
  const swapped = names.map((name) => name.slice(0, 2) + name[3] + name[2] + name.slice(4));
  const suggest = (text: string) => () => journal.ask('people.suggest', { text });
  await measure('a name, per key', names.flatMap(keysOf).map(suggest));
  await measure('with two letters swapped, per key', swapped.flatMap(keysOf).map(suggest));
  for (const sort of ['name', 'lastTalk', 'next', 'circle'] as const) {
    const list = (offset: number) => () => journal.ask('people.list', { sort, offset });
    await measure(`the list by ${sort}, first time`, [list(0)]);
    await measure(
      `the list by ${sort}, scrolling`,
      Array.from({ length: 90 }, (_, i) => list(i * 100)),
    );
  }
  journal.close();
});
