import { KithError } from '../../../shared/contract/errors.ts';
import { type PersonDraft, unknownPerson } from '../../../shared/models/person.ts';
import type { JournalContext } from '../context.ts';
import { indexPerson } from '../search/indexPerson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { refuseTaken } from '../store/storeErrors.ts';
import { writeColumns } from './personColumns.ts';
import { writeParts } from './personParts.ts';

export interface InsertPersonOptions {
  /** A fresh one if not given. */
  readonly id?: string;
  /** The number they had before, if they come back from the trash. */
  readonly n?: number;
  readonly batchId?: string | null;
  /** Instants; now if not given. */
  readonly createdAt?: number;
  readonly changedAt?: number;
}

export interface InsertedPerson {
  readonly id: string;
  /** `people.refresh` it once the transaction is committed. */
  readonly n: number;
}

/** Some of what a user writes of a person. */
export type PersonChanges = { readonly [K in keyof PersonDraft]?: PersonDraft[K] | undefined };

/** A whole draft, with what is not given left empty. */
export function fillPersonDraft(given: PersonChanges & Pick<PersonDraft, 'name'>): PersonDraft {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...unknownPerson, ...Object.fromEntries(said), name: given.name };
}

/**
 * Adds a person inside the caller's transaction, and to the full-text index. `draft` is valid by `personDraft`; who
 * introduced them is left out if they are not there (yet). Fails with `badInput` for an unknown circle, with
 * `alreadyThere` when the id is taken. After the commit the caller
 * refreshes `people` and tells `changed`.
 */
export function insertPerson(
  context: JournalContext,
  draft: PersonDraft,
  options: InsertPersonOptions = {},
): InsertedPerson {
  const { db } = context;
  const now = context.clock.now();
  const id = options.id ?? context.newId();
  assertCircle(db, draft.circleId);
  const { lastInsertRowid } = refuseTaken('That person is in the journal already.', () =>
    statement(
      db,
      `INSERT INTO person (n, id, name, preferred_name, notes, batch_id, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      options.n ?? null,
      id,
      draft.name,
      draft.preferredName,
      draft.notes,
      options.batchId ?? null,
      options.createdAt ?? now,
      options.changedAt ?? now,
    ),
  );
  const n = Number(lastInsertRowid);
  writeColumns(db, n, draft, options.changedAt ?? now);
  writeParts(db, n, draft);
  indexPerson(context, n);
  return { id, n };
}

/** Fails with `badInput` unless `circleId` is null or a circle of this journal. */
export function assertCircle(store: Store, circleId: string | null): void {
  if (circleId === null) return;
  const known = statement<[string]>(store, 'SELECT 1 FROM circle WHERE id = ?').get(circleId);
  if (!known) throw new KithError('badInput', 'There is no such circle.');
}
