import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { Exchange } from '../../../shared/models/exchange.ts';
import type { PersonName } from '../../../shared/models/person.ts';
import { fold } from '../../../shared/rules/fold.ts';
import { hideMarks } from '../../../shared/rules/marks.ts';
import { sayMentions } from '../../../shared/rules/mentions.ts';
import { quoteRange } from '../../../shared/rules/nudges/quote.ts';
import { findSentences } from '../../../shared/rules/sentences.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey, lastKeyOf } from '../entries/entryKey.ts';
import { requirePerson } from '../people/getPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { thanksFinder } from './findThankedOn.ts';
import { type MarkRow, readMarks } from './readMarks.ts';

/** Newer than everything. */
const NEWEST = { k: lastKeyOf('9999-12-31') + 1, position: 0 };
/** So many sentences are looked through for words at once: a page costs the same in every journal. */
const LOOKED_THROUGH = 500;

/** A stretch of what passed between people, newest first. Fails with `notFound` for nobody. */
export function listExchanges(
  context: JournalContext,
  { personId, kinds, words, older = NEWEST, limit }: JournalParsed<'exchanges.list'>,
): JournalOutput<'exchanges.list'> {
  const { db } = context;
  const n = personId === undefined ? undefined : requirePerson(context, personId);
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const most = wanted.length > 0 ? LOOKED_THROUGH : limit;
  const rows = readMarks(db, n, kinds, older, most + 1);
  const read = exchangeReader(db);
  const found = rows
    .slice(0, most)
    .map((row) => ({ row, read: read(row) }))
    .filter(({ read: { quote, people } }) => holdsAll(quote, people, wanted));
  const page = found.slice(0, limit);
  const goOnFrom = found.length > limit ? page.at(-1)?.row : rows.length > most ? rows[most - 1] : undefined;
  const thankedOn = thanksFinder(db);
  return {
    exchanges: page.map(({ row, read: { people, ...words } }) => ({
      kind: row.kind,
      day: dayOfKey(row.k),
      ...words,
      people: people.map(({ id, name, preferredName }) => ({ id, name, preferredName })),
      thankedOn: thankedOn(
        row,
        people.map(({ n }) => n),
      ),
    })),
    older: goOnFrom ? { k: goOnFrom.k, position: goOnFrom.position } : null,
  };
}

function holdsAll(quote: string, people: readonly PersonName[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const names = people.flatMap(({ name, preferredName }) => [name, preferredName]);
  const text = fold([sayMentions(quote), ...names].join(' '));
  return wanted.every((word) => text.includes(word));
}

interface EntrySqlRow {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

interface PersonSqlRow extends PersonName {
  readonly n: number;
}

interface ReadMark extends Pick<Exchange, 'entryId' | 'quote'> {
  readonly people: readonly PersonSqlRow[];
}

function exchangeReader(store: Store): (row: MarkRow) => ReadMark {
  // Several marks of an entry come one after the other, and its body may be long.
  let last: { readonly k: number; readonly entry: EntrySqlRow } | undefined;
  return (row) => {
    if (last?.k !== row.k) last = { k: row.k, entry: readEntry(store, row.k) };
    const { entry } = last;
    return { entryId: entry.id, quote: quoteOf(entry, row), people: readPeople(store, row) };
  };
}

function readEntry(store: Store, k: number): EntrySqlRow {
  const entry = statement<[number], EntrySqlRow>(store, 'SELECT id, title, body FROM entry WHERE k = ?').get(
    k,
  );
  if (!entry) throw new Error('a mark stands in no entry');
  return entry;
}

function readPeople(store: Store, { k, position }: MarkRow): readonly PersonSqlRow[] {
  return statement<[number, number], PersonSqlRow>(
    store,
    `SELECT n, person.id, name, preferred_name AS preferredName
     FROM exchange CROSS JOIN person ON n = person_n WHERE k = ? AND position = ?`,
  ).all(k, position);
}

/** A mark may stand alone; then the title says what it is about, or the first words. */
function quoteOf({ title, body }: EntrySqlRow, { begins, ends }: MarkRow): string {
  const said = (from: number, to: number) => hideMarks(quoteRange(body, { from, to }) ?? '').trim();
  const first = () =>
    findSentences(body)
      .map(({ from, to }) => said(from, to))
      .find(Boolean);
  return said(begins, ends) || title || (first() ?? '');
}
