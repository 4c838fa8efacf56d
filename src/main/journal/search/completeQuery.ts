import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import { channels } from '../../../shared/models/entry.ts';
import { fold } from '../../../shared/rules/fold.ts';
import { channelWords } from '../../../shared/search/channelWords.ts';
import {
  type Completable,
  completableAt,
  dayWords,
  filterDetails,
  filtersBeginning,
} from '../../../shared/search/completion.ts';
import { quoteValue } from '../../../shared/search/parseQuery.ts';
import type { JournalContext } from '../context.ts';
import { statement } from '../store/statements.ts';
import { suggestTags } from '../tags/suggestTags.ts';

type Completion = JournalOutput<'search.complete'>;
type Option = Completion['options'][number];

const MOST = 12;

/** What could stand at the caret: see the contract. */
export function completeQuery(
  context: JournalContext,
  { text, caret }: JournalParsed<'search.complete'>,
): Completion {
  const at = completableAt(text, Math.min(caret, text.length));
  if (!at) return { from: caret, to: caret, options: [] };
  return { from: at.from, to: at.to, options: optionsFor(context, at).slice(0, MOST) };
}

function optionsFor(context: JournalContext, at: Completable): Option[] {
  if (at.kind === 'filterName') {
    return filtersBeginning(at.typed).map((name) => ({
      text: `${name}:`,
      label: `${name}:`,
      detail: filterDetails[name],
    }));
  }
  const option = (value: string, detail = ''): Option => ({
    text: `${at.lead}${quoteValue(value)}`,
    label: value,
    detail,
  });
  switch (at.name) {
    case 'with':
    case 'about':
      return peopleLike(context, at.typed, option);
    case 'from':
      return [
        ...begins(['me'], at.typed).map((me) => option(me, 'you')),
        ...peopleLike(context, at.typed, option),
      ];
    case 'channel':
      return begins(
        channels.map((channel) => channelWords[channel]),
        at.typed,
      ).map((name) => option(name));
    case 'tag':
      return suggestTags(context.db, at.typed, MOST).map(({ tag, entryCount }) =>
        option(tag, sayCount(entryCount)),
      );
    case 'circle':
      return begins(circleNames(context), at.typed).map((name) => option(name));
    case 'before':
    case 'after':
    case 'since':
    case 'until':
    case 'on':
      return begins(dayWords, at.typed).map((words) => option(words));
  }
}

function begins(words: readonly string[], typed: string): readonly string[] {
  const wanted = fold(typed);
  return words.filter((word) => fold(word).startsWith(wanted));
}

function peopleLike(
  { people }: JournalContext,
  typed: string,
  option: (value: string, detail: string) => Option,
): Option[] {
  return people
    .suggest(typed, MOST)
    .map(({ name, preferredName, nicknames }) => option(name, preferredName || (nicknames[0] ?? '')));
}

function sayCount(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

function circleNames({ db }: JournalContext): readonly string[] {
  return statement<[], string>(db, 'SELECT name FROM circle ORDER BY position').pluck().all();
}
