import { test } from 'vitest';
import { firstKeyOf } from '../../src/main/journal/entries/entryKey.ts';
import { figures, figuresHead, percentile, type Took, timed } from './support/figures.ts';
import { openPeopledJournal } from './support/peopledJournal.ts';

const ENTRIES = Number(process.env['KITH_BENCH_ENTRIES'] ?? 200_000);
const TIMES = 15;
/** What Today may take in the journal process. */
const WANTED_MS = 150;

test(`today of 10,000 people and ${ENTRIES} entries`, async () => {
  const opening = await timed(() => openPeopledJournal(ENTRIES).close());
  const journal = openPeopledJournal(ENTRIES);
  const { db } = journal.context;
  console.log(`Opened in ${opening.wall.toFixed(0)} ms. In ms:\n${figuresHead}`);
  const measure = async (
    name: string,
    work: () => unknown,
    times = TIMES,
    before = () => Promise.resolve(),
  ) => {
    const took: Took[] = [];
    for (let i = 0; i < times; i++) {
      await before();
      took.push(await timed(work));
    }
    console.log(figures(name, took));
    return took;
  };
  const ask = () => journal.ask('nudges.today', {});
  let saved = 0;
  const save = async () => {
    await journal.ask('entries.create', { entry: anEntry(anybody(journal), saved++) });
  };
  await measure('today, first of all', ask, 1);
  const today = await measure('today, after a save', ask, TIMES, save);
  await measure('today, asked again', ask);
  await measure('of one person', () => journal.ask('nudges.ofPerson', { personId: anybody(journal) }));
  await measure('the digest', () => journal.ask('nudges.digest', {}));
  const reading = await measure('bare SQL, the same rows', () => readBare(db));
  const [byClock, byProcessor] = [medianOf(today, 'wall'), medianOf(today, 'cpu')];
  console.log(
    `\nToday, after a save, takes ${(byProcessor / medianOf(reading, 'cpu')).toFixed(1)} × the bare reading of the same rows.`,
    `\nWanted: under ${WANTED_MS} ms. Took ${byClock.toFixed(0)} ms by the clock, ${byProcessor.toFixed(0)} ms of a processor.`,
  );
  const { three, occasions, promises, replies, others, foldedCount } = await ask();
  const shown = [three, occasions, promises, replies, others].map(({ length }) => length);
  console.log(`Shown: ${shown.join(' + ')}; folded: ${foldedCount}.`);
  journal.close();
});

const medianOf = (took: readonly Took[], by: keyof Took) =>
  percentile(
    took.map((one) => one[by]),
    0.5,
  );

type Peopled = ReturnType<typeof openPeopledJournal>;

const anybody = (journal: Peopled) => journal.context.people.all()[400]?.id ?? '';

const anEntry = (personId: string, i: number) => ({
  day: '2026-11-21',
  time: null,
  channel: 'call' as const,
  begunBy: null,
  title: '',
  body: `Spoke about the bench, time ${i}.`,
  people: [{ personId, role: 'with' as const }],
  tags: [],
});

/** Reads what the nudges are computed from, with nothing done about it. */
function readBare(db: Peopled['context']['db']): number {
  const everybody = db
    .prepare(
      `SELECT n, id, name, preferred_name, circle_id, entry_count, last_with_k, last_mentioned_k
       FROM person LEFT JOIN person_tally ON person_n = n`,
    )
    .all();
  const promises = db.prepare(`SELECT * FROM promise WHERE state = 'open'`).all();
  const marks = db.prepare('SELECT * FROM exchange WHERE k > ?').all(firstKeyOf('2026-05-01'));
  const turns = db
    .prepare('SELECT k, begun_by, channel FROM entry WHERE begun_by IS NOT NULL AND k > ?')
    .all(firstKeyOf('2026-09-20'));
  const ties = db.prepare('SELECT from_n, to_n FROM tie').all();
  return everybody.length + promises.length + marks.length + turns.length + ties.length;
}
