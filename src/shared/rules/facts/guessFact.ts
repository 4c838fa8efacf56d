import type { FactDraft } from '../../models/fact.ts';
import { findFactDate } from './factDate.ts';
import { findLabel } from './factLabels.ts';
import { type FactWords, factWords, noMore } from './factWords.ts';

/** What words seem to say, for the user to look at. Nothing in `text` is not in the words. */
export type GuessedFact = Pick<FactDraft, 'facet' | 'label' | 'text' | 'date'>;

/** Words beyond this are no fact but a story, and are not read. */
const READ_AT_MOST = 1_000;
/** More than a fact may hold: a slip of the clipboard, which is not looked at, so that typing does not wait. */
const GUESS_AT_MOST = 10_000;

/**
 * Guesses which facet words tell of, what of it, and when, by the table in factWords.ts.
 * @param words as they are read, without Markdown
 * @param learnedOn the day on which they were written, for “next Friday”
 */
export function guessFact(words: string, learnedOn: string): GuessedFact {
  if (words.length > GUESS_AT_MOST) return { facet: 'other', label: '', text: words, date: null };
  const text = words.replace(/\s+/g, ' ').trim();
  const read = text.slice(0, READ_AT_MOST);
  const date = findFactDate(read, learnedOn)?.date ?? null;
  for (const line of factWords) {
    const found = line.words.exec(read);
    if (found && (date !== null || !line.withDate)) return { date, ...readBy(line, found, text, learnedOn) };
  }
  return { facet: 'other', label: '', text, date };
}

/** What the words say by the line of the table that fits them. */
function readBy(
  { facet, label: ofTable, takes }: FactWords,
  found: RegExpExecArray,
  text: string,
  learnedOn: string,
): Omit<GuessedFact, 'date'> & { readonly date?: string | null } {
  const read = found.input;
  const said = found.slice(1).find((part) => part !== undefined) ?? '';
  const label = ofTable === 'said' ? said.toLowerCase() : ofTable;
  if (noMore.test(read) && findLabel(facet, label)?.isSingle) return { facet, label: '', text };
  if (facet === 'dates' && comesEveryYear.test(label)) {
    const found = findFactDate(read, learnedOn, 'everyYear');
    return {
      facet,
      label,
      text: found?.words.replace(/^(?:on|in) /iu, '') ?? text,
      date: found?.date ?? null,
    };
  }
  const taken = takes ? takeRest(read.slice(found.index + found[0].length), takes) : '';
  return { facet, label, text: taken || text };
}

const comesEveryYear = /^(?:birthday|wedding day)$/;
const abbreviation = /\b(?:Co|Inc|Ltd|Corp|St|Jr|Sr|Dr|Bros)\.$/u;

/** The words up to the end of their sentence, or only as far as a name goes. */
function takeRest(rest: string, takes: 'rest' | 'name'): string {
  const sentence = /^.*?(?=[.!?…]+(?:\s+["“‘(]?\p{Lu}|\s*$)|[;\n]|$)/su.exec(rest)?.[0] ?? rest;
  const withStop = rest.slice(0, sentence.length + 1);
  const whole = abbreviation.test(withStop) ? withStop : sentence;
  const name =
    /^.*?(?=,? (?:since|as|where|who|which|when|until|till|from|because|but|and (?:is|has|he|she|they|now|works|lives)|for (?:a|two|three|many|some|\d))\b|,|$)/su;
  const taken = takes === 'name' ? (name.exec(whole)?.[0] ?? whole) : whole;
  return taken.trim().replace(/^["“‘(]+|[,:)"”]+$/gu, '');
}
