import { fold } from './fold.ts';

/** A name for comparing: lower case, without accents and punctuation, words by single spaces. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Forms of a name by which it is the same as another: its words in the order of the alphabet (“Grey, Lisa”), and, of
 * three and more words, without those that may be left out: initials and middle names. The whole one first; none for a
 * name without letters.
 */
export function nameForms(name: string): readonly string[] {
  const words = foldName(name).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const forms = [words];
  const long = words.filter((word) => word.length > 1);
  if (long.length >= 2 && long.length < words.length) forms.push(long);
  const [first, last] = [long[0], long.at(-1)];
  if (long.length > 2 && first !== undefined && last !== undefined) forms.push([first, last]);
  return [...new Set(forms.map((each) => each.toSorted().join(' ')))];
}

/** Shorter names are one letter apart by chance: Tim is not Tom. */
const SHORTEST_WORD = 6;
const SHORTEST_NAME = 7;
/** A longer text is no name. */
const LONGEST = 60;

/**
 * The form with each of its letters left out, and whole: of two forms that are a letter, or a swap of two letters, apart
 * at least one of these is the same (deletion neighbourhoods; Garbe, “1000x faster spelling correction”, 2012). None for
 * short names.
 */
export function nearForms(form: string): readonly string[] {
  const shortest = form.includes(' ') ? SHORTEST_NAME : SHORTEST_WORD;
  if (form.length < shortest || form.length > LONGEST) return [];
  const near = new Set([form]);
  for (let i = 0; i < form.length; i++) near.add(form.slice(0, i) + form.slice(i + 1));
  return [...near];
}
