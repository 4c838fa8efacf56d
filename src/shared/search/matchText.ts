import { hideMentions } from './hideMentions.ts';
import type { WordsTerm } from './parseQuery.ts';
import { isWordCharacter, standsAlone, type Word, type WordText, wordText } from './words.ts';

/** A word to look for in an entry. */
export interface WantedWord {
  /** Folded. */
  readonly text: string;
  readonly alone: boolean;
  /** Whether it may go on. */
  readonly open: boolean;
  /** Whole words that count as this one: those that hold it. */
  readonly others: readonly string[];
  /** People who are called so: a mention of one counts. */
  readonly personIds: readonly string[];
  /** Whether an entry may match it by who was there or by a tag, with no word of it in the text. */
  readonly mayBeUnseen: boolean;
  /** How much finding it says; see rank.ts. */
  readonly weight: number;
}

/** Where a wanted word stands. */
export interface Found {
  /** Which of the wanted words, by index. */
  readonly word: number;
  /** Half-open UTF-16 offsets into the original. */
  readonly from: number;
  readonly to: number;
  /** Whether it is the word itself and not one that begins with it, holds it, or a person called so. */
  readonly exact: boolean;
}

/** Nobody reads on after so many, and a ranking does not change. */
const ENOUGH = 60;

/** Finds the wanted words in `raw`, in the order of the text. */
export function findWanted(raw: string, wanted: readonly WantedWord[]): Found[] {
  if (raw === '') return [];
  const within = wordText(hideMentions(raw));
  const found: Found[] = [];
  wanted.forEach((want, word) => {
    findOne(within, want, (from, to, exact) => {
      found.push({ word, from: within.toRaw(from), to: within.toRawEnd(to), exact });
    });
    for (const id of want.personIds) findMentionsOf(raw, id, word, found);
  });
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

type Report = (from: number, to: number, exact: boolean) => void;

function findOne(within: WordText, want: WantedWord, report: Report): void {
  findRuns(within.text, want, want.open, report);
  for (const other of want.others) {
    findRuns(within.text, { text: other, alone: false }, false, (from, to) => report(from, to, false));
  }
}

function findRuns(text: string, want: Pick<Word, 'text' | 'alone'>, open: boolean, report: Report): void {
  let left = ENOUGH;
  for (let at = text.indexOf(want.text); at >= 0 && left > 0; ) {
    const begins = want.alone || beginsWord(text, at);
    if (begins) {
      const end = at + want.text.length;
      const to = want.alone ? end : endOfWord(text, end);
      if (to === end || open) {
        report(at, to, to === end);
        left--;
      }
    }
    // No word begins before this one ends. A word may be as long as a whole entry, so it is passed over once.
    at = text.indexOf(want.text, begins ? at + 1 : Math.max(at + 1, endOfWord(text, at)));
  }
}

function beginsWord(text: string, at: number): boolean {
  if (at === 0 || !isWordCharacter(text, at - 1)) return true;
  return standsAlone(text, at - 1);
}

function endOfWord(text: string, from: number): number {
  let to = from;
  while (to < text.length && isWordCharacter(text, to) && !standsAlone(text, to)) to++;
  return to;
}

function findMentionsOf(raw: string, personId: string, word: number, found: Found[]): void {
  const tail = `](person:${personId})`;
  let left = ENOUGH;
  for (let at = raw.indexOf(tail); at >= 0 && left > 0; at = raw.indexOf(tail, at + 1)) {
    const from = raw.lastIndexOf('@[', at) + 2;
    if (from >= 2) found.push({ word, from, to: at, exact: false });
    left--;
  }
}

/** Whether the words of `term` stand side by side somewhere in `raw`. */
export function holdsPhrase(raw: string, term: Pick<WordsTerm, 'words' | 'prefix'>): boolean {
  const { text } = wordText(hideMentions(raw));
  const [first, ...rest] = term.words;
  if (!first) return true;
  let holds = false;
  findRuns(text, first, term.prefix && rest.length === 0, (_, to) => {
    holds ||= followedBy(text, to, rest, term.prefix);
  });
  return holds;
}

function followedBy(text: string, from: number, words: readonly Word[], open: boolean): boolean {
  let at = from;
  for (const [i, word] of words.entries()) {
    while (at < text.length && !isWordCharacter(text, at)) at++;
    if (!text.startsWith(word.text, at)) return false;
    at += word.text.length;
    const mayGoOn = word.alone || (open && i === words.length - 1);
    if (!mayGoOn && endOfWord(text, at) !== at) return false;
  }
  return true;
}
