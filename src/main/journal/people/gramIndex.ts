/** Which people have words that share pieces with what is typed. Numbers are people's numbers. */
export interface GramIndex {
  readonly add: (n: number, words: readonly string[]) => void;
  readonly remove: (n: number, words: readonly string[]) => void;
  /** Everybody with a word that begins with the first three letters of `prefix`, and a few others. Unordered. */
  readonly startingWith: (prefix: string) => readonly number[];
  /** The `most` people whose words share the most pieces with these words, most first. */
  readonly alike: (words: readonly string[], most: number) => readonly number[];
}

/** Pieces are kept by a hash of this many bits: some share a place, which a prefilter may. */
const HASH_BITS = 17;

/** Makes an empty index. */
export function makeGramIndex(): GramIndex {
  const postings: (number[] | undefined)[] = new Array(2 ** HASH_BITS);
  let shared = new Uint16Array(1024);

  return {
    add: (n, words) => {
      if (n >= shared.length) shared = new Uint16Array(2 ** Math.ceil(Math.log2(n + 1)));
      eachGram(words, (gram) => {
        const posting = postings[gram];
        if (!posting) postings[gram] = [n];
        // One person's pieces come together, so that a repeated one would follow itself.
        else if (posting[posting.length - 1] !== n) posting.push(n);
      });
    },
    remove: (n, words) => {
      eachGram(words, (gram) => {
        const at = postings[gram]?.indexOf(n) ?? -1;
        if (at >= 0) postings[gram]?.splice(at, 1);
      });
    },
    startingWith: (prefix) => postings[hash(BEGINNING, prefix, 0, Math.min(prefix.length, 3))] ?? [],
    alike: (words, most) => {
      const grams = new Set<number>();
      eachGram(words, (gram) => grams.add(gram));
      const touched: number[] = [];
      for (const gram of grams) {
        for (const n of postings[gram] ?? []) {
          if (shared[n] === 0) touched.push(n);
          shared[n] = (shared[n] as number) + 1;
        }
      }
      const best = pickMost(touched, shared, most);
      for (const n of touched) shared[n] = 0;
      return best;
    },
  };
}

const BEGINNING = 1;
const THREE = 2;
const PAIR = 3;

/**
 * Calls `use` with the hashes of the pieces of words: their first one, two and three letters, each three letters that
 * follow one another, and each two letters that stand near one another in whatever order. The last survive a swapped,
 * missing or wrong letter in a name of four, where no three letters would.
 */
function eachGram(words: readonly string[], use: (gram: number) => void): void {
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      if (i < 3) use(hash(BEGINNING, word, 0, i + 1));
      if (i + 3 <= word.length) use(hash(THREE, word, i, i + 3));
      if (i + 1 < word.length) use(hashPair(word.charCodeAt(i), word.charCodeAt(i + 1)));
      if (i + 2 < word.length) use(hashPair(word.charCodeAt(i), word.charCodeAt(i + 2)));
    }
  }
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), folded to {@link HASH_BITS}. */
function hash(kind: number, text: string, from: number, to: number): number {
  let sum = step(0x811c9dc5, kind);
  for (let i = from; i < to; i++) sum = step(sum, text.charCodeAt(i));
  return toPlace(sum);
}

function hashPair(a: number, b: number): number {
  return toPlace(step(step(step(0x811c9dc5, PAIR), Math.min(a, b)), Math.max(a, b)));
}

function step(sum: number, unit: number): number {
  return Math.imul(sum ^ unit, 0x01000193);
}

function toPlace(sum: number): number {
  return ((sum >>> HASH_BITS) ^ sum) & (2 ** HASH_BITS - 1);
}

/** The members with the greatest counts, without sorting them all. */
function pickMost(members: readonly number[], counts: Uint16Array, most: number): readonly number[] {
  const byCount: number[][] = [];
  for (const n of members) {
    const count = counts[n] as number;
    const same = byCount[count];
    if (same) same.push(n);
    else byCount[count] = [n];
  }
  const picked: number[] = [];
  for (let count = byCount.length - 1; count > 0 && picked.length < most; count--) {
    const same = byCount[count];
    if (same) picked.push(...same.slice(0, most - picked.length));
  }
  return picked;
}
