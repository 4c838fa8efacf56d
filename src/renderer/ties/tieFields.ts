import type { Tie, TieKind } from '../../shared/models/tie.ts';
import { sayPartialDate } from '../../shared/rules/partialDates.ts';
import { readTypedDate } from '../../shared/rules/typedDates.ts';
import type { OtherPerson, WrittenTie } from './tieActions.ts';

/** What the fields about a tie hold while somebody types. */
export interface TieFields {
  readonly name: string;
  /** Who was chosen; null while the name is only typed. */
  readonly other: OtherPerson | null;
  readonly kind: TieKind;
  readonly words: string;
  readonly reverseWords: string;
  /** As typed. */
  readonly since: string;
  readonly until: string;
}

export type TieErrors = Readonly<Partial<Record<keyof TieFields, string>>>;

export const noTieFields: TieFields = {
  name: '',
  other: null,
  kind: 'partner',
  words: '',
  reverseWords: '',
  since: '',
  until: '',
};

const LONGEST_WORDS = 60;

export function fieldsOfTie({ other, kind, words, reverseWords, since, until }: Tie): TieFields {
  return {
    name: other.name,
    other,
    kind,
    words,
    reverseWords,
    since: since === null ? '' : sayPartialDate(since),
    until: until === null ? '' : sayPartialDate(until),
  };
}

/** What is to be kept, or what is wrong, by field, in sentences for the user. */
export function readTieFields(
  fields: TieFields,
  today: string,
): { readonly tie: WrittenTie } | { readonly errors: TieErrors } {
  const { name, other, kind, words, reverseWords } = fields;
  const [since, until] = [readDate(fields.since, today), readDate(fields.until, today)];
  const errors: Partial<Record<keyof TieFields, string>> = {};
  if (name.trim() === '') errors.name = 'Who is it?';
  else if (other === null) errors.name = 'Choose somebody of the list, or add them there.';
  if (kind === 'own') {
    if (words.trim() === '' && reverseWords.trim() === '') errors.words = 'A word or two is needed here.';
    if (words.trim().length > LONGEST_WORDS) errors.words = 'A word or two is enough here.';
    if (reverseWords.trim().length > LONGEST_WORDS) errors.reverseWords = 'A word or two is enough here.';
  }
  if ('problem' in since) errors.since = since.problem;
  if ('problem' in until) errors.until = until.problem;
  if (other === null || 'problem' in since || 'problem' in until || Object.keys(errors).length > 0) {
    return { errors };
  }
  const own = kind === 'own' ? { words, reverseWords } : { words: '', reverseWords: '' };
  return { tie: { other, kind, ...own, since: since.date, until: until.date } };
}

function readDate(
  typed: string,
  today: string,
): { readonly date: string | null } | { readonly problem: string } {
  return typed.trim() === '' ? { date: null } : readTypedDate(typed, { day: today, time: '23:59' });
}
