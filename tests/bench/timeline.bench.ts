import { test } from 'vitest';
import type { EntryFilter } from '../../src/shared/contract/entries.ts';
import type { JournalOutput } from '../../src/shared/contract/index.ts';
import { channels } from '../../src/shared/models/entry.ts';
import { figures, figuresHead, type Took, timed } from './support/figures.ts';
import { type GeneratedJournal, openGeneratedJournal } from './support/generatedJournal.ts';

const ENTRIES = Number(process.env['KITH_BENCH_ENTRIES'] ?? 100_000);
/** Pages read of each filter: from the top, and then from as many days all over the years. */
const PAGES = 40;

const dayAt = (page: number) => `${1997 + ((page * 11) % 29)}-${String(1 + (page % 12)).padStart(2, '0')}-15`;

async function readPages(journal: GeneratedJournal, filter: EntryFilter): Promise<readonly Took[]> {
  const times: Took[] = [];
  let older: number | null = null;
  let page: JournalOutput<'entries.timeline'>;
  for (let i = 0; i < PAGES; i++) {
    const from = i % 2 === 0 ? { day: dayAt(i) } : older === null ? undefined : { older };
    times.push(
      await timed(async () => {
        page = await journal.ask('entries.timeline', { filter, ...(from ? { from } : {}) });
        older = page.older;
      }),
    );
  }
  return times;
}

/** Puts the first people into circles of the sizes they are meant for, and many into the widest. */
function fillCircles(journal: GeneratedJournal): void {
  const move = journal.context.db.prepare('UPDATE person SET circle_id = ? WHERE n BETWEEN ? AND ?');
  for (const [circle, from, to] of [
    ['inner', 1, 5],
    ['close', 6, 20],
    ['friends', 21, 70],
    ['wider', 71, 220],
    ['noticed', 221, 3000],
  ] as const) {
    move.run(circle, from, to);
  }
}

test(`a page of the timeline, ${ENTRIES} entries`, async () => {
  const journal = openGeneratedJournal(ENTRIES);
  const { db, people } = journal.context;
  const busiest = people.suggest('', 1)[0]?.id ?? '';
  const rare = people.all().at(-1)?.id ?? '';
  const tags = await journal.ask('tags.suggest', { text: '', limit: 100 });
  const [common, uncommon] = [tags[0]?.tag ?? '', tags.at(-1)?.tag ?? ''];
  const filters: Readonly<Record<string, EntryFilter>> = {
    everything: {},
    'a person in most entries': { personId: busiest },
    'the same, taking part': { personId: busiest, role: 'with' },
    'a person in few entries': { personId: rare },
    'the commonest tag': { tag: common },
    'an uncommon tag': { tag: uncommon },
    'a channel': { channel: channels[3] },
    'inner circle': { circleId: 'inner' },
    'circle of 2,780 people': { circleId: 'noticed' },
    'circle and channel': { circleId: 'close', channel: channels[1] },
    'circle and uncommon tag': { circleId: 'noticed', tag: uncommon },
    'uncommon tag and channel': { tag: uncommon, channel: channels[2] },
    'person, circle, tag and channel': {
      personId: busiest,
      circleId: 'noticed',
      tag: common,
      channel: channels[0],
    },
    'two rare things never together': { personId: rare, tag: uncommon },
  };
  db.exec('BEGIN');
  console.log(
    `circles filled in ${(await timed(() => fillCircles(journal))).wall.toFixed(0)} ms; then, in ms:`,
  );
  console.log(figuresHead);
  for (const [name, filter] of Object.entries(filters)) {
    console.log(figures(name, await readPages(journal, filter)));
  }
  // The generated journal is kept for the next time: as it was.
  db.exec('ROLLBACK');
  journal.close();
});
