import { test } from 'vitest';
import { tendLinks } from '../../src/main/journal/people/tendLinks.ts';
import { figures, figuresHead, type Took, timed } from './support/figures.ts';
import { openGeneratedJournal } from './support/generatedJournal.ts';

const ENTRIES = Number(process.env['KITH_BENCH_ENTRIES'] ?? 200_000);
const TIMES = 5;

test(`deleting, restoring and moving whoever is in most of ${ENTRIES} entries`, async () => {
  const journal = openGeneratedJournal(ENTRIES);
  const { context } = journal;
  const busiest = context.people.all().reduce((a, b) => (b.entryCount > a.entryCount ? b : a));
  console.log(`In ${busiest.entryCount} entries. In ms:\n${figuresHead}`);
  const took = new Map<string, Took[]>();
  const measure = async (name: string, work: () => unknown) => {
    took.set(name, [...(took.get(name) ?? []), await timed(work)]);
  };
  const follow = async () => {
    for (let more = true; more; ) {
      await measure('a step in a quiet moment', () => {
        more = tendLinks(context);
      });
    }
  };
  await follow();
  const moveTo = (circleId: string | null) =>
    journal.ask('people.update', { id: busiest.id, person: { circleId } });
  for (let i = 0; i < TIMES; i++) {
    await measure('move to another circle', () => moveTo(i % 2 === 0 ? 'inner' : busiest.circleId));
    await follow();
    await measure('undo', () => journal.ask('undo.undo', {}));
    await follow();
    await measure('delete', () => journal.ask('people.remove', { id: busiest.id }));
    await follow();
    await measure('undo', () => journal.ask('undo.undo', {}));
    await follow();
  }
  for (const [name, times] of took) console.log(figures(name, times));
  journal.close();
});
