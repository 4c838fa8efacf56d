import type { SuggestedPromise } from '../../../shared/contract/promises.ts';
import type { Entry } from '../../../shared/models/entry.ts';
import { findPromises, type PromisePerson } from '../../../shared/rules/promises/findPromises.ts';
import { sentenceKey } from '../../../shared/rules/promises/sentenceKey.ts';
import type { JournalContext } from '../context.ts';
import { getEntry } from '../entries/readEntries.ts';
import { promisesOfEntry } from './readPromises.ts';

/** What in an entry seems to be a promise, and was neither accepted nor dismissed. Fails with `notFound`. */
export function suggestPromises(context: JournalContext, entryId: string): SuggestedPromise[] {
  const entry = getEntry(context, entryId);
  const found = findPromises(entry.body, { day: entry.day, people: peopleOf(context, entry) });
  if (found.length === 0) return [];
  const answered = new Set(
    promisesOfEntry(context.db, entryId, true).map(
      ({ madeBy, sentence }) => `${madeBy} ${sentenceKey(sentence)}`,
    ),
  );
  return found.flatMap(({ madeBy, sentence, personIds, due }) => {
    const key = `${madeBy} ${sentenceKey(sentence)}`;
    if (answered.has(key)) return [];
    // The same words twice in an entry are one promise.
    answered.add(key);
    return [{ madeBy, sentence, people: namesOf(context, personIds), due }];
  });
}

/** The people of an entry with all that they are called. */
export function peopleOf(
  context: JournalContext,
  { people }: Pick<Entry, 'people'>,
): readonly PromisePerson[] {
  return people.map(({ id, name, preferredName, role }) => ({
    personId: id,
    names: [name, preferredName, ...(context.people.row(id)?.nicknames ?? [])],
    role,
  }));
}

/** Those who are in the journal, each once; a mention may be of somebody who is gone. */
function namesOf({ people }: JournalContext, personIds: readonly string[]): SuggestedPromise['people'] {
  const rows = personIds.flatMap((personId) => people.row(personId) ?? []);
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(({ id, name, preferredName }) => ({
    id,
    name,
    preferredName,
  }));
}
