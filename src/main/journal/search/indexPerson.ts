import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalContext } from '../context.ts';

/**
 * Puts the person `n` (names, contact ways, details, notes) into the full-text indices. Call it inside the transaction that wrote
 * the row, after all its rows are there.
 */
export function indexPerson(_context: JournalContext, _n: number): void {
  throw new KithError('bug', 'not built yet');
}

/** Takes the person `n` out of the indices. Call it inside the transaction, before any of its rows change. */
export function unindexPerson(_context: JournalContext, _n: number): void {
  throw new KithError('bug', 'not built yet');
}
