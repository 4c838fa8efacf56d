import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalContext } from '../context.ts';

/**
 * Puts the entry `k`, with its people and tags, into the full-text indices. Call it inside the transaction that wrote
 * the row, after all its rows are there.
 */
export function indexEntry(_context: JournalContext, _k: number): void {
  throw new KithError('bug', 'not built yet');
}

/** Takes the entry `k` out of the indices. Call it inside the transaction, before any of its rows change. */
export function unindexEntry(_context: JournalContext, _k: number): void {
  throw new KithError('bug', 'not built yet');
}
