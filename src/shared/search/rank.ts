import type { Found, WantedWord } from './matchText.ts';

/**
 * The order of search results: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
 * Beyond", 2009) over body and title, more where the words stand close together, a little more for what is recent.
 */
const K1 = 1.2;
const B = 0.5;
/** A word in a title counts as so many in the body. */
const TITLE = 3;
/** What only begins with the word, or is a mention of somebody called so, counts less than the word itself. */
const INEXACT = 0.5;
/** For an entry that matches only by who was there or by a tag. */
const UNSEEN = 0.5;
const CLOSENESS = 0.6;
const RECENCY = 0.2;
const RECENCY_HALF_LIFE_DAYS = 180;

/** How much a word says that stands in `df` of `entries` entries. */
export function wordWeight(df: number, entries: number): number {
  return Math.log(1 + (Math.max(entries, df) - df + 0.5) / (df + 0.5));
}

export interface RankedText {
  readonly inTitle: readonly Found[];
  readonly inBody: readonly Found[];
  /** In UTF-16 units. */
  readonly length: number;
  /** Of an average entry, in the same units. */
  readonly averageLength: number;
  /** Days since; may be negative. */
  readonly ageDays: number;
}

/** How good a match an entry is; more is better, and 0 if there are no words to match. */
export function scoreEntry(text: RankedText, wanted: readonly WantedWord[]): number {
  const tf = new Float64Array(wanted.length);
  for (const { word, exact } of text.inBody) tf[word] = (tf[word] ?? 0) + (exact ? 1 : INEXACT);
  for (const { word, exact } of text.inTitle) tf[word] = (tf[word] ?? 0) + TITLE * (exact ? 1 : INEXACT);
  const norm = K1 * (1 - B + (B * text.length) / Math.max(1, text.averageLength));
  let score = 0;
  wanted.forEach(({ weight, mayBeUnseen }, i) => {
    const count = tf[i] || (mayBeUnseen ? UNSEEN : 0);
    score += (weight * count * (K1 + 1)) / (count + norm);
  });
  const cluster = wanted.length > 1 ? bestCluster(text.inBody, wanted) : null;
  if (cluster) score *= 1 + CLOSENESS * cluster.closeness;
  return score * (1 + RECENCY * 2 ** (-Math.max(0, text.ageDays) / RECENCY_HALF_LIFE_DAYS));
}

/** The place in a text that shows best why it matches. */
export interface Cluster {
  readonly from: number;
  readonly to: number;
  /** From 0, for words far apart or one word alone, to 1, for all words side by side in the order of the query. */
  readonly closeness: number;
}

/** Words further apart than this, in UTF-16 units, do not fit in one snippet. */
const WIDEST = 160;

/** Finds the densest place: the most telling words, then the shortest, then the first. Null if nothing was found. */
export function bestCluster(found: readonly Found[], wanted: readonly WantedWord[]): Cluster | null {
  if (wanted.length === 1) {
    const first = found.find(({ exact }) => exact) ?? found[0];
    return first ? { from: first.from, to: first.to, closeness: 0 } : null;
  }
  let best: ToldCluster | null = null;
  for (let i = 0; i < found.length; i++) {
    const cluster = clusterFrom(found, i, wanted);
    if (!best || isBetter(cluster, best)) best = cluster;
  }
  return best;
}

interface ToldCluster extends Cluster {
  /** How much the words in it say. */
  readonly told: number;
}

function isBetter(a: ToldCluster, b: ToldCluster): boolean {
  return a.told > b.told || (a.told === b.told && a.to - a.from < b.to - b.from);
}

function clusterFrom(found: readonly Found[], start: number, wanted: readonly WantedWord[]): ToldCluster {
  const first = found[start] as Found;
  const seen = new Uint8Array(wanted.length);
  let words = 0;
  let told = 0;
  let to = first.to;
  let wordLength = 0;
  let inOrder = true;
  let before = -1;
  for (let i = start; i < found.length && words < wanted.length; i++) {
    const each = found[i] as Found;
    if (each.to - first.from > WIDEST) break;
    if (seen[each.word] === 1) continue;
    seen[each.word] = 1;
    words++;
    told += (wanted[each.word]?.weight ?? 0) * (each.exact ? 1 : 0.9);
    wordLength += each.to - each.from + 1;
    to = Math.max(to, each.to);
    inOrder &&= each.word > before;
    before = each.word;
  }
  const tight = wordLength / (to - first.from + 1);
  const share = (words - 1) / (wanted.length - 1);
  return { from: first.from, to, told, closeness: Math.min(1, tight) * share * (inOrder ? 1 : 0.7) };
}
