import { fold } from '../rules/fold.ts';

/**
 * Which words a text is made of: the one rule for what goes into the indices, what is asked of them and what is
 * highlighted. Words are runs of letters, digits and vowel signs, folded (no case, no accents), with letters that
 * only look like another one written plainly ("Søren" is "soren", "Straße" is "strasse"). An emoji is a word.
 *
 * Chinese, Japanese and Korean have no spaces to go by, so their text is indexed as overlapping pairs of characters
 * ("北京市" as "北京 京市 市"); any piece of it is then found, whatever its length.
 */

const NON_ASCII = /[^\0-\x7f]+/g;
const PIECES = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u;
const JOINERS = /\u200c|\u200d|[\ufe00-\ufe0f]/g;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}ー]+/gu;
const STANDS_ALONE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}ー]+|\p{Extended_Pictographic}/gu;
const EMOJI = /\p{Extended_Pictographic}/gu;

/** Letters that Unicode does not take apart, and how those write them who lack the key. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ĸ: 'k',
};

/** Text is full of the same few quotes, dashes and accented letters; this bounds what is remembered of the rest. */
const REMEMBERED = 4000;
const foldedPieces = new Map<string, string>();
const indexedRuns = new Map<string, string>();

function remember(into: Map<string, string>, key: string, value: string): string {
  if (into.size >= REMEMBERED) into.clear();
  into.set(key, value);
  return value;
}

/** One character with its marks as words have it; a space if it is no part of one. */
function foldPiece(piece: string): string {
  const known = foldedPieces.get(piece);
  if (known !== undefined) return known;
  let folded = '';
  for (const character of fold(piece).replace(JOINERS, '')) {
    folded += WORD_CHARACTER.test(character) ? (PLAIN_LETTERS[character] ?? character) : ' ';
  }
  return remember(foldedPieces, piece, folded);
}

/** All pairs of neighbours, and the last character alone, so that each character begins a word of the index. */
function pairsOf(run: string): string {
  const characters = [...run];
  return characters.map((character, i) => character + (characters[i + 1] ?? '')).join(' ');
}

function indexRun(run: string): string {
  const known = indexedRuns.get(run);
  if (known !== undefined) return known;
  const folded = (run.match(PIECES) ?? []).map(foldPiece).join('');
  const indexed = folded.replace(CJK, (cjk) => ` ${pairsOf(cjk)} `).replace(EMOJI, ' $& ');
  return run.length > 8 ? indexed : remember(indexedRuns, run, indexed);
}

/** What to hand to an index with the `ascii` tokenizer, which folds and splits the ASCII part itself. */
export function indexText(text: string): string {
  return text.replace(NON_ASCII, indexRun);
}

/** A text in which to look for words, as long as the original wherever possible. */
export interface WordText {
  /** Folded; what stands between words is ASCII that is no letter or digit. */
  readonly text: string;
  /** Where in the original that begins which begins at an offset of `text`. */
  readonly toRaw: (offset: number) => number;
  /** Where in the original that ends which ends at an offset of `text`. */
  readonly toRawEnd: (offset: number) => number;
}

/** A piece that folding made longer or shorter: where it is in the folded text, and where in the original. */
interface Resized {
  readonly from: number;
  readonly to: number;
  readonly rawFrom: number;
  readonly rawTo: number;
}

const same = (offset: number): number => offset;

/** Folds `raw` to look for words in it. Offsets are UTF-16 units. */
export function wordText(raw: string): WordText {
  const resized: Resized[] = [];
  let grown = 0;
  const text = raw
    .replace(NON_ASCII, (run, at: number) => {
      let folded = '';
      let rawFrom = at;
      for (const piece of run.match(PIECES) ?? []) {
        const made = foldPiece(piece);
        const rawTo = rawFrom + piece.length;
        if (made.length !== piece.length) {
          resized.push({ from: rawFrom + grown, to: rawFrom + grown + made.length, rawFrom, rawTo });
          grown += made.length - piece.length;
        }
        folded += made;
        rawFrom = rawTo;
      }
      return folded;
    })
    .toLowerCase();
  if (resized.length === 0) return { text, toRaw: same, toRawEnd: same };
  return {
    text,
    toRaw: (offset) => place(resized, offset, 'rawFrom'),
    toRawEnd: (offset) => place(resized, offset, 'rawTo'),
  };
}

/** @param edge where what lies inside a resized piece is put: its beginning or its end */
function place(resized: readonly Resized[], offset: number, edge: 'rawFrom' | 'rawTo'): number {
  let low = 0;
  let high = resized.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((resized[middle] as Resized).from <= offset) low = middle + 1;
    else high = middle;
  }
  const last = resized[low - 1];
  if (!last) return offset;
  if (offset >= last.to) return last.rawTo + offset - last.to;
  return offset === last.from ? last.rawFrom : last[edge];
}

export interface Word {
  /** Folded. */
  readonly text: string;
  /** Half-open range in the original. */
  readonly from: number;
  readonly to: number;
  /** Whether it needs no space around it: Chinese, Japanese, Korean, an emoji. */
  readonly alone: boolean;
}

const RUNS = /[0-9a-z\u0080-\uffff]+/g;

/** The words of `raw` in order. Chinese, Japanese and Korean come in whole runs; see {@link indexWords}. */
export function wordsOf(raw: string): Word[] {
  const { text, toRaw, toRawEnd } = wordText(raw);
  const words: Word[] = [];
  const add = (part: string, at: number, alone: boolean) => {
    if (part !== '') words.push({ text: part, from: toRaw(at), to: toRawEnd(at + part.length), alone });
  };
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    let done = 0;
    for (const { 0: part, index: at } of run.matchAll(STANDS_ALONE)) {
      add(run.slice(done, at), index + done, false);
      add(part, index + at, true);
      done = at + part.length;
    }
    add(run.slice(done), index + done, false);
  }
  return words;
}

/** What the index holds of a word: itself, or its pairs of characters. `inside`: another word of a phrase follows. */
export function indexWords(word: Pick<Word, 'text' | 'alone'>, inside = false): readonly string[] {
  if (!word.alone) return [word.text];
  const characters = [...word.text];
  if (characters.length < 2) return [word.text];
  const pairs = characters.slice(0, -1).map((character, i) => character + characters[i + 1]);
  return inside ? [...pairs, characters.at(-1) ?? ''] : pairs;
}

/** Whether the unit at `at` of a folded text ({@link wordText}) is part of a word. */
export function isWordCharacter(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  // Folding leaves no other ASCII letters and no other non-ASCII characters.
  return code > 127 || (code > 96 && code < 123) || (code > 47 && code < 58);
}

const ALONE =
  /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}ー]|\p{Extended_Pictographic})$/u;

/** Whether the character at `at` of a folded text is a word, or part of one, that needs no space around it. */
export function standsAlone(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  // Nothing below U+1100 is, but for ASCII, which is decided already, and the Latin-1 signs that are emoji.
  if (code < 128) return false;
  const low = code >= 0xdc00 && code <= 0xdfff;
  return ALONE.test(String.fromCodePoint(folded.codePointAt(low ? at - 1 : at) ?? 0));
}
