/**
 * Where a Markdown text holds code: fenced blocks and code spans, as CommonMark 0.31 says (sections 4.5 and 6.1).
 * Mentions and tags in code are only text. Two liberties: a fence may be indented or quoted to any depth, as it is
 * inside lists and quotes, and blocks that are code by indentation alone do not count, since people indent by chance.
 */

/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})(.*)$/;
const BLANK = /^[ \t>]*$/;

/** The code in `text`, in order, not touching. Takes time in proportion to the text, whatever is in it. */
export function findCode(text: string): readonly TextRange[] {
  // Nearly no entry has code; this spares them the walk.
  if (!text.includes('`') && !text.includes('~~~')) return [];
  const found: TextRange[] = [];
  let fence: { readonly mark: string; readonly from: number } | null = null;
  let paragraph = 0;
  for (const line of linesOf(text)) {
    const content = text.slice(line.from, line.to);
    if (fence) {
      if (closes(content, fence.mark)) {
        found.push({ from: fence.from, to: line.to });
        fence = null;
        paragraph = line.to;
      }
      continue;
    }
    const mark = opens(content);
    if (mark || BLANK.test(content)) {
      findSpans(text, paragraph, line.from, found);
      paragraph = line.to;
    }
    if (mark) fence = { mark, from: line.from };
  }
  if (fence) found.push({ from: fence.from, to: text.length });
  else findSpans(text, paragraph, text.length, found);
  return found;
}

/** The lines of `text` without their ends. */
function* linesOf(text: string): Generator<TextRange> {
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield { from, to };
    from = to + 1;
  }
}

function opens(line: string): string | null {
  const [, mark, info] = FENCE.exec(line) ?? [];
  // The info string of a backtick fence has no backtick: a code span in three backticks is no fence.
  if (!mark || (mark.startsWith('`') && info?.includes('`'))) return null;
  return mark;
}

function closes(line: string, mark: string): boolean {
  const [, end, rest] = FENCE.exec(line) ?? [];
  return end?.[0] === mark[0] && end !== undefined && end.length >= mark.length && rest?.trim() === '';
}

/** Adds the code spans of one paragraph: a run of backticks up to the next run of the same length. */
function findSpans(text: string, from: number, to: number, found: TextRange[]): void {
  const runs = backtickRuns(text, from, to);
  // The runs of each length, last first, so that the next one is found by popping.
  const byLength = new Map<number, number[]>();
  for (let i = runs.length - 1; i >= 0; i--) {
    const { length } = runs[i] as BacktickRun;
    const same = byLength.get(length);
    if (same) same.push(i);
    else byLength.set(length, [i]);
  }
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as BacktickRun;
    // An escaped backtick is none, but those that follow it may open a span.
    const opening = run.escaped ? run.length - 1 : run.length;
    const closers = byLength.get(opening);
    while (closers?.length && (closers.at(-1) as number) <= i) closers.pop();
    const closer = opening > 0 ? closers?.at(-1) : undefined;
    if (closer === undefined) continue;
    const end = runs[closer] as BacktickRun;
    found.push({ from: run.from + run.length - opening, to: end.from + end.length });
    i = closer;
  }
}

interface BacktickRun {
  readonly from: number;
  readonly length: number;
  readonly escaped: boolean;
}

function backtickRuns(text: string, from: number, to: number): readonly BacktickRun[] {
  const runs: BacktickRun[] = [];
  let at = text.indexOf('`', from);
  while (at >= 0 && at < to) {
    let end = at;
    while (end < to && text[end] === '`') end++;
    runs.push({ from: at, length: end - at, escaped: isEscaped(text, at, from) });
    at = text.indexOf('`', end);
  }
  return runs;
}

/** Whether an odd number of backslashes stands before `at`, none of them before `from`. */
function isEscaped(text: string, at: number, from: number): boolean {
  let first = at;
  while (first > from && text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}
