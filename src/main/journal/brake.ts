import { KithError } from '../../shared/contract/errors.ts';

/** As many records may go at once without a question. */
const UNASKED = 20;

/**
 * The brake on everything that removes many records at once: unless the user confirmed exactly this number, it fails
 * with `needsConfirmation`, which carries the number and says in words what would go.
 * @param count how many records would be removed
 * @param confirmed the number that the user was asked about, if they were
 * @param sentence what would go, such as “This removes 60 people.”
 */
export function requireConfirmation(count: number, confirmed: number | undefined, sentence: string): void {
  if (count <= UNASKED || confirmed === count) return;
  throw new KithError('needsConfirmation', sentence, { count });
}
