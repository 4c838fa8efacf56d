import { type FilterName, type FilterTerm, filterNames, parseQuery } from './parseQuery.ts';

/** What stands at the caret and could be completed. `from`–`to` is what the completion replaces. */
export type Completable =
  | { readonly kind: 'filterName'; readonly from: number; readonly to: number; readonly typed: string }
  | {
      readonly kind: 'value';
      readonly from: number;
      readonly to: number;
      readonly name: FilterName;
      readonly typed: string;
      /** What stands before the value: `with:`, `-tag:`, `#`. */
      readonly lead: string;
    };

/** What each filter is for, in the words of the interface. */
export const filterDetails: Readonly<Record<FilterName, string>> = {
  with: 'took part',
  about: 'named in any way',
  from: 'who began it',
  channel: 'how you talked',
  tag: 'a tag',
  circle: 'somebody of a circle',
  before: 'earlier than a day',
  after: 'later than a day',
  since: 'a day or later',
  until: 'a day or earlier',
  on: 'a day, month or year',
};

/** Date words that are offered while nothing else is typed. */
export const dayWords = [
  'today',
  'yesterday',
  'this week',
  'last week',
  'this month',
  'last month',
  'this year',
  'last year',
];

/** Finds what the caret stands in; null where there is nothing to complete. */
export function completableAt(text: string, caret: number): Completable | null {
  const before = text.slice(0, caret);
  // Read only up to the caret: what comes after must not change what is being typed.
  const part = parseQuery(before).parts.at(-1);
  if (!part || part.to !== before.length) return null;
  if (part.term?.kind === 'filter') return valueAt(text, caret, part.term);
  if (part.kind !== 'word') return null;
  const typed = before.slice(part.from);
  if (typed === '#') return null;
  return { kind: 'filterName', from: part.from, to: wordEnd(text, caret), typed: typed.toLowerCase() };
}

function valueAt(text: string, caret: number, term: FilterTerm): Completable | null {
  const written = text.slice(term.valueFrom, caret);
  const quoted = /^["“”„«»]/.test(written);
  // A value whose quotes are closed is whole.
  if (quoted && written.length > 1 && /["“”„«»]$/.test(written)) return null;
  return {
    kind: 'value',
    from: term.from,
    to: quoted ? quoteEnd(text, caret) : wordEnd(text, caret),
    name: term.name,
    typed: term.value,
    lead: text.slice(term.from, term.valueFrom),
  };
}

function wordEnd(text: string, caret: number): number {
  const space = text.slice(caret).search(/\s/);
  return space < 0 ? text.length : caret + space;
}

/** Behind the closing quote, if the next quote closes rather than opens; otherwise the end of the word. */
function quoteEnd(text: string, caret: number): number {
  const after = text.slice(caret);
  const quote = after.search(/["“”„«»]/);
  const closes = quote >= 0 && !/\s/.test(text[caret + quote - 1] ?? ' ');
  return closes ? caret + quote + 1 : wordEnd(text, caret);
}

/** The filters that begin so. */
export function filtersBeginning(typed: string): readonly FilterName[] {
  const bare = typed.replace(/:$/, '');
  return filterNames.filter((name) => name.startsWith(bare));
}
