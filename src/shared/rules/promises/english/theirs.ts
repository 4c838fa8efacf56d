import type { PromisePattern } from '../language.ts';
import { inThought, pattern, toOthers } from './words.ts';

/** How one tells in English that somebody promised something to oneself. */
export const theirs: readonly PromisePattern[] = [
  // She promised to call. Tom promised me that he would call.
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>|\\b<NAME>)<HAVE>_(?:promise[sd]?(?:_(?:me|us|both_of_us))?|gave_(?:me|us)_(?:her|his|their)_word|assured_(?:me|us))<WHEN>(?:_that)?_(?:(?:she|he|they|<PERSON>)<WOULD>|to)(?!_never)(?=_\\p{L})',
    ),
    isTold: true,
    toNobody: true,
  },
  // Tom promised me the recipe.
  {
    madeBy: 'them',
    words: pattern('(?<who><SHE>|\\b<NAME>)<HAVE>_promise[sd]?_(?:me|us)_<THING>'),
    isTold: true,
    toNobody: true,
  },
  // She offered to proofread my letter. He agreed to send the contract.
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>|\\b<NAME>)<HAVE>_(?:agree[sd]?|offer(?:s|ed)?|volunteer(?:s|ed)?|undertook|committed)_to_(?:<TOME><VERB>|<DIRECTED>)\\b',
    ),
    isTold: true,
    toNobody: true,
    notFollowedBy: toOthers,
  },
  // She said she would bring my umbrella.
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>|\\b<NAME>)_(?:says?|said|writes|wrote|answered|replied|tells_(?:me|us)|told_(?:me|us)|insists|insisted)(?:_that)?_(?:she|he|they|<PERSON>)(?:<WOULD>|<GOING>)<SURELY>_<TOME><VERB>\\b',
    ),
    isTold: true,
  },
  // She said she would call.
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>|\\b<NAME>)_(?:says?|said|writes|wrote|answered|replied|tells_(?:me|us)|told_(?:me|us)|insists|insisted)(?:_that)?_(?:she|he|they|<PERSON>)(?:<WOULD>|<GOING>)<SURELY>_<DIRECTED>\\b',
    ),
    isTold: true,
    notFollowedBy: toOthers,
  },
  // Sam owes me a coffee.
  {
    madeBy: 'them',
    words: pattern('(?<who><SHE>|\\b<NAME>)(?:_(?:still|also|now))?_owes?_(?:me|us)_<THING>'),
    toNobody: true,
  },
  // She will let me know.
  {
    madeBy: 'them',
    words: pattern('(?<who><SHE>)(?:<WILL>|<GOING>)<SURELY>_<TOME><VERB>\\b'),
    notPrecededBy: inThought,
    notFollowedBy: toOthers,
  },
  // Lisa will ask her boss and let me know.
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>|\\b<NAME>)(?:<WILL>|<GOING>)<SURELY>_(?=[^.;:"]{1,80}?\\band_(?:then_)?(?:let_(?:me|us)_know|tell_(?:me|us)|(?:get|come)_back_to_(?:me|us)|(?:call|phone|ring|text|e-?mail|send)_(?:me|us)|write_to_(?:me|us))\\b)\\p{Ll}+',
    ),
    notPrecededBy: inThought,
  },
  // She is bringing dessert on Saturday.
  {
    madeBy: 'them',
    words: pattern("(?<who><SHE>)(?:'s|'re|_is|_are)_<DOING>\\b"),
    notPrecededBy: inThought,
    notFollowedBy: toOthers,
    needsDue: true,
  },
  // Mark will let me know. Somebody whom the entry does not know; but hardly something.
  {
    madeBy: 'them',
    words: pattern(
      '\\b(?<who><NAME>)(?:<WILL>|<GOING>)<SURELY>_(?:let_(?:me|us)_know|get_back_to_(?:me|us)|(?:call|phone|ring|text|e-?mail|message|send|lend|pay|pick|introduce|invite|write)(?=_(?:\\S+_){0,2}?(?:me|us|back)\\b))',
    ),
    notPrecededBy: inThought,
  },
  // Tom will call on Friday.
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>)(?:<WILL>|<GOING>)<SURELY>_(?:send|bring|call|ring|phone|return|forward|drop_(?:\\S+_){0,4}(?:off|by)|pick_(?:\\S+_){0,4}up|e-?mail|text|deliver|reply|pay)\\b',
    ),
    notPrecededBy: inThought,
    notFollowedBy: toOthers,
    needsDue: true,
  },
  // She said: "I'll call you." Tom: "I'll call you."
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>|\\b<NAME>)(?:(?:_<SAY>)?:|_<SAY>,?)_"(?:[^"]{0,80}?[.,!]_)?(?:I|[Ww]e)<WILL><SURELY>_(?=[^"]{0,80}?\\byou\\b|[^"]{0,20}?\\b(?:back|touch)\\b)<VERB>\\b',
    ),
    inQuotes: true,
  },
  // "I'll call you," she said.
  {
    madeBy: 'them',
    words: pattern(
      '"(?:[^"]{0,80}?[.,!]_)?(?:I|[Ww]e)<WILL><SURELY>_(?=[^"]{0,80}?\\byou\\b[^"]{0,80}"_?(?:<SAY>_)?(?<who><SHE>|<NAME>)(?:_<SAY>)?(?!\\p{L}))<VERB>\\b',
    ),
    inQuotes: true,
  },
  // They will be in touch.
  {
    madeBy: 'them',
    words: pattern(
      '(?<who><SHE>)(?:<WILL>|<GOING>)<SURELY>_(?:be_in_touch|get_in_touch|follow_up|get_back|come_back_to|reach_out)\\b',
    ),
    notPrecededBy: inThought,
    notFollowedBy: toOthers,
  },
];
