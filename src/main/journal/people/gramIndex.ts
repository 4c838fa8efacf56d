/** Which people have words that share pieces with what is typed. Numbers are people's numbers. */
export interface GramIndex {
  readonly add: (n: number, words: readonly string[]) => void;
  readonly remove: (n: number, words: readonly string[]) => void;
  /** Everybody with a word that begins with `prefix`, or with its first three letters. Unordered. */
  readonly startingWith: (prefix: string) => readonly number[];
  /** The `most` people whose words share the most pieces with these words, most first. */
  readonly alike: (words: readonly string[], most: number) => readonly number[];
}

/** Makes an empty index. */
export function makeGramIndex(): GramIndex {
  const postings = new Map<string, number[]>();
  let shared = new Uint16Array(1024);

  return {
    add: (n, words) => {
      if (n >= shared.length) shared = new Uint16Array(2 ** Math.ceil(Math.log2(n + 1)));
      for (const gram of gramsOf(words)) {
        const posting = postings.get(gram);
        if (posting) posting.push(n);
        else postings.set(gram, [n]);
      }
    },
    remove: (n, words) => {
      for (const gram of gramsOf(words)) {
        const posting = postings.get(gram);
        const at = posting?.indexOf(n) ?? -1;
        if (at >= 0) posting?.splice(at, 1);
        if (posting?.length === 0) postings.delete(gram);
      }
    },
    startingWith: (prefix) => postings.get(`^${prefix.slice(0, 3)}`) ?? [],
    alike: (words, most) => {
      const touched: number[] = [];
      for (const gram of gramsOf(words)) {
        for (const n of postings.get(gram) ?? []) {
          if (shared[n] === 0) touched.push(n);
          shared[n] = (shared[n] ?? 0) + 1;
        }
      }
      const best = pickMost(touched, shared, most);
      for (const n of touched) shared[n] = 0;
      return best;
    },
  };
}

/**
 * The pieces of words: their first one, two and three letters, each three letters that follow one another, and each
 * two letters that stand near one another in whatever order. The last survive a swapped, missing or wrong letter in a
 * name of four, where no three letters would.
 */
function gramsOf(words: readonly string[]): Set<string> {
  const grams = new Set<string>();
  for (const word of words) addGrams(word, grams);
  return grams;
}

function addGrams(word: string, grams: Set<string>): void {
  for (let i = 0; i < word.length; i++) {
    if (i < 3) grams.add(`^${word.slice(0, i + 1)}`);
    if (i + 3 <= word.length) grams.add(word.slice(i, i + 3));
    if (i + 1 < word.length) grams.add(eitherOrder(word[i] as string, word[i + 1] as string));
    if (i + 2 < word.length) grams.add(eitherOrder(word[i] as string, word[i + 2] as string));
  }
}

function eitherOrder(a: string, b: string): string {
  return a < b ? a + b : b + a;
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
