import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { insertEntry } from '../../../src/main/journal/entries/insertEntry.ts';
import { indexPending } from '../../../src/main/journal/search/indexPending.ts';
import { rebuildIndex } from '../../../src/main/journal/search/rebuildIndex.ts';
import { mergeStep } from '../../../src/main/journal/search/tendIndex.ts';
import { refreshVocabulary } from '../../../src/main/journal/search/vocabulary.ts';
import type { EntryDraft } from '../../../src/shared/models/entry.ts';
import { makeMention } from '../../../src/shared/rules/mentions.ts';
import { indexWords, wordsOf } from '../../../src/shared/search/words.ts';
import {
  addPerson,
  closeTestJournals,
  entryDraftOf,
  openTestJournal,
  type TestJournal,
} from '../../support/journal.ts';

afterEach(closeTestJournals);

/** What a test believes to be in the journal. */
interface Model {
  readonly journal: TestJournal;
  readonly people: readonly string[];
  readonly entries: Map<string, EntryDraft>;
  readonly trash: Map<string, { readonly id: string; readonly entry: EntryDraft }>;
}

const words = [
  'fire',
  'fired',
  'Übermut',
  'ubermut',
  '北京市',
  '京',
  'don’t',
  'Straße',
  '🎂',
  '#city',
  'e-mail',
  'person',
];

type Step =
  | {
      readonly do: 'create' | 'update';
      readonly at: number;
      readonly entry: number;
      readonly text: readonly number[];
      readonly person: number;
    }
  | { readonly do: 'remove' | 'restore'; readonly at: number }
  | { readonly do: 'bulk'; readonly texts: readonly (readonly number[])[] }
  | { readonly do: 'index' | 'merge' | 'count' | 'reopen' | 'rebuild' };

const text = fc.array(fc.nat(words.length - 1), { maxLength: 6 });
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constantFrom('create' as const, 'update' as const),
        at: fc.nat(20),
        entry: fc.nat(4),
        text,
        person: fc.nat(3),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), at: fc.nat(20) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('bulk' as const),
        texts: fc.array(text, { minLength: 1, maxLength: 5 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('index' as const, 'merge' as const, 'count' as const, 'rebuild' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  ),
  { maxLength: 25 },
);

function draftOf(model: Model, place: number, text: readonly number[], person: number): EntryDraft {
  const id = model.people[person % model.people.length] as string;
  const body = [...text.map((i) => words[i]), ...(person === 3 ? [makeMention('Bess', id)] : [])].join(' ');
  return entryDraftOf({
    day: `2024-05-0${place + 1}`,
    body,
    title: person === 2 ? 'Fire and ice' : '',
    people: person === 1 ? [{ personId: id, role: 'with' }] : [],
    tags: text.includes(9) ? ['city'] : [],
    channel: place % 2 === 0 ? 'note' : 'call',
  });
}

const nth = <T>(map: ReadonlyMap<string, T>, at: number) => [...map][at % Math.max(1, map.size)];

async function take(model: Model, step: Step): Promise<void> {
  const { journal, entries, trash } = model;
  const { context } = journal;
  switch (step.do) {
    case 'create': {
      const entry = draftOf(model, step.entry, step.text, step.person);
      const { id } = await journal.ask('entries.create', { entry });
      entries.set(id, entry);
      break;
    }
    case 'update': {
      const [id] = nth(entries, step.at) ?? [];
      if (id === undefined) break;
      const entry = draftOf(model, step.entry, step.text, step.person);
      await journal.ask('entries.update', { id, entry });
      entries.set(id, entry);
      break;
    }
    case 'remove': {
      const [id, entry] = nth(entries, step.at) ?? [];
      if (id === undefined || entry === undefined) break;
      const { trashId } = await journal.ask('entries.remove', { id });
      entries.delete(id);
      trash.set(trashId, { id, entry });
      break;
    }
    case 'restore': {
      const [trashId, removed] = nth(trash, step.at) ?? [];
      if (trashId === undefined || removed === undefined) break;
      await journal.ask('trash.restore', { trashId });
      trash.delete(trashId);
      entries.set(removed.id, removed.entry);
      break;
    }
    case 'bulk':
      context.db.transaction(() => {
        for (const text of step.texts) {
          const entry = draftOf(model, 1, text, 0);
          entries.set(insertEntry(context, entry, { index: 'later' }).id, entry);
        }
      })();
      break;
    case 'index':
      indexPending(context, 3);
      break;
    case 'merge':
      mergeStep(context.db);
      break;
    case 'count':
      refreshVocabulary(context.db, true);
      break;
    case 'rebuild':
      rebuildIndex(context);
      break;
    case 'reopen':
      journal.reopen();
      break;
  }
}

const TABLES = ['entry_typing', 'head_typing', 'entry_fts', 'person_typing', 'term_part'] as const;

/** The words as the index has them. */
const tokensOf = (text: string) => wordsOf(text).flatMap((word) => indexWords(word, true));
/** A mention reads as its name. */
const readable = (body: string) => body.replace(/\]\(person:[^)]*\)/g, ' ');

async function check({ journal, entries }: Model): Promise<void> {
  const { db } = journal.context;
  const byToken = new Map<string, Set<string>>();
  for (const [id, { title, body }] of entries) {
    for (const token of [...tokensOf(title), ...tokensOf(readable(body))]) {
      byToken.set(token, (byToken.get(token) ?? new Set()).add(id));
    }
  }
  const idsOf = db
    .prepare('SELECT id FROM entry_typing JOIN entry ON k = entry_typing.rowid WHERE entry_typing MATCH ?')
    .pluck();
  const fullIdsOf = db
    .prepare('SELECT id FROM entry_fts JOIN entry ON k = entry_fts.rowid WHERE entry_fts MATCH ?')
    .pluck();
  for (const [token, ids] of byToken) {
    expect(idsOf.all(`"${token}"`).sort()).toEqual([...ids].sort());
    expect(fullIdsOf.all(`"${token}"`).sort()).toEqual([...ids].sort());
  }
  // The index has no word that no entry has, and each word in as many entries as there are.
  expect(
    Object.fromEntries(
      db.prepare("SELECT term, doc FROM entry_vocabulary WHERE term < '\u{10fffd}'").raw().all() as [
        string,
        number,
      ][],
    ),
  ).toEqual(Object.fromEntries([...byToken].map(([token, ids]) => [token, ids.size])));
  expect(
    Object.fromEntries(db.prepare('SELECT term, df FROM term').raw().all() as [string, number][]),
  ).toEqual(Object.fromEntries([...byToken].map(([token, ids]) => [token, ids.size])));
  for (const table of TABLES) db.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
  // And as a user would ask.
  const found = async (text: string) =>
    (await journal.ask('search.run', { text, limit: 200 })).entries.map(({ id }) => id).sort();
  const having = (test: (entry: EntryDraft) => boolean) =>
    [...entries]
      .filter(([, entry]) => test(entry))
      .map(([id]) => id)
      .sort();
  expect(await found('channel:call')).toEqual(having(({ channel }) => channel === 'call'));
  expect(await found('on:2024-05-02')).toEqual(having(({ day }) => day === '2024-05-02'));
  expect(await found('-fire since:2024')).toEqual(
    having(({ title, body }) => !/\bfire\b/i.test(`${title} ${body}`)),
  );
  expect(await found('about:bess')).toEqual(
    having(({ body, people }) => people.length > 0 || body.includes('@[')),
  );
}

test('whatever is done, the indices hold exactly the words of the entries', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (todo) => {
      const journal = openTestJournal();
      try {
        const people = [await addPerson(journal, { name: 'Bess Pierce' })];
        const model: Model = { journal, people, entries: new Map(), trash: new Map() };
        for (const step of todo) await take(model, step);
        while (indexPending(journal.context, 100) > 0);
        while (refreshVocabulary(journal.context.db, true));
        await check(model);
      } finally {
        journal.close();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
