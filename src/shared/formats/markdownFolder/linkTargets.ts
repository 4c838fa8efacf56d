import { noteName } from './noteDate.ts';
import { lastPart } from './wikiLinks.ts';

/** What is known of a note before any is read in full. */
export interface NoteCard {
  readonly path: string;
  /** Whether it is about a person: its path is then their key. */
  readonly isPerson: boolean;
  /** Other names that links may use. */
  readonly aliases: readonly string[];
}

/** Finds out whom a link means, as Obsidian does: by path, by name, and here by alias too. */
export interface LinkTargets {
  /** The key of the person whom `target` names, or undefined if it is nobody's note. */
  readonly person: (target: string) => string | undefined;
  /** Names that more than one note has, and the note that links with this name were taken to mean. */
  readonly ambiguous: () => readonly { readonly name: string; readonly path: string }[];
}

/** Remembers the notes of a folder by every name that a link can use. */
export function buildLinkTargets(cards: readonly NoteCard[]): LinkTargets {
  const byName = groupBy(cards, (card) => [foldName(noteName(card.path))]);
  const people = cards.filter((card) => card.isPerson);
  const byAlias = groupBy(people, (card) => card.aliases.map(foldName));
  const ambiguous = new Map<string, string>();

  const byPath = (target: string) => {
    const path = `/${foldName(target)}`;
    return byName
      .get(foldName(lastPart(target)))
      ?.find((card) => `/${foldName(card.path.replace(/\.(md|markdown)$/i, ''))}`.endsWith(path));
  };
  const byNoteName = (target: string) => {
    const named = byName.get(foldName(target)) ?? [];
    const exact = named.filter((card) => noteName(card.path) === target);
    const [best] = (exact.length > 0 ? exact : named).toSorted(comparePlaces);
    if (best && named.some((card) => card.isPerson) && named.length > 1) ambiguous.set(target, best.path);
    return best;
  };
  const find = (target: string) => {
    if (target.includes('/')) return byPath(target);
    const named = byNoteName(target);
    if (named) return named;
    const called = byAlias.get(foldName(target)) ?? [];
    // An alias that two people share says nothing about which of them is meant.
    return called.length === 1 ? called[0] : undefined;
  };
  const known = new Map<string, string | undefined>();
  return {
    person: (target) => {
      if (!known.has(target)) {
        const card = find(target);
        known.set(target, card?.isPerson ? card.path : undefined);
      }
      return known.get(target);
    },
    ambiguous: () => [...ambiguous].map(([name, path]) => ({ name, path })),
  };
}

/** People first, then as Obsidian: the note nearest to the top. */
function comparePlaces(a: NoteCard, b: NoteCard): number {
  if (a.isPerson !== b.isPerson) return a.isPerson ? -1 : 1;
  return a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1);
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function groupBy(cards: readonly NoteCard[], keysOf: (card: NoteCard) => readonly string[]) {
  const groups = new Map<string, NoteCard[]>();
  for (const card of cards) {
    for (const key of new Set(keysOf(card))) {
      const group = groups.get(key);
      if (group) group.push(card);
      else groups.set(key, [card]);
    }
  }
  return groups;
}
