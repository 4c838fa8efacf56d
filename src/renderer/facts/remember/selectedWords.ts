import { findSentences } from '../../../shared/rules/sentences.ts';

/** Words of an entry that are selected in the window. */
export interface SelectedWords {
  readonly entryId: string;
  /** As they are read, on one line, and with those whole that are only partly selected. */
  readonly words: string;
  /** The people whom they name. */
  readonly personIds: readonly string[];
}

/** An element whose text is the words of an entry says so by this attribute, with the entry's id. */
export const wordsOf = (entryId: string) => ({ 'data-words-of': entryId });
const HOLDER = '[data-words-of]';

/** More than this is a story and no fact. */
export const MOST_WORDS = 2_000;

/** What is selected, if it is words of one entry. */
export function readSelectedWords(): SelectedWords | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const entryId = holderOf(range.commonAncestorContainer)?.dataset['wordsOf'];
  const text = selection.toString();
  if (entryId === undefined || text.trim() === '') return null;
  const words = onOneLine(text.length > MOST_WORDS ? text : completeWords(range, text));
  return { entryId, words, personIds: findNamed(range) };
}

/** The entry that has focus, or the only one on the page. */
export function findEntryAtHand(): string | null {
  const focused = document.activeElement?.closest('article')?.querySelector<HTMLElement>(HOLDER);
  const all = document.querySelectorAll<HTMLElement>(HOLDER);
  const only = all.length === 1 ? all[0] : undefined;
  return (focused ?? only)?.dataset['wordsOf'] ?? null;
}

/** A sentence of an entry as it is read in the window. */
export type ReadSentence = Omit<SelectedWords, 'entryId'>;

/** The sentences of an entry as they are read in the window, in order. */
export function readSentences(entryId: string): readonly ReadSentence[] {
  const holder = [...document.querySelectorAll<HTMLElement>(HOLDER)].find(
    (element) => element.dataset['wordsOf'] === entryId,
  );
  const blocks = [...(holder?.querySelectorAll<HTMLElement>('[data-from]') ?? [])].filter(
    // A list item holds the items of the list in it, and a quotation its paragraphs.
    (block) => block.querySelector('[data-from]') === null && block.tagName !== 'PRE',
  );
  return blocks.flatMap(sentencesOf).filter(({ words }) => words.length <= MOST_WORDS);
}

function sentencesOf(block: HTMLElement): readonly ReadSentence[] {
  const text = onOneLine(block.textContent ?? '');
  const named = [...block.querySelectorAll<HTMLElement>(PERSON_LINK)];
  return findSentences(text).map(({ from, to }) => {
    const words = text.slice(from, to);
    const inIt = named.filter((link) => words.includes(onOneLine(link.textContent ?? '')));
    return { words, personIds: inIt.map(personOf) };
  });
}

/** Where the selected words end on the screen. */
export function findEndOfSelection(): DOMRect | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const rects = range.getClientRects();
  return rects[rects.length - 1] ?? range.getBoundingClientRect();
}

const LETTERS_BEFORE = /[\p{L}\p{N}’'-]+$/u;
const LETTERS_AFTER = /^[\p{L}\p{N}’'-]+/u;

/** The selected text with the rest of its first and its last word. */
function completeWords(
  { startContainer, startOffset, endContainer, endOffset }: Range,
  text: string,
): string {
  const isCut = { first: /^[\p{L}\p{N}]/u.test(text), last: /[\p{L}\p{N}]$/u.test(text) };
  const before =
    startContainer.nodeType === Node.TEXT_NODE && isCut.first ? (startContainer.nodeValue ?? '') : '';
  const after = endContainer.nodeType === Node.TEXT_NODE && isCut.last ? (endContainer.nodeValue ?? '') : '';
  const first = LETTERS_BEFORE.exec(before.slice(0, startOffset))?.[0] ?? '';
  const last = LETTERS_AFTER.exec(after.slice(endOffset))?.[0] ?? '';
  return first + text + last;
}

function findNamed(range: Range): readonly string[] {
  const links = holderOf(range.commonAncestorContainer)?.querySelectorAll<HTMLElement>(PERSON_LINK);
  return [...(links ?? [])].filter((link) => range.intersectsNode(link)).map(personOf);
}

const PERSON_LINK = 'a[href^="#/person/"]';

function personOf(link: HTMLElement): string {
  return link.getAttribute('href')?.slice('#/person/'.length) ?? '';
}

function holderOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(HOLDER) ?? null;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
