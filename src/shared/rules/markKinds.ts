/**
 * Inline marks: words that say what passed between people, in the sentence that they stand in, without leaving the
 * text: “Lent her my atlas !gave”. They are part of the text, like tags. The first seven are exchanges; `promise` is a
 * promise of the user's own, `theirs` one of somebody else.
 */
export const markKinds = [
  'gave',
  'asked',
  'received',
  'introduced',
  'thanked',
  'told',
  'kind',
  'promise',
  'theirs',
] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * A mark, as a regular expression with the flag `u`. It begins a word and ends one: neither “wow!gave” nor “![gave](…)”
 * nor “!gavel” is a mark, nor is an escaped one.
 */
export const MARK_PATTERN = `(?<!\\S)!(?:${markKinds.join('|')})(?![\\p{L}\\p{N}_-])`;
