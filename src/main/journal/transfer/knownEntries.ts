import { createHash } from 'node:crypto';
import type { EntryRecord } from '../../../shared/formats/records.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';

/** Tells which entries of a source an earlier import brought, or were exported from this journal. */
export interface KnownEntries {
  /** The origin to store with the entry, and whether the journal has the entry already. Ask once for every record, in order. */
  readonly look: (record: EntryRecord) => { readonly origin: string | null; readonly known: boolean };
}

export function makeKnownEntries({ db }: JournalContext): KnownEntries {
  const repeats = new Map<string, number>();
  const hasId = statement<[string], number>(db, 'SELECT 1 FROM entry WHERE id = ?').pluck();
  const hasOrigin = statement<[string], number>(db, 'SELECT 1 FROM entry WHERE origin = ?').pluck();
  const originOf = (record: EntryRecord) => {
    if (record.id) return record.origin;
    const first = hash(record.fingerprint);
    const times = (repeats.get(first) ?? 0) + 1;
    repeats.set(first, times);
    // Two equal notes in one source are two entries; the second of them is the second again next time.
    return times === 1 ? first : hash(`${record.fingerprint}\0${times}`);
  };
  return {
    look: (record) => {
      const origin = originOf(record);
      const known =
        (record.id !== null && hasId.get(record.id)) || (origin !== null && hasOrigin.get(origin));
      return { origin, known: known !== undefined && known !== false };
    },
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
