import { findMentions } from '../../rules/mentions.ts';
import type { TextPart } from '../records.ts';
import type { LinkTargets } from './linkTargets.ts';
import { findWikiLinks } from './wikiLinks.ts';

/** How to read the links of a note. */
export interface LinkRules {
  readonly targets: LinkTargets;
  /** The person of the source whom an export of Kith knew by this id. */
  readonly personOfId: (id: string) => string | undefined;
  /** Which of the note's links, counted from 0, are only text; see `writeText`. */
  readonly plainLinks: ReadonlySet<number>;
}

/**
 * Splits `text` at what names people: a link to a person's note becomes a mention, and a mention that an export left
 * as it was gets the id that its person has here. Links to other notes, and links in code, stay text.
 */
export function readText(text: string, { targets, personOfId, plainLinks }: LinkRules): readonly TextPart[] {
  const links = findWikiLinks(text).flatMap((link, i) => {
    const person = plainLinks.has(i) ? undefined : targets.person(link.target);
    return person ? [{ ...link, part: { kind: 'mention', person, text: link.text } as const }] : [];
  });
  const mentions = findMentions(text).flatMap(({ to, personId }) => {
    const person = personOfId(personId);
    // Only the id is replaced, so that the mention's own spelling stays.
    return person
      ? [{ from: to - 1 - personId.length, to: to - 1, part: { kind: 'id', person } as const }]
      : [];
  });
  const parts: TextPart[] = [];
  let at = 0;
  for (const { from, to, part } of [...links, ...mentions].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    if (from > at) parts.push(text.slice(at, from));
    parts.push(part);
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
