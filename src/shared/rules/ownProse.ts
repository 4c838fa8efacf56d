/** Stands for what was masked. No word, digit or space, so that nothing is read across it. */
const MASK = '\uFFFC';

const notOwnProse: readonly RegExp[] = [
  // Fenced code, to its closing fence or to the end of the text.
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?\n)??(?: {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gmu,
  // Code in a line, between runs of as many backticks.
  /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/gu,
  // What somebody else said or wrote.
  /^ {0,3}>.*$/gmu,
  // Mentions, links and images whole: a name or a title is not said by the writer of the entry.
  /[@!]?\[[^\]\n]*\]\([^)\n]*\)/gu,
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/giu,
];

/**
 * Masks what in a Markdown text is not the writer's own running prose: code, quotations, mentions, links, addresses.
 * The answer has the length of `markdown`, and line breaks stay where they are, so that offsets hold in both.
 */
export function maskToOwnProse(markdown: string): string {
  return notOwnProse.reduce((text, part) => text.replace(part, mask), markdown);
}

function mask(text: string): string {
  return text.replace(/[^\n]/gu, (character) => MASK.repeat(character.length));
}
