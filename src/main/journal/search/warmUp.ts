import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { searchTyping } from './searchTyping.ts';

/** Of different lengths, as the first keys are; that they find something is not needed. */
const FIRST_KEYS = ['s', 'th', 'the a'];

const warmed = new WeakMap<Store, number>();

/**
 * Asks what somebody may ask first, one question a step, so that statements are prepared and the upper pages of the
 * indices are in memory when somebody does: the first key of a session costs several times what the later ones do.
 */
export function warmUp(context: JournalContext): boolean {
  const done = warmed.get(context.db) ?? 0;
  const text = FIRST_KEYS[done];
  if (text === undefined) return false;
  searchTyping(context, { text, limit: 20 });
  warmed.set(context.db, done + 1);
  return done + 1 < FIRST_KEYS.length;
}
