import type { TextRange } from '../markdownCode.ts';
import { type DisclosureKind, disclosurePatterns } from './patterns.ts';

/** Something in a text that one does not give away lightly. */
export interface Disclosure extends TextRange {
  readonly kind: DisclosureKind;
  /** As it stands in the text. */
  readonly words: string;
}

/** Mentions, the targets of links, and addresses of the web: what digits they hold, nobody wrote. */
const NOT_WRITTEN = /\]\([^()\s]{0,2000}\)|\b[a-z][a-z0-9+.-]{1,30}:\/\/\S+/giu;

/**
 * What in `text` looks like a payment card, a bank account, a national identity number, a number plate or the address of
 * a house, in order, not touching. Careful rather than thorough: what is not told by its shape or its check digits, as
 * a year, a telephone number or an ISBN, is left alone. Takes time in proportion to the text.
 */
export function findDisclosures(text: string): readonly Disclosure[] {
  if (!/\d/.test(text)) return [];
  const own = text.replace(NOT_WRITTEN, (gone) => '\uFFFC'.repeat(gone.length));
  const found: Disclosure[] = [];
  for (const { kind, pattern, isOne } of disclosurePatterns) {
    for (const { 0: words, index: from } of own.matchAll(pattern)) {
      if (isOne && !isOne(words)) continue;
      found.push({ kind, from, to: from + words.length, words });
    }
  }
  return withoutOverlaps(found);
}

/** Of those that overlap, what was found first stays; then in the order of the text. */
function withoutOverlaps(found: readonly Disclosure[]): readonly Disclosure[] {
  const ranked = found.map((disclosure, rank) => ({ disclosure, rank }));
  ranked.sort((a, b) => a.disclosure.from - b.disclosure.from || a.rank - b.rank);
  const kept: { disclosure: Disclosure; rank: number }[] = [];
  for (const each of ranked) {
    const last = kept.at(-1);
    if (!last || last.disclosure.to <= each.disclosure.from) kept.push(each);
    else if (each.rank < last.rank) kept[kept.length - 1] = each;
  }
  return kept.map(({ disclosure }) => disclosure);
}

/** What a kind of disclosure is called, after “This looks like”. */
export const disclosureNames: Readonly<Record<DisclosureKind, string>> = {
  card: 'a card number',
  account: 'the number of a bank account',
  nationalId: 'an identity number',
  plate: 'a number plate',
  address: 'somebody’s address',
};
