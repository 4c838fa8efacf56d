import type { JournalOutput } from '../../shared/contract/index.ts';

export type Completion = JournalOutput<'search.complete'>;
export type CompletionOption = Completion['options'][number];

/** The query with an option put in, and where the caret then stands. */
export function applyCompletion(
  text: string,
  { from, to }: Pick<Completion, 'from' | 'to'>,
  option: CompletionOption,
): { readonly text: string; readonly caret: number } {
  // A filter’s name (“with:”) is followed by its value; anything else is whole, and a space begins the next part.
  const rest = text.slice(to);
  const space = option.text.endsWith(':') || rest.startsWith(' ') ? '' : ' ';
  const before = `${text.slice(0, from)}${option.text}${space}`;
  return { text: `${before}${rest}`, caret: before.length };
}

/** The option `by` steps from `at`, going round; `null` is the field itself, before the first and after the last. */
export function stepThrough(at: number | null, by: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  const places = count + 1;
  const from = at === null ? count : at;
  const next = (from + by + places) % places;
  return next === count ? null : next;
}
