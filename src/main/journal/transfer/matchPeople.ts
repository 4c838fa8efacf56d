import type { PersonRecord } from '../../../shared/formats/records.ts';
import type { JournalContext } from '../context.ts';

/** Whom a person of a source is in this journal. */
export interface MatchedPerson {
  readonly record: PersonRecord;
  readonly id: string;
  /** Whether they were in the journal before: then nothing of them is changed. */
  readonly known: boolean;
}

/**
 * Finds the people of a source who are in the journal already: by the id that an export gave them, by their exact
 * name, or by a nickname that only one person has. Each person of the journal is found once: of two notes with one
 * name, the second is somebody else. Everybody else gets the id of the export, or a fresh one.
 */
export function matchPeople(
  context: JournalContext,
  records: readonly PersonRecord[],
): readonly MatchedPerson[] {
  const { people, newId } = context;
  const found = new Map<PersonRecord, string>();
  const claimed = new Set<string>();
  const claim = (record: PersonRecord, id: string | undefined) => {
    if (id === undefined || claimed.has(id) || found.has(record)) return;
    claimed.add(id);
    found.set(record, id);
  };
  for (const record of records) {
    const id = record.id ? people.row(record.id)?.id : undefined;
    // Whoever was merged with somebody since is that person, beside them.
    if (id !== undefined && id !== record.id) found.set(record, id);
    else claim(record, id);
  }
  const byName = groupIds(people.all().map(({ id, name }) => [foldName(name), id]));
  for (const record of records) {
    claim(
      record,
      byName.get(foldName(record.name))?.find((id) => !claimed.has(id)),
    );
  }
  const byNickname = groupIds(
    people
      .all()
      .flatMap((row) =>
        [...row.nicknames, row.preferredName].map((name) => [foldName(name), row.id] as const),
      ),
  );
  for (const record of records) {
    const ids = byNickname.get(foldName(record.name)) ?? [];
    claim(record, ids.length === 1 ? ids[0] : undefined);
  }
  return records.map((record) => {
    const id = found.get(record);
    if (id) return { record, id, known: true };
    // Two notes that claim one id are two people: the second gets an id of its own.
    const given = record.id && !claimed.has(record.id) ? record.id : newId();
    claimed.add(given);
    return { record, id: given, known: false };
  });
}

/** Names are compared exactly but for case and for how accents are encoded. */
function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().trim();
}

function groupIds(
  pairs: readonly (readonly [name: string, id: string])[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, id] of pairs) {
    if (name === '') continue;
    const group = groups.get(name);
    if (!group) groups.set(name, [id]);
    else if (!group.includes(id)) group.push(id);
  }
  return groups;
}
