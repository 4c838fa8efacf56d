import { findMentions, type Mention, makeMention } from '../../rules/mentions.ts';
import type { TextPart } from '../records.ts';
import { type LinkRules, readText } from './noteLinks.ts';
import type { VaultNames } from './vaultNames.ts';
import { findWikiLinks, wholeWikiLink } from './wikiLinks.ts';

/** The text of a note, and which of its links, counted from 0, a reader has to leave alone. */
export interface WrittenText {
  readonly text: string;
  readonly plainLinks: readonly number[];
}

/**
 * Turns mentions into links to people's notes. What would not come back byte for byte stays a mention: one whose name
 * a link cannot hold, or all of them in a text that would read otherwise with links in it.
 */
export function writeText(text: string, names: VaultNames): WrittenText {
  const linked = linkMentions(text, names);
  return readsAs(linked, text, names) ? linked : { text, plainLinks: plainLinksOf(text, new Set(), names) };
}

/** What a reader of an export makes of a text, with the ids that the people had. */
export function rereadText({ text, plainLinks }: WrittenText, names: VaultNames): string {
  const rules: LinkRules = {
    targets: names.targets,
    personOfId: names.pathOf,
    plainLinks: new Set(plainLinks),
  };
  return readText(text, rules)
    .map((part) => composePart(part, names))
    .join('');
}

function linkMentions(text: string, names: VaultNames): WrittenText {
  let written = '';
  let at = 0;
  const ours = new Set<number>();
  for (const mention of findMentions(text)) {
    written += text.slice(at, mention.from);
    at = mention.to;
    const link = linkFor(mention, text.slice(mention.from, mention.to), names);
    if (link) ours.add(written.length);
    written += link ?? text.slice(mention.from, mention.to);
  }
  written += text.slice(at);
  return { text: written, plainLinks: plainLinksOf(written, ours, names) };
}

function linkFor({ name, personId }: Mention, written: string, names: VaultNames): string | undefined {
  const note = names.noteOf(personId);
  if (!note || makeMention(name, personId) !== written) return undefined;
  const link = name === note ? `[[${note}]]` : `[[${note}|${name}]]`;
  const read = wholeWikiLink(link);
  const same = read?.text === name && names.targets.person(read.target) === names.pathOf(personId);
  return same ? link : undefined;
}

function plainLinksOf(text: string, ours: ReadonlySet<number>, names: VaultNames): readonly number[] {
  return findWikiLinks(text).flatMap((link, i) =>
    !ours.has(link.from) && names.targets.person(link.target) ? [i] : [],
  );
}

function readsAs(written: WrittenText, text: string, names: VaultNames): boolean {
  return rereadText(written, names) === text;
}

function composePart(part: TextPart, names: VaultNames): string {
  if (typeof part === 'string') return part;
  const id = names.idOf(part.person) ?? '';
  return part.kind === 'mention' ? makeMention(part.text, id) : id;
}
