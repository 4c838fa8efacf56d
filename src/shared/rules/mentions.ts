import { findCode, type TextRange } from './markdownCode.ts';

/**
 * Mentions of people in Markdown: `@[Name](person:ID)`. The name escapes `\`, `[` and `]` with a backslash; the id is
 * a UUIDv7. A mention lies on one line. In code, or with the `@` or the `[` escaped, it is only text.
 */
export interface Mention extends TextRange {
  /** With escapes undone. */
  readonly name: string;
  /** In lower case. */
  readonly personId: string;
}

const OPENING = /\\[\\`*_{}[\]()#+\-.!@<>|~"'$%&,/:;=?^]|@\[/g;
// A name ends at the first bare bracket, so that no stretch of text is read twice.
const REST =
  /((?:[^\\[\]\n\r]|\\[^\n\r])*)\]\(person:([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\)/iy;

/** The mentions in `text`, in order. Takes time in proportion to the text. */
export function findMentions(text: string): readonly Mention[] {
  if (!text.includes('@[')) return [];
  const code = findCode(text);
  const found: Mention[] = [];
  let next = 0;
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(text); opening; opening = OPENING.exec(text)) {
    const from = opening.index;
    while (next < code.length && (code[next] as TextRange).to <= from) next++;
    const inCode = code[next];
    if (inCode && inCode.from <= from) {
      OPENING.lastIndex = inCode.to;
      continue;
    }
    if (!opening[0].startsWith('@')) continue;
    const mention = readMention(text, from);
    if (!mention) continue;
    found.push(mention);
    OPENING.lastIndex = mention.to;
  }
  return found;
}

function readMention(text: string, from: number): Mention | null {
  REST.lastIndex = from + 2;
  const [rest, name, personId] = REST.exec(text) ?? [];
  if (rest === undefined || name === undefined || personId === undefined) return null;
  const said = name.replace(/\\(.)/gsu, '$1');
  return { from, to: from + 2 + rest.length, name: said, personId: personId.toLowerCase() };
}

/** The Markdown of a mention. Line breaks in `name` become spaces, for a mention lies on one line. */
export function makeMention(name: string, personId: string): string {
  const escaped = name.replace(/[\n\r]+/g, ' ').replace(/[\\[\]]/g, '\\$&');
  return `@[${escaped}](person:${personId})`;
}

/**
 * `text` with each mention made anew with the name and id that `say` gives for it, or turned into what `say` returns
 * as a plain string. Everything between stays as it is.
 */
export function replaceMentions(
  text: string,
  say: (mention: Mention) => string | { readonly name: string; readonly personId: string },
): string {
  let made = '';
  let at = 0;
  for (const mention of findMentions(text)) {
    const said = say(mention);
    made += text.slice(at, mention.from);
    made += typeof said === 'string' ? said : makeMention(said.name, said.personId);
    at = mention.to;
  }
  return made + text.slice(at);
}

/** `text` with the mentions of one person under another name. */
export function renameMentions(text: string, personId: string, name: string): string {
  return replaceMentions(text, (mention) =>
    mention.personId === personId ? { name, personId } : text.slice(mention.from, mention.to),
  );
}

/** `text` as it reads: mentions as `@Name`. */
export function sayMentions(text: string): string {
  return replaceMentions(text, ({ name }) => `@${name}`);
}
