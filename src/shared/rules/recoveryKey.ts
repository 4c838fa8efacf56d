/** 128 bits: beyond guessing, whatever the computer, and half as long to copy by hand as 256. */
export const RECOVERY_KEY_BYTES = 16;
const CHECK_BYTES = 4;
const GROUP = 4;
const LETTERS = ((RECOVERY_KEY_BYTES + CHECK_BYTES) * 8) / 5;

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is wrong with what was typed. `slip`: the length is right, but a letter is wrong or two are swapped. */
export type RecoveryKeySlip = 'short' | 'long' | 'strange' | 'slip';

export type ReadRecoveryKey =
  | { readonly bytes: Uint8Array; readonly slip: null }
  | { readonly bytes: null; readonly slip: RecoveryKeySlip };

/** Writes {@link RECOVERY_KEY_BYTES} bytes as eight groups of four letters and digits, the last ones a check. */
export function writeRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_KEY_BYTES) throw new Error(`a recovery key has ${RECOVERY_KEY_BYTES} bytes`);
  const letters = toBase32(Uint8Array.from([...bytes, ...checkOf(bytes)]));
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/**
 * Reads a recovery key as people type it: in any case, with or without hyphens and spaces, with O for 0 and I or L for
 * 1. The check finds every single wrong letter and every two swapped neighbours, and of other slips all but one in four
 * thousand million; so a key that reads well and does not open a journal is another key.
 */
export function readRecoveryKey(text: string): ReadRecoveryKey {
  const letters = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const slip = (what: RecoveryKeySlip): ReadRecoveryKey => ({ bytes: null, slip: what });
  if ([...letters].some((letter) => !ALPHABET.includes(letter))) return slip('strange');
  if (letters.length < LETTERS) return slip('short');
  if (letters.length > LETTERS) return slip('long');
  const all = fromBase32(letters);
  const bytes = all.slice(0, RECOVERY_KEY_BYTES);
  const check = checkOf(bytes);
  const isWhole = check.every((byte, i) => byte === all[RECOVERY_KEY_BYTES + i]);
  all.fill(0);
  return isWhole ? { bytes, slip: null } : slip('slip');
}

/** A slip in words for the user. */
export function sayRecoveryKeySlip(slip: RecoveryKeySlip): string {
  const size = `eight groups of ${GROUP}`;
  switch (slip) {
    case 'short':
      return `A part of the recovery key is missing: it has ${size} letters and digits.`;
    case 'long':
      return `That is too much for a recovery key: it has ${size} letters and digits.`;
    case 'strange':
      return 'A recovery key has only letters and digits, and never the letter U. Please look at it once more.';
    case 'slip':
      return 'There is a slip in the recovery key: a letter or digit is wrong, or two are swapped. Please compare it with what you wrote down.';
    default:
      return slip satisfies never;
  }
}

function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

function fromBase32(letters: string): Uint8Array {
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/**
 * CRC-32, its bits in the order of the letters (CRC-32/BZIP2 of https://reveng.sourceforge.io/crc-catalogue/): it finds
 * every error within 32 bits in a row, which is six letters.
 */
function checkOf(bytes: Uint8Array): readonly number[] {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  }
  const check = ~crc;
  return [24, 16, 8, 0].map((shift) => (check >>> shift) & 255);
}
