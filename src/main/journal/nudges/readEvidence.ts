import type { Evidence } from '../../../shared/models/nudge.ts';
import type { EvidenceSource, ReadEvidence } from '../../../shared/rules/nudges/candidate.ts';
import { quoteAbout, quoteRange } from '../../../shared/rules/nudges/quote.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey, firstKeyOf } from '../entries/entryKey.ts';
import { keyOfEntry } from '../entries/readEntries.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** An entry without words is passed over for the one before it, so often. */
const MOST_TRIED = 5;

interface EntrySqlRow {
  readonly id: string;
  readonly body: string;
}

/** Looks up the words of entries. */
export function evidenceReader(context: JournalContext): ReadEvidence {
  return (source: EvidenceSource) => {
    switch (source.kind) {
      case 'said':
        return [source.evidence];
      case 'lastEntry':
        return lastWords(context, source.personId, source.before);
      case 'entry': {
        const k = keyOfEntry(context.db, source.entryId);
        return k === undefined ? [] : wordsOf(context, k, source.personId, source.range);
      }
    }
  };
}

/** The newest words about somebody: of what they took part in, else of what only names them. */
function lastWords(context: JournalContext, personId: string, before: string): readonly Evidence[] {
  const n = context.people.number(personId);
  if (n === undefined) return [];
  for (const role of ['with', 'mentioned']) {
    for (const k of newestKeys(context.db, n, role, before)) {
      const words = wordsOf(context, k, personId, null);
      if (words.length > 0) return words;
    }
  }
  return [];
}

function newestKeys(store: Store, n: number, role: string, before: string): readonly number[] {
  return statement<[number, string, number, number], number>(
    store,
    'SELECT k FROM entry_person WHERE person_n = ? AND role = ? AND k < ? ORDER BY k DESC LIMIT ?',
  )
    .pluck()
    .all(n, role, firstKeyOf(before), MOST_TRIED);
}

function wordsOf(
  context: JournalContext,
  k: number,
  personId: string,
  range: { readonly from: number; readonly to: number } | null,
): readonly Evidence[] {
  const entry = statement<[number], EntrySqlRow>(context.db, 'SELECT id, body FROM entry WHERE k = ?').get(k);
  if (!entry) return [];
  const quote = range
    ? quoteRange(entry.body, range)
    : quoteAbout(entry.body, personId, namesOf(context, personId));
  if (quote === null) return [];
  return [{ quote, day: dayOfKey(k), source: { kind: 'entry', entryId: entry.id } }];
}

/** What somebody is called in a text that does not mention them. */
function namesOf(context: JournalContext, personId: string): readonly string[] {
  const row = context.people.row(personId);
  if (!row) return [];
  const [first = ''] = row.name.split(/\s+/);
  return [row.name, row.preferredName, ...row.nicknames, first].filter((name) => name.length > 1);
}
