import type { ExportedTie } from '../../../shared/models/tie.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import { type TieSqlRow, toStoredTie } from './readTies.ts';

/** All ties for an export, oldest first. Those of people in the trash are left out. */
export function readTiesForExport({ db, people }: JournalContext): ExportedTie[] {
  const rows = statement<[], TieSqlRow & { readonly created_at: number; readonly changed_at: number }>(
    db,
    'SELECT * FROM tie ORDER BY created_at, id',
  ).all();
  return rows.flatMap((row) => {
    const [from, to] = [people.name(row.from_n), people.name(row.to_n)];
    if (!from || !to) return [];
    const { created_at: createdAt, changed_at: changedAt } = row;
    return [{ ...toStoredTie(row, from.id, to.id), createdAt, changedAt }];
  });
}
