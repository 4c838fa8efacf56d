/** Marks the beginning and the end of a term among its trigrams; no term has it. */
const EDGE = '\u2039';

/** The distinct trigrams of a term with its edges marked: "art" has "‹ar", "art" and "rt‹". */
export function partsOf(term: string): readonly string[] {
  return trigrams([EDGE, ...term, EDGE]);
}

/** The distinct trigrams that every term has which holds `piece`; none if it is shorter than three characters. */
export function partsInside(piece: string): readonly string[] {
  return trigrams([...piece]);
}

function trigrams(characters: readonly string[]): readonly string[] {
  const parts = new Set<string>();
  for (let i = 0; i + 3 <= characters.length; i++) parts.add(characters.slice(i, i + 3).join(''));
  return [...parts];
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make `b` of `a` (optimal
 * string alignment). Gives up and answers `most + 1` when it is more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(costAt(a, b, i, j, { before, last, row }));
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

type Rows = Readonly<Record<'before' | 'last' | 'row', readonly number[]>>;

function costAt(a: string, b: string, i: number, j: number, { before, last, row }: Rows): number {
  const changed = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const cost = Math.min(changed, (last[j] as number) + 1, (row[j - 1] as number) + 1);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(cost, (before[j - 2] as number) + 1) : cost;
}

export interface Spelling {
  readonly term: string;
  readonly df: number;
}

/** How many letters a word of this length may have wrong. Short words are all alike. */
export function mistakesIn(word: string): number {
  if (word.length < 4) return word.length < 3 ? 0 : 1;
  return word.length < 8 ? 1 : 2;
}

/**
 * Chooses what `word` was meant to be: fewest mistakes, then the same first letter, then the commonest.
 * @param prefix whether the word may be unfinished; then the beginning of a term is compared as well
 * @returns null if nothing is near enough
 */
export function chooseSpelling(word: string, candidates: readonly Spelling[], prefix = false): string | null {
  let best: { readonly term: string; readonly cost: number } | null = null;
  for (const candidate of candidates) {
    const cost = costOf(word, candidate, prefix);
    if (cost !== null && (!best || cost < best.cost)) best = { term: candidate.term, cost };
  }
  return best?.term ?? null;
}

/** How unlikely it is that `word` was meant to be a term; null if it is too far away, or that term itself. */
function costOf(word: string, { term, df }: Spelling, prefix: boolean): number | null {
  if (term === word) return null;
  const most = mistakesIn(word);
  const whole = editDistance(word, term, most);
  const mistakes = prefix && whole > most ? editDistance(word, term.slice(0, word.length), most) : whole;
  if (mistakes > most) return null;
  // An unfinished word is a little less sure than a whole one.
  const unsure = (whole > most ? 0.5 : 0) + (term[0] === word[0] ? 0 : 0.6);
  return mistakes + unsure - Math.min(0.5, Math.log10(1 + df) / 10);
}
