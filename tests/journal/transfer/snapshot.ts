import type { EntryDraft } from '../../../src/shared/models/entry.ts';
import type { Fact } from '../../../src/shared/models/fact.ts';
import type { PersonDraft } from '../../../src/shared/models/person.ts';
import type { Tie } from '../../../src/shared/models/tie.ts';
import type { TestJournal } from '../../support/journal.ts';

export interface Snapshot {
  readonly people: readonly (Omit<PersonDraft, 'photoId'> & {
    readonly id: string;
    readonly createdAt: number;
    /** The bytes of their photo, in base64. */
    readonly photo: string | null;
    /** In order of their ids, without those of the import. */
    readonly facts: readonly Omit<Fact, 'batchId' | 'changedAt'>[];
    readonly ties: readonly Tie[];
  })[];
  readonly entries: readonly (EntryDraft & {
    readonly id: string;
    readonly createdAt: number;
    readonly origin: string | null;
  })[];
}

/**
 * All that a user wrote into a journal, in order. Those who took part in an entry stand before those who were only
 * mentioned: which of the two came first means nothing.
 */
export async function takeSnapshot({ ask, context }: TestJournal): Promise<Snapshot> {
  const ids = context.db.prepare<[], string>('SELECT id FROM person ORDER BY id').pluck().all();
  const people = [];
  for (const id of ids) {
    const {
      lastTalk: _a,
      lastMention: _b,
      next: _c,
      entryCount: _d,
      changedAt: _e,
      photoId,
      ...person
    } = await ask('people.get', { id });
    const photo = photoId === null ? null : await ask('people.photo', { photoId });
    const facts = (await ask('facts.list', { personId: id }))
      .map(({ batchId: _f, changedAt: _g, entryDay: _h, ...fact }) => fact)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const { ties } = await ask('ties.list', { personId: id });
    people.push({ ...person, facts, ties, photo: photo && Buffer.from(photo.bytes).toString('base64') });
  }
  const rows = context.db
    .prepare<[], { id: string; origin: string | null }>('SELECT id, origin FROM entry ORDER BY k')
    .all();
  const entries = [];
  for (const { id, origin } of rows) {
    const { people: named, changedAt: _changedAt, ...entry } = await ask('entries.get', { id });
    const participants = named.map((person) => ({ personId: person.id, role: person.role }));
    const first = participants.filter(({ role }) => role === 'with');
    entries.push({
      ...entry,
      origin,
      people: [...first, ...participants.filter(({ role }) => role !== 'with')],
    });
  }
  return { people, entries };
}
