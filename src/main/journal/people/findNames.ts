import Fuse from 'fuse.js';
import { fold } from '../../../shared/rules/fold.ts';
import { makeGramIndex } from './gramIndex.ts';
import { byRecentTalk, type IndexedPerson } from './readPeople.ts';

/** Finds people by what is typed of a name, a preferred name, a nickname or a former name. */
export interface NameFinder {
  readonly put: (person: IndexedPerson) => void;
  readonly drop: (n: number) => void;
  /** Everybody who matches, best first; null when `text` has nothing to look for. */
  readonly find: (text: string) => readonly IndexedPerson[] | null;
  /** Makes some people ready who would otherwise be so at the first `find`, and says whether there are more. */
  readonly prepare: (howMany: number) => boolean;
}

/** One person's names, ready for comparing. */
interface FoldedNames {
  readonly source: string;
  readonly forms: readonly string[];
  readonly words: readonly string[];
}

/** So many go to fuse.js, which would take 68 ms over 10,000. */
const CANDIDATES = 60;
/** Shorter text says too little for guessing at typos. */
const FUZZY_FROM = 3;

/** Letters that have no accent to take off, but are typed without their stroke or as two. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
};

/** Folds a name further than text: “Søren Łukasz” is found by “soren lukasz”. */
function foldName(name: string): string {
  return fold(name)
    .replace(/[ßæœøłđðþħıŋŧ]/g, (letter) => SPELT[letter] ?? letter)
    .replace(/['’.]/g, '')
    .trim();
}

/**
 * Makes an empty finder. Whole names first, then names that begin with the text, then names of which every typed word
 * begins a word, then likenesses; within each, those spoken with last come first.
 */
export function makeNameFinder(person: (n: number) => IndexedPerson | undefined): NameFinder {
  const names = new Map<number, FoldedNames>();
  const grams = makeGramIndex();
  // Opening a journal puts everybody; taking their names apart waits until somebody is looked for, or for a quiet moment.
  const waiting = new Map<number, string>();

  const drop = (n: number) => {
    waiting.delete(n);
    const known = names.get(n);
    if (!known) return;
    grams.remove(n, known.words);
    names.delete(n);
  };
  const prepare = (howMany: number) => {
    let left = howMany;
    for (const [n, source] of waiting) {
      if (left-- <= 0) break;
      const folded = foldNames(source);
      names.set(n, folded);
      grams.add(n, folded.words);
      waiting.delete(n);
    }
    return waiting.size > 0;
  };
  return {
    drop,
    prepare,
    put: ({ n, row, formerNames }) => {
      const source = [row.name, row.preferredName, ...row.nicknames, ...formerNames].join('\n');
      // Most changes are of entries, and leave the names as they were.
      if (names.get(n)?.source === source) return;
      drop(n);
      waiting.set(n, source);
    },
    find: (text) => {
      const typed = foldName(text);
      const words = wordsOf(typed);
      if (words.length === 0) return null;
      prepare(Number.POSITIVE_INFINITY);
      const sure = grams
        .startingWith(longest(words))
        .flatMap((n) => {
          const rank = rankPrefix(names.get(n), typed, words);
          return rank === null ? [] : [{ rank, found: person(n) as IndexedPerson }];
        })
        .sort((a, b) => a.rank - b.rank || byRecentTalk(a.found, b.found))
        .map(({ found }) => found);
      if (typed.length < FUZZY_FROM) return sure;
      const known = new Set(sure.map(({ n }) => n));
      const likely = grams
        .alike(words, CANDIDATES + known.size)
        .filter((n) => !known.has(n))
        .slice(0, CANDIDATES)
        .map((n) => ({ n, forms: names.get(n)?.forms ?? [] }));
      const alike = rankLikeness(typed, words.length, likely, sure.length === 0);
      return [...sure, ...alike.map((n) => person(n) as IndexedPerson)];
    },
  };
}

function foldNames(source: string): FoldedNames {
  const forms = source.split('\n').map(foldName).filter(Boolean);
  return { source, forms, words: [...new Set(forms.flatMap(wordsOf))] };
}

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** The words of a folded name. Names without spaces begin anew at each character: “伟” finds “张伟”. */
function wordsOf(folded: string): readonly string[] {
  return folded.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap((word) => {
    if (word === '') return [];
    if (!CJK.test(word)) return [word];
    const characters = [...word];
    return characters.map((_, i) => characters.slice(i).join(''));
  });
}

function longest(words: readonly string[]): string {
  return words.reduce((a, b) => (b.length > a.length ? b : a));
}

/** 0: a whole name; 1: the beginning of a name; 2: beginnings of its words; null: none of these. */
function rankPrefix(names: FoldedNames | undefined, typed: string, words: readonly string[]): number | null {
  if (!names) return null;
  if (names.forms.includes(typed)) return 0;
  if (names.forms.some((form) => form.startsWith(typed))) return 1;
  return words.every((word) => names.words.some((own) => own.startsWith(word))) ? 2 : null;
}

/** How unlike a name may be: 0 is the same, 1 is anything. */
const UNLIKE = 0.4;
/** Two swapped letters count as two wrong ones: half of a name of four. Only where nothing else was found. */
const UNLIKE_IF_SHORT = 0.5;
const SHORT = 5;

interface Candidate {
  readonly n: number;
  readonly forms: readonly string[];
}

/** The candidates whose names are like what is typed, most alike first. */
function rankLikeness(
  typed: string,
  wordCount: number,
  candidates: readonly Candidate[],
  alone: boolean,
): readonly number[] {
  const options = {
    keys: [{ name: 'forms', getFn: ({ forms }: Candidate) => forms }],
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: alone && typed.length <= SHORT ? UNLIKE_IF_SHORT : UNLIKE,
  };
  // Every typed word must be like some word of the name, in whatever order …
  const byWord = new Fuse(candidates, { ...options, useTokenSearch: true, tokenMatch: 'all' }).search(typed);
  // … or the whole like the whole, which forgives more within one short word of several.
  const whole = wordCount > 1 ? new Fuse(candidates, options).search(typed) : [];
  return [...new Set([...byWord, ...whole].map(({ item }) => item.n))];
}
