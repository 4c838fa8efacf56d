import type { ContactWay } from '../../shared/models/person.ts';

/** What kind of contact way `value` looks like, for the menu to be right before it is touched; null when it may be anything. */
export function guessContactKind(value: string): ContactWay['kind'] | null {
  const text = value.trim();
  if (/^[^\s@/]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)) return 'email';
  if (/^(https?:\/\/|www\.)\S+$/i.test(text)) return 'url';
  if (/^@\w[\w.]*/.test(text)) return 'handle';
  if (/^\+?[\d\s()./-]{5,}$/.test(text)) return 'phone';
  return null;
}
