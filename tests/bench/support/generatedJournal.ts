import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLACES_PER_DAY } from '../../../src/main/journal/entries/entryKey.ts';
import { type Journal, openJournal } from '../../../src/main/journal/openJournal.ts';
import { fillPersonDraft, insertPerson } from '../../../src/main/journal/people/insertPerson.ts';
import { indexPending } from '../../../src/main/journal/search/indexPending.ts';
import { mergeStep } from '../../../src/main/journal/search/tendIndex.ts';
import { refreshVocabulary } from '../../../src/main/journal/search/vocabulary.ts';
import { statement } from '../../../src/main/journal/store/statements.ts';
import { dayNumber } from '../../../src/shared/models/day.ts';
import { channels } from '../../../src/shared/models/entry.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { testId, testIds } from '../../support/ids.ts';
import { testClock, testKey } from '../../support/journal.ts';
import { capital, makeWords, zipf } from './generatedWords.ts';
import { makeRandom } from './random.ts';

const PEOPLE = 10_000;
const WORDS = 60_000;
const FIRST_NAMES = 600;
const LAST_NAMES = 4_000;
const TAGS = 300;
/** How many are in the circle of close people, and in that of those who were only noticed. */
const CLOSE = 15;
const NOTICED = 2_000;
/** Raise it when what is generated changes. */
const VERSION = 3;
const FIRST_DAY = dayNumber('1996-01-01');
const DAYS = dayNumber('2026-11-22') - FIRST_DAY;
const CHUNK = 5_000;

export interface GeneratedJournal extends Journal {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly file: string;
}

/**
 * Opens a journal of 10,000 people and so many entries of 40 to 119 words, whose frequencies follow Zipf's law. It is
 * made once and kept in the system's folder for temporary files.
 */
export function openGeneratedJournal(entries: number): GeneratedJournal {
  const file = join(tmpdir(), `kith-bench-${VERSION}-${entries}.kith`);
  const random = makeRandom(20261122);
  const words = makeWords(WORDS, random);
  const names = makeNames(random);
  if (!existsSync(file)) {
    const making = `${file}.making`;
    for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true });
    const journal = open(making, true);
    fill(journal, entries, { words, names, random });
    journal.close();
    renameSync(making, file);
  }
  return { ...open(file, false), words, names, file };
}

function open(file: string, create: boolean): Journal {
  return openJournal(file, { key: testKey, clock: testClock(), newId: testIds(50_000_000), create });
}

function makeNames(random: () => number): readonly string[] {
  const first = makeWords(FIRST_NAMES, random).map(capital);
  const last = makeWords(LAST_NAMES, random).map(capital);
  const drawFirst = zipf(FIRST_NAMES, random);
  const drawLast = zipf(LAST_NAMES, random);
  return Array.from({ length: PEOPLE }, () => `${first[drawFirst()]} ${last[drawLast()]}`);
}

interface Source {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly random: () => number;
}

function fill({ context }: Journal, entries: number, { words, names, random }: Source): void {
  const { db } = context;
  const since = performance.now();
  const tell = (what: string) =>
    console.log(`  ${what}, ${((performance.now() - since) / 1000).toFixed(0)} s`);
  db.transaction(() => {
    for (const [i, name] of names.entries()) {
      const circleId = i < CLOSE ? 'close' : i < CLOSE + NOTICED ? 'noticed' : null;
      insertPerson(context, fillPersonDraft({ name, circleId }), { id: testId(i + 1) });
    }
    const addTag = db.prepare('INSERT INTO tag (n, folded, name) VALUES (?, ?, ?)');
    for (let n = 1; n <= TAGS; n++) addTag.run(n, words[n + 500], words[n + 500]);
  })();
  tell(`${names.length} people made`);
  const write = makeWriter({ words, names, random });
  for (let done = 0; done < entries; done += CHUNK) {
    db.transaction(() => {
      for (let i = done; i < Math.min(entries, done + CHUNK); i++) write(context.db, i, entries);
    })();
  }
  tell(`${entries} entries written`);
  let indexed = 0;
  for (let count = indexPending(context, CHUNK); count > 0; count = indexPending(context, CHUNK)) {
    indexed += count;
    if (indexed % 100_000 === 0) tell(`${indexed} indexed`);
  }
  tell('all indexed');
  while (mergeStep(db));
  tell('merged');
  while (refreshVocabulary(db, true));
  tell('words counted');
}

function makeWriter({ words, names, random }: Source) {
  const drawWord = zipf(words.length, random);
  const drawPerson = zipf(PEOPLE, random);
  const drawTag = zipf(TAGS, random);
  const sentence = () => {
    const length = 5 + Math.floor(random() * 12);
    const text = Array.from({ length }, () => words[drawWord()]).join(' ');
    return `${capital(text)}${random() < 0.1 ? '’s' : ''}${random() < 0.2 ? '—' : '.'}`;
  };
  const body = (people: readonly number[]) => {
    const parts: string[] = [];
    const wanted = 40 + Math.floor(random() * 80);
    for (let length = 0; length < wanted; ) {
      const next = sentence();
      length += next.split(' ').length;
      parts.push(next);
    }
    for (const n of people) {
      parts.splice(Math.floor(random() * parts.length), 0, makeMention(names[n - 1] ?? '', testId(n)));
    }
    return parts.join(' ');
  };
  return (db: Journal['context']['db'], i: number, entries: number) => {
    const day = FIRST_DAY + Math.floor((i / entries) * DAYS);
    // Entries come in the order of time, so their places in a day can simply count up.
    const k = day * PLACES_PER_DAY + (i % Math.ceil(entries / DAYS + 1));
    const people = [...new Set(Array.from({ length: Math.floor(random() * 4) }, () => drawPerson() + 1))];
    const channel = channels[Math.floor(random() * channels.length)] ?? 'note';
    const title = random() < 0.05 ? sentence() : '';
    statement(
      db,
      `INSERT INTO entry (k, id, time, channel, begun_by, title, body, created_at, changed_at)
       VALUES (?, ?, NULL, ?, ?, ?, ?, 0, 0)`,
    ).run(k, testId(1_000_000 + i), channel, random() < 0.5 ? 'me' : null, title, body(people));
    for (const [position, n] of people.entries()) {
      statement(db, 'INSERT INTO entry_person (person_n, role, k, position) VALUES (?, ?, ?, ?)').run(
        n,
        position === 0 ? 'with' : 'mentioned',
        k,
        position,
      );
    }
    if (random() < 0.3) statement(db, 'INSERT INTO entry_tag (tag_n, k) VALUES (?, ?)').run(drawTag() + 1, k);
    statement(db, 'INSERT INTO index_pending (k) VALUES (?)').run(k);
  };
}
