/**
 * Text as it is compared: lower case, without accents, compatibility forms made plain (“ﬁ” is “fi”).
 * Tags, names and search all compare by this one rule.
 */

/** Marks that are accents on letters of alphabets; not the vowel signs of Indic scripts, which are letters to their readers. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/**
 * Pieces that fold without regard to their neighbours: plain ASCII up to a letter with a mark; letters that grow together
 * out of letters (Hangul jamo, the vowels of Kirat Rai); or one character with its marks.
 */
const PIECES = /[\0-\x7f]+(?!\p{M})|[\u1100-\u11ff]+|[\u{16d63}\u{16d67}-\u{16d6a}]+|\P{M}\p{M}*|\p{M}+/gu;

const PLAIN = /^[\0-\x7f]*$/;

/** Folds `text` for comparing. Never throws; lone surrogates stay as they are. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.replace(PIECES, foldPiece);
}

export interface FoldedText {
  /** What {@link fold} makes of the original. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, where what it was made of begins in the original. */
  readonly starts: Uint32Array;
  /** For each UTF-16 unit of `text`, where what it was made of ends in the original. */
  readonly ends: Uint32Array;
}

/**
 * Folds `text` and remembers where each part came from, for highlighting: the folded range `[a, b)`, where `b > a`,
 * stands for the original `[starts[a], ends[b - 1])`.
 */
export function foldWithMap(text: string): FoldedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(PIECES)) {
    const [piece] = match;
    const folded = foldPiece(piece);
    const plain = PLAIN.test(piece);
    for (let i = 0; i < folded.length; i++) {
      starts.push(plain ? match.index + i : match.index);
      ends.push(plain ? match.index + i + 1 : match.index + piece.length);
    }
    pieces.push(folded);
  }
  return { text: pieces.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function foldPiece(piece: string): string {
  if (PLAIN.test(piece)) return piece.toLowerCase();
  const bare = piece.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  // Lower-casing looks around for the end of a word and can bring accents of its own (“İ”).
  return bare.replace(/ς/g, 'σ').replace(ACCENTS, '');
}
