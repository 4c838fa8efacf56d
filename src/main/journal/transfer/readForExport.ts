import type { OutEntry } from '../../../shared/formats/markdownFolder/writeNotes.ts';
import type { Person, PersonDraft, PersonRow } from '../../../shared/models/person.ts';
import type { JournalContext } from '../context.ts';
import { dayOfKey, lastKeyOf } from '../entries/entryKey.ts';
import { readEntries } from '../entries/readEntries.ts';
import { readWholePerson } from '../history/wholePerson.ts';
import { personNumber } from '../people/getPerson.ts';
import { statement } from '../store/statements.ts';

/** An entry with what the journal knows of where it came from. */
export type ExportedEntry = OutEntry & { readonly batchId: string | null };

/** How many entries there are. */
export function countEntries({ db }: JournalContext): number {
  return statement<[], number>(db, 'SELECT count(*) FROM entry').pluck().get() ?? 0;
}

/** Everybody, in the order in which they came into the journal. */
export function listEverybody({ db, people }: JournalContext): readonly PersonRow[] {
  return statement<[], string>(db, 'SELECT id FROM person ORDER BY n')
    .pluck()
    .all()
    .flatMap((id) => people.row(id) ?? []);
}

/** Everything known of a person, or undefined if they are gone by now. */
export function readPerson(
  context: JournalContext,
  id: string,
): (Person & { batchId: string | null }) | undefined {
  const n = personNumber(context, id);
  if (n === undefined) return undefined;
  const { person, createdAt, changedAt, batchId } = readWholePerson(context.db, n);
  return { ...withoutTrashed(context, person), id, createdAt, changedAt, batchId };
}

/** What lies in the trash is not exported, and so neither is who it was that introduced somebody. */
function withoutTrashed({ people }: JournalContext, person: PersonDraft): PersonDraft {
  const { throughId } = person.met;
  const isThere = throughId !== null && people.row(throughId) !== undefined;
  return isThere ? person : { ...person, met: { ...person.met, throughId: null } };
}

/** A day of the journal, with how to read its entries in the order of time. */
export interface ExportedDay {
  readonly day: string;
  readonly titles: readonly { readonly title: string }[];
  /** Reads the entries from one place of `titles` up to another. */
  readonly read: (from: number, to: number) => readonly ExportedEntry[];
}

interface DayRow {
  readonly k: number;
  readonly id: string;
  readonly title: string;
  readonly origin: string | null;
  readonly batch_id: string | null;
}

/** The days of the journal that have entries, oldest first. What is written while this goes on may or may not be in it. */
export function* exportedDays({ db }: JournalContext): Iterable<ExportedDay> {
  const next = statement<[number], number>(db, 'SELECT k FROM entry WHERE k > ? ORDER BY k LIMIT 1').pluck();
  const ofDay = statement<[number, number], DayRow>(
    db,
    'SELECT k, id, title, origin, batch_id FROM entry WHERE k BETWEEN ? AND ? ORDER BY k',
  );
  for (let k = next.get(-1); k !== undefined; k = next.get(lastKeyOf(dayOfKey(k)))) {
    const day = dayOfKey(k);
    const rows = ofDay.all(k, lastKeyOf(day));
    const read = (from: number, to: number) => {
      const wanted = rows.slice(from, to);
      const byId = new Map(wanted.map((row) => [row.id, row]));
      const keys = wanted.map((row) => row.k);
      return readEntries(db, keys).map((entry) => ({
        ...entry,
        origin: byId.get(entry.id)?.origin ?? null,
        batchId: byId.get(entry.id)?.batch_id ?? null,
      }));
    };
    yield { day, titles: rows, read };
  }
}
