import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { firstKeyOf } from '../../../src/main/journal/entries/entryKey.ts';
import { type Journal, openJournal } from '../../../src/main/journal/openJournal.ts';
import { indexPerson, unindexPerson } from '../../../src/main/journal/search/indexPerson.ts';
import { dayNumber, dayOfNumber } from '../../../src/shared/models/day.ts';
import { exchangeKinds } from '../../../src/shared/models/exchange.ts';
import { testId } from '../../support/ids.ts';
import { testClock, testKey } from '../../support/journal.ts';
import { openGeneratedJournal } from './generatedJournal.ts';
import { makeWords } from './generatedWords.ts';
import { makeRandom } from './random.ts';

/** Raise it when what is added changes, or the schema before it is released. */
const VERSION = 1;
const TODAY = '2026-11-22';
const TOPICS = 400;
const FACTS = 50_000;
const PROMISES = 3_000;
const MARKS = 10_000;
const TIES = 3_000;
const SHELF = 200;
/** How many are in each circle, from the innermost outwards; the rest were only noticed. */
const CIRCLES = [
  ['inner', 5],
  ['close', 15],
  ['friends', 50],
  ['wider', 7_000],
] as const;

/**
 * Opens the generated journal of so many entries, in which everybody is in a circle, and there are facts, promises,
 * dates, marks, ties and a shelf besides. Made once and kept, as that one is.
 */
export function openPeopledJournal(entries: number): Journal & { readonly file: string } {
  const file = join(tmpdir(), `kith-bench-peopled-${VERSION}-${entries}.kith`);
  if (!existsSync(file)) {
    const base = openGeneratedJournal(entries);
    base.close();
    const making = `${file}.making`;
    for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true });
    copyFileSync(base.file, making);
    const journal = open(making);
    fill(journal, makeRandom(20261123));
    journal.close();
    renameSync(making, file);
  }
  return { ...open(file), file };
}

function open(file: string): Journal {
  return openJournal(file, { key: testKey, clock: testClock(), newId: uuidv7 });
}

type Random = () => number;

interface Drawing {
  readonly db: Journal['context']['db'];
  readonly people: readonly number[];
  readonly topics: readonly string[];
  readonly random: Random;
  readonly draw: <T>(all: readonly T[]) => T;
  readonly dayBefore: (most: number) => string;
  readonly nextId: () => string;
}

function fill(journal: Journal, random: Random): void {
  const { db } = journal.context;
  let count = 100_000_000;
  const drawing: Drawing = {
    db,
    people: db.prepare('SELECT n FROM person ORDER BY n').pluck().all() as number[],
    topics: makeWords(TOPICS, random),
    random,
    draw: (all) => all[Math.floor(random() * all.length)] as (typeof all)[number],
    dayBefore: (most) => dayOfNumber(dayNumber(TODAY) - Math.floor(random() * most)),
    nextId: () => testId(count++),
  };
  db.transaction(() => {
    for (const part of [
      fillCircles,
      fillBeginners,
      fillPeople,
      fillFacts,
      fillPromises,
      fillMarks,
      fillTies,
      fillShelf,
    ]) {
      part(drawing);
    }
    for (const n of drawing.people) {
      unindexPerson(journal.context, n);
      indexPerson(journal.context, n);
    }
  })();
}

function fillPeople({ db, people, topics, random, draw }: Drawing): void {
  const addWord = db.prepare(
    'INSERT INTO person_word (person_n, kind, position, word, folded) VALUES (?, ?, 0, ?, ?)',
  );
  const addDate = db.prepare(
    `INSERT INTO person_date (person_n, position, kind, label, date, month_day)
     VALUES (?, 0, 'birthday', '', ?, ?)`,
  );
  for (const n of people) {
    for (const kind of ['tag', 'group']) {
      const word = draw(topics);
      addWord.run(n, kind, word, word);
    }
    const born = dayOfNumber(dayNumber('1990-01-01') - Math.floor(random() * 18_000));
    addDate.run(n, born, born.slice(5));
  }
}

const facetsDrawn = ['work', 'family', 'interests', 'groups', 'preferences', 'dates', 'places'];

function fillFacts({ db, people, topics, random, draw, dayBefore, nextId }: Drawing): void {
  const add = db.prepare(
    `INSERT INTO fact (id, person_n, facet, label, text, date, month_day, learned_on, entry_id, quote, created_at, changed_at)
     VALUES (?, ?, ?, '', ?, ?, ?, ?, NULL, '', 0, 0)`,
  );
  for (let i = 0; i < FACTS; i++) {
    const date = random() < 0.1 ? dayBefore(2_000) : null;
    const text = `${draw(topics)} ${draw(topics)}`;
    const monthDay = date?.slice(5) ?? null;
    add.run(nextId(), draw(people), draw(facetsDrawn), text, date, monthDay, dayBefore(4_000));
  }
}

function fillMarks({ db, people, draw }: Drawing): void {
  const keys = db
    .prepare('SELECT k FROM entry WHERE k > ? ORDER BY k')
    .pluck()
    .all(firstKeyOf('2018-01-01')) as number[];
  const add = db.prepare(
    'INSERT OR IGNORE INTO exchange (k, position, person_n, kind, begins, ends) VALUES (?, 0, ?, ?, 0, 60)',
  );
  for (let i = 0; i < MARKS; i++) add.run(draw(keys), draw(people), draw(exchangeKinds));
}

function fillTies({ db, people, draw, nextId }: Drawing): void {
  const add = db.prepare(
    `INSERT INTO tie (id, from_n, to_n, kind, words, reverse_words, created_at, changed_at)
     VALUES (?, ?, ?, 'friend', '', '', 0, 0)`,
  );
  for (let i = 0; i < TIES; i++) {
    const [from, to] = [draw(people), draw(people)];
    if (from !== to) add.run(nextId(), from, to);
  }
}

function fillCircles({ db, people }: Drawing): void {
  const move = db.prepare('UPDATE person SET circle_id = ? WHERE n = ?');
  const inOrder = CIRCLES.flatMap(([id, size]) => Array.from({ length: size }, () => id));
  for (const [i, n] of people.entries()) move.run(inOrder[i] ?? 'noticed', n);
}

/** Of the entries of the last years, a third were begun by those who took part in them. */
function fillBeginners({ db, random }: Drawing): void {
  const rows = db
    .prepare(
      `SELECT entry.k, person.id FROM entry JOIN entry_person AS link ON link.k = entry.k AND role = 'with'
       JOIN person ON person.n = link.person_n WHERE entry.k > ?`,
    )
    .raw()
    .all(firstKeyOf('2020-01-01')) as [number, string][];
  const begin = db.prepare('UPDATE entry SET begun_by = ? WHERE k = ?');
  for (const [k, id] of rows) if (random() < 0.33) begin.run(id, k);
}

function fillPromises({ db, people, draw, random, dayBefore, nextId }: Drawing): void {
  const add = db.prepare(
    `INSERT INTO promise (id, made_by, sentence, made_on, due, state, closed_on, created_at, changed_at)
     VALUES (?, ?, 'I will send it.', ?, ?, ?, ?, 0, 0)`,
  );
  const addPerson = db.prepare('INSERT INTO promise_person (promise_id, person_n) VALUES (?, ?)');
  for (let i = 0; i < PROMISES; i++) {
    const id = nextId();
    const isOpen = random() < 0.15;
    const made = dayBefore(isOpen ? 200 : 2_000);
    const due = random() < 0.5 ? dayOfNumber(dayNumber(made) + Math.floor(random() * 60)) : null;
    add.run(id, draw(['me', 'them']), made, due, isOpen ? 'open' : 'kept', isOpen ? null : made);
    addPerson.run(id, draw(people));
  }
}

function fillShelf({ db, topics, draw, nextId }: Drawing): void {
  const add = db.prepare(
    `INSERT INTO shelf_item (id, kind, title, body, url, my_news, created_at, changed_at) VALUES (?, 'text', ?, '', '', 0, 0, 0)`,
  );
  const addTopic = db.prepare('INSERT INTO shelf_topic (item_id, position, topic) VALUES (?, ?, ?)');
  for (let i = 0; i < SHELF; i++) {
    const id = nextId();
    add.run(id, `A piece about ${draw(topics)}`);
    addTopic.run(id, 0, draw(topics));
    addTopic.run(id, 1, draw(topics));
  }
}
