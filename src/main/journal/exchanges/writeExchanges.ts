import { type ExchangeKind, exchangeKind } from '../../../shared/models/exchange.ts';
import type { TextRange } from '../../../shared/rules/markdownCode.ts';
import { findMarks, type Mark } from '../../../shared/rules/marks.ts';
import { findMentions, type Mention } from '../../../shared/rules/mentions.ts';
import { numberOfAnybody } from '../people/personNumbers.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** Of one entry. What is marked beyond stays text. */
const MOST_MARKS = 200;

/** Stands for a person where a mark is about nobody. */
export const NOBODY = 0;

/**
 * Writes what passed between people by the marks in the `body` of the entry at `k`, inside the caller's transaction,
 * and drops what was written of it before. A mark is about those whom its sentence mentions; where that mentions nobody,
 * about all who took part in the entry, so the links to them must be there by now. Whoever is in the trash counts.
 */
export function writeExchanges(store: Store, k: number, body: string): void {
  statement(store, 'DELETE FROM exchange WHERE k = ?').run(k);
  const marks = findMarks(body).filter(isExchange).slice(0, MOST_MARKS);
  if (marks.length === 0) return;
  const mentionsIn = mentionsBySentence(body);
  const withPeople = peopleWith(store, k);
  const insert = statement(
    store,
    'INSERT OR IGNORE INTO exchange (k, position, person_n, kind, begins, ends) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [position, { kind, sentence }] of marks.entries()) {
    const mentioned = mentionsIn(sentence);
    const people =
      mentioned.length > 0
        ? mentioned.flatMap(({ personId }) => numberOfAnybody(store, personId) ?? [])
        : withPeople;
    for (const n of people.length > 0 ? people : [NOBODY]) {
      insert.run(k, position, n, kind, sentence.from, sentence.to);
    }
  }
}

function isExchange(mark: Mark): mark is Mark & { readonly kind: ExchangeKind } {
  return exchangeKind.safeParse(mark.kind).success;
}

/** Answers for one sentence after another, in order; several marks may share one. */
function mentionsBySentence(body: string): (sentence: TextRange) => readonly Mention[] {
  const mentions = findMentions(body);
  let next = 0;
  return ({ from, to }) => {
    while (next < mentions.length && (mentions[next] as Mention).from < from) next++;
    let end = next;
    while (end < mentions.length && (mentions[end] as Mention).to <= to) end++;
    return mentions.slice(next, end);
  };
}

function peopleWith(store: Store, k: number): readonly number[] {
  return statement<[number], number>(
    store,
    `SELECT person_n FROM entry_person INDEXED BY entry_person_by_entry WHERE k = ? AND role = 'with'`,
  )
    .pluck()
    .all(k);
}
