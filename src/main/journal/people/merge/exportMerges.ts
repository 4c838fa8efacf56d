import type { JsonJournal } from '../../../../shared/formats/kithJson.ts';
import { replaceMentions } from '../../../../shared/rules/mentions.ts';
import type { JournalContext } from '../../context.ts';
import { statement } from '../../store/statements.ts';
import { readAliases } from '../aliases.ts';

/** The ids that mean somebody else since they were merged, and who said to be two: of people who are there. */
export function readMergesForExport({
  db,
  people,
}: JournalContext): Pick<JsonJournal, 'mergedIds' | 'twoPeople'> {
  const pairs = statement<[], [number, number]>(
    db,
    'SELECT low_n, high_n FROM not_duplicate ORDER BY low_n, high_n',
  )
    .raw()
    .all();
  return {
    mergedIds: readAliases(db).flatMap(({ oldId, n }) => {
      const person = people.name(n);
      return person ? [{ oldId, personId: person.id }] : [];
    }),
    twoPeople: pairs.flatMap(([low, high]) => {
      const [one, other] = [people.name(low), people.name(high)];
      return one && other ? [{ personId: one.id, otherId: other.id }] : [];
    }),
  };
}

/**
 * A text for a format in which every mention needs somebody's note: mentions by an id from before a merge are written
 * with the id of today. Everything else stays byte for byte.
 */
export function withIdsOfToday({ people }: JournalContext, text: string): string {
  if (!text.includes('](person:')) return text;
  return replaceMentions(text, (mention) => {
    const { from, to, name, personId } = mention;
    const today = people.row(personId)?.id ?? personId;
    return today === personId ? text.slice(from, to) : { name, personId: today };
  });
}
