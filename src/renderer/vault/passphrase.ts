import { PASSPHRASE_MIN } from '../../shared/models/passphrase.ts';

/** From here on length alone makes guessing hopeless for words one did not take from a book (NIST SP 800-63B, 3.1.1.2). */
const LONG = 15;

/** What its length says of a passphrase, honestly: length is all that can be judged without knowing how it was chosen. */
export function sayLength(passphrase: string): string {
  const length = passphrase.length;
  if (length === 0) return 'Four or five words that do not belong together are strong, and easy to remember.';
  if (length < PASSPHRASE_MIN) {
    const missing = PASSPHRASE_MIN - length;
    return missing === 1 ? 'One more character at least.' : `${missing} more characters at least.`;
  }
  return length < LONG ? 'Long enough to begin with. Longer is safer.' : 'A good length.';
}
