import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { callName, type PersonName } from '../../../shared/models/person.ts';
import { fold } from '../../../shared/rules/fold.ts';
import { makeMention } from '../../../shared/rules/mentions.ts';
import { isInCode } from './completeTags.ts';

export interface PeopleSource {
  /** People whose names are like a text, best first. */
  readonly suggest: (text: string) => Promise<readonly PersonName[]>;
  /** Called with where the typed `@name` stands when somebody new is to be made of it. */
  readonly addPerson: (view: EditorView, name: string, from: number, to: number) => void;
}

/** An `@` that does not end a word, as in an address, and what was typed after it. */
const NAME_BEFORE = /(?<![\p{L}\p{N}_.+@-])@(?:[^\s@[\]()#\\][^@[\]()\n\\]{0,60})?$/u;
const WORDS_AT_MOST = 5;

/**
 * Completes `@name` with the people of the journal, and last with somebody new of that name. A name may have spaces:
 * after one it goes on only while somebody is called so, or while every word is written as a name is.
 */
export function completePeople(source: PeopleSource): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(NAME_BEFORE);
    if (!typed || isInCode(context, typed.from)) return null;
    const options = await findOptions(typed.text.slice(1), source);
    if (context.aborted || options.length === 0) return null;
    return { from: typed.from, filter: false, options };
  };
}

async function findOptions(text: string, source: PeopleSource): Promise<readonly Completion[]> {
  const words = text.split(' ');
  if (words.length > WORDS_AT_MOST) return [];
  const goesOn = words.length === 1 || words.every(looksLikeName);
  const found = await source.suggest(text.trim());
  const people = goesOn ? found : found.filter((person) => begins(person, text));
  const name = goesOn ? newName(text) : null;
  return [...people.map(optionFor), ...(name ? [optionToAdd(name, source)] : [])];
}

function begins(person: PersonName, text: string): boolean {
  const wanted = fold(text.trimStart());
  return [person.name, person.preferredName].some((name) => fold(name).startsWith(wanted));
}

/** Whether it begins with a capital, or is of a script that has none. */
function looksLikeName(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
}

/** The name of somebody new, typed in haste: “zoe fox” becomes “Zoe Fox”. Null for less than two letters. */
export function newName(typed: string): string | null {
  const name = typed.trim().replace(/\s+/gu, ' ');
  if ([...name].length < 2 || !/\p{L}/u.test(name)) return null;
  if (name !== name.toLocaleLowerCase()) return name;
  return name.replace(/(?<![\p{L}\p{M}’'])\p{L}/gu, (letter) => letter.toLocaleUpperCase());
}

function optionFor(person: PersonName): Completion {
  const called = callName(person);
  return {
    label: person.name,
    type: 'person',
    ...(called === person.name ? {} : { detail: called }),
    apply: (view, option, from, to) => insertMention(view, person, from, to, option),
  };
}

function optionToAdd(name: string, source: PeopleSource): Completion {
  return {
    label: `Add “${name}” as a new person`,
    type: 'addPerson',
    apply: (view, option, from, to) => {
      // Nothing changes yet, but the list must close.
      view.dispatch({ annotations: pickedCompletion.of(option) });
      source.addPerson(view, name, from, to);
    },
  };
}

/**
 * Puts a mention of `person` in place of what stands from `from` to `to`, with the caret behind it, unless the writer
 * has gone on elsewhere meanwhile.
 */
export function insertMention(
  view: EditorView,
  person: Pick<PersonName, 'id' | 'name' | 'preferredName'>,
  from: number,
  to: number,
  option?: Completion,
): void {
  const insert = makeMention(callName(person), person.id);
  const waits = view.state.selection.main.head === to;
  view.dispatch({
    changes: { from, to, insert },
    ...(waits ? { selection: { anchor: from + insert.length }, scrollIntoView: true } : {}),
    userEvent: 'input.complete',
    ...(option ? { annotations: pickedCompletion.of(option) } : {}),
  });
}
