import { z } from 'zod';
import { id, instant } from '../../../shared/models/ids.ts';
import { type PersonDraft, personDraft, unknownPerson } from '../../../shared/models/person.ts';
import { introducerNumber } from '../people/introducer.ts';
import { readColumns } from '../people/personColumns.ts';
import { readParts } from '../people/personParts.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** What an older Kith wrote says nothing of what it did not know yet. */
const fillIn = (person: unknown) =>
  typeof person === 'object' && person !== null ? { ...unknownPerson, ...person } : person;

/**
 * A person with all that their own rows hold. Kept as JSON; what lies there was valid when it was written, and today's
 * limits must not keep it there. Their links to entries stay in `entry_person`.
 */
export const wholePerson = z.object({
  n: z.int(),
  id,
  person: z.preprocess(fillIn, personDraft.extend({ name: z.string().min(1), notes: z.string() })),
  batchId: z.string().nullable(),
  createdAt: instant,
  changedAt: instant,
});
export type WholePerson = z.infer<typeof wholePerson>;

interface PersonSqlRow {
  readonly id: string;
  readonly batch_id: string | null;
  readonly created_at: number;
  readonly changed_at: number;
}

/** Reads all of the person `n`, who must be there. */
export function readWholePerson(store: Store, n: number): WholePerson {
  const row = statement<[number], PersonSqlRow>(
    store,
    'SELECT id, batch_id, created_at, changed_at FROM person WHERE n = ?',
  ).get(n);
  if (!row) throw new Error('there is no such person to read');
  return {
    n,
    id: row.id,
    person: { ...readColumns(store, n), ...readParts(store, n) },
    batchId: row.batch_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** The same without a circle that there is no more. */
export function withKnownCircle(store: Store, person: PersonDraft): PersonDraft {
  const known = statement<[string | null], string>(store, 'SELECT id FROM circle WHERE id = ?')
    .pluck()
    .get(person.circleId);
  return { ...person, circleId: known ?? null };
}

/** What the person `n` was, without a circle that there is no more, and without an introducer who cannot be one any more. */
export function asFarAsKnown(store: Store, n: number, person: PersonDraft): PersonDraft {
  const { met } = person;
  const isKnown = introducerNumber(store, n, met.throughId) !== null;
  return { ...withKnownCircle(store, person), met: isKnown ? met : { ...met, throughId: null } };
}
