import type { PromiseLanguage } from '../language.ts';
import { findDue } from './days.ts';
import { mine } from './mine.ts';
import { theirs } from './theirs.ts';
import { pattern } from './words.ts';

/**
 * English. What is not reasonably certain is not found: a suggestion that is wrong costs more than one that is missed.
 */
export const english: PromiseLanguage = {
  hint: /'(?:ll|m|re|s)\b|\b(?:will|asked me|am|is|are|won't|shall|going to|gonna|promis\w*|swore|vow\w*|pledge\w*|gave|agree\w*|offer\w*|volunteer\w*|undertook|committed|assured|told|said|says?|tells|wrote|writes|owes?|remind|forget|remember|note to self|must|need to|have to|should|replied|answered|insist\w*)\b/iu,
  never: [
    /\?["')\]*_\s]*$/u,
    // A condition, but for “let me know if”.
    /(?<!\b(?:know|tell \S+|ask|ask \S+|see|check|find out|say|wonder|sure)\s)\b(?:if|unless|in case|provided that|as long as|suppose|supposing)\b/iu,
    /\b(?:maybe|perhaps|probably|possibly|(?:could|should|would) have|had i|wish|if only|no longer)\b/iu,
    // In small letters, for May is a month.
    /\b(?:may|might)\b/u,
    /\b(?:but|and|though|yet) (?:(?:i|she|he|they|we|then) )?(?:already |then )?(?:forgot|did(?:n't)?\b|never did|ha(?:ve|s) already|hasn't|haven't|changed (?:my|her|his|their) mind)/iu,
    /\b(?:used to|would always|every time|each time|whenever)\b/iu,
  ],
  patterns: [...mine, ...theirs],
  somebody: /\b(?:s?he|her|him|they|them|his|their|you|both)\b/iu,
  several: /\b(?:they|them|their|both)\b/iu,
  stranger: pattern(
    '\\b(?:to|with|for|from|owe[ds]?|promised?|told|assured|call|ring|phone|e-?mail|text|message|ask|tell|remind|help|visit|meet|thank|invite|introduce|lend|give|show|send|bring|write|join|teach|pay|drive|fetch|answer)_<NAME>',
  ),
  findDue,
};
