import { factDraft } from '../../shared/models/fact.ts';
import { findFactDate } from '../../shared/rules/facts/factDate.ts';
import { guessFact } from '../../shared/rules/facts/guessFact.ts';
import { readTypedDate } from '../../shared/rules/typedDates.ts';
import { type FactFields, fieldsOfFact, type WrittenFact } from './fieldsOfFact.ts';

export type FactErrors = Readonly<Partial<Record<keyof FactFields, string>>>;

/**
 * The fields while their words are all that was typed: the rest follows from them. `kept` is what would be kept of the
 * words: “works at Bright & Co.” is the employer “Bright & Co.”.
 */
export function guessFields(
  text: string,
  today: string,
): { readonly fields: FactFields; readonly kept: string } {
  const guessed = guessFact(text, today);
  return { fields: { ...fieldsOfFact(guessed), text }, kept: guessed.text };
}

/** What is to be kept, or what is wrong, by field, in sentences for the user. */
export function readFactFields(
  fields: FactFields,
  today: string,
): { readonly fact: WrittenFact } | { readonly errors: FactErrors } {
  const date = readDate(fields.date, today);
  const parsed = factDraft
    .pick({ text: true, facet: true, label: true })
    .safeParse({ text: fields.text, facet: fields.facet, label: fields.label });
  if (parsed.success && !('problem' in date)) return { fact: { ...parsed.data, date: date.date } };
  const errors: Partial<Record<keyof FactFields, string>> = {};
  if ('problem' in date) errors.date = date.problem;
  for (const { path, code } of parsed.error?.issues ?? []) {
    if (path[0] === 'text') {
      errors.text =
        code === 'too_big'
          ? 'This is too long for a fact. A sentence or two is enough; the notes have room for more.'
          : 'A fact needs some words.';
    }
    if (path[0] === 'label') errors.label = 'A word or two is enough here.';
  }
  return { errors };
}

function readDate(
  typed: string,
  today: string,
): { readonly date: string | null } | { readonly problem: string } {
  if (typed.trim() === '') return { date: null };
  const read = readTypedDate(typed, { day: today, time: '23:59' });
  if ('date' in read) return read;
  // What is to come (“next Friday”) is read as it is in the words themselves.
  const ahead = findFactDate(typed, today);
  return ahead === null ? read : { date: ahead.date };
}
