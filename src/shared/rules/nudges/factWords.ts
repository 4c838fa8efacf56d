import type { Facet } from '../../models/fact.ts';

/** As much of a fact as it takes to speak of it. */
export interface SpokenFact {
  readonly facet: Facet;
  readonly label: string;
  readonly text: string;
}

/** More words than this are a sentence, and need another one around them. */
const MOST_WORDS = 4;
const PLAIN = /^\p{L}[\p{L}\p{M}’'-]*(?: [\p{L}\p{M}’'-]+)*$/u;
/** Words with which somebody is spoken of, and not to. */
const notSpokenTo =
  /^(?:he|she|they|his|her|their|him|them|is|was|are|were|has|had|have|been|will|would|can|could|does|did|do|not|no|never|very|really|wants?|likes?|loves?|hates?|enjoys?|works?|lives?|plays?|reads?|goes|went|did|born|none|unknown|yes)\b/iu;
/** “collects stamps”: a verb in the third person, most likely. */
const verbFirst = /^\p{L}+[^s’'\s]s \p{L}/u;

/**
 * The fact as a few words that can be said to the person it is about, after “how is it going with”: “sailing”, “the
 * choir”. Null for what would not fit there. It is better to say nothing than something odd.
 */
export function sayInterest({ facet, text }: SpokenFact): string | null {
  if (facet !== 'interests' && facet !== 'groups') return null;
  const words = text.trim();
  if (words.split(' ').length > MOST_WORDS || !PLAIN.test(words)) return null;
  if (notSpokenTo.test(words) || verbFirst.test(words)) return null;
  return words;
}

/** What lay ahead of somebody, as one asks after it: “your exam”, from the label of the fact. Null where there is none. */
export function sayOwn({ label }: Pick<SpokenFact, 'label'>): string | null {
  const words = label.trim();
  if (words === '' || words.split(' ').length > 2 || !PLAIN.test(words) || notSpokenTo.test(words))
    return null;
  return /^your /iu.test(words) ? words : `your ${words}`;
}
