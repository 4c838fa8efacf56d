import { PERSON } from '../language.ts';

/**
 * Pieces of the patterns of English. In all of them `_` is a space, and `<NAME>` another piece; see {@link pattern}.
 */

/** What is done for somebody, and hardly said of anything else. */
const directed = [
  'send|mail|post|e-?mail|text|message|call|phone|ring|reply|respond|forward|lend|bring|introduce|invite|remind|notify',
  'deliver|repay|share|write_back|get_back_to|come_back_to|(?:get|be|keep|stay)_in_touch|follow_up|reach_out',
  'drop_(?:off|by)|drop_(?:\\S+_){1,4}off|pick_(?:\\S+_){0,4}up|pass_(?:\\S+_){0,4}on|check_in|check_back|hand_over',
  'let_(?:\\S+_){1,4}know|put_(?:\\S+_){1,4}in_touch|keep_\\S+_(?:posted|updated|informed)|pay_(?:\\S+_){1,3}back',
  'look_into|find_out|ask_around|arrange|organi[sz]e|return(?!_(?:to|home|soon|later|from|there)\\b)',
  'give_\\S+_(?:back|a_(?:call|ring|hand|lift))',
].join('|');

/** What is done for somebody, and for oneself. */
const other = [
  'write|give|show|tell|ask|buy|get|make|bake|cook|read|help|teach|visit|meet|join|take|drive|fetch|collect|do|fix|mend',
  'repair|look|check|pay|cover|keep|come|speak|talk|order|print|sign|draft|review|finish|plan|babysit|feed|water|try',
  'recommend|vouch|accompany|answer|host|treat|paint|draw|knit|sew|build|carry|move|translate|proofread|explain|work',
  'thank|apologi[sz]e|congratulate|see_to|find|prepare|book|set_up|sort|mind|put|leave|save|copy|scan|say_hello|hand',
].join('|');

/** Words with a capital that are nobody's name. */
const noNames = [
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Birth)day|January|February|March|April|May|June|July|August|September|October',
  'November|December|Winter|Summer|Spring|Autumn|Christmas|Easter|Tomorrow|Today|Tonight|Yesterday|Next|Last|This|That',
  'These|Those|There|Then|The|It|What|Which|Who|When|Where|Why|How|If|And|But|Or|So|Perhaps|Maybe|You|Everything|Will',
  'Nothing|Nobody|Everybody|Everyone|Somebody|Someone|Life|Time|God|Still|Also|Now|Just|Only|After|Before|English|French',
].join('|');

const kin = [
  'sister|brother|mother|mum|mom|father|dad|son|daughter|wife|husband|partner|parents|children|kids|friends?|neighbou?rs?',
  'aunt|uncle|niece|nephew|cousin|grandmother|grandfather|boss|colleague|manager|doctor|dentist|nurse|plumber|electrician',
  'builder|carpenter|teacher|landlord|landlady|agent|lawyer|editor|client',
].join('|');

const pieces: Readonly<Record<string, string>> = {
  PERSON,
  DIRECTED: directed,
  VERB: `${directed}|${other}`,
  NAME: `(?!(?:${noNames})\\b)\\p{Lu}[\\p{L}'-]*\\p{Ll}(?:_(?!(?:${noNames})\\b)\\p{Lu}[\\p{L}'-]*\\p{Ll})?`,
  KIN: `(?:\\p{Ll}+_){0,2}(?:${kin})\\b`,
  I: "\\b(?:I|[Ww]e)(?=['\\s])",
  /** What is done soon if one says that one is doing it. */
  DOING:
    '(?:sending|bringing|lending|posting|mailing|e-?mailing|calling|phoning|ringing|returning|baking|cooking|driving|picking|giving|paying|delivering)',
  /** What one is going to do, and means it for somebody. */
  MEANT:
    '(?:<DIRECTED>|write|give|buy|get|bake|cook|make|help|fix|mend|repair|knit|sew|teach|show|tell|ask|pay|drive|read|look_after)',
  /** Who may promise something: `who`, closed by each pattern. */
  SHE: '\\b(?:[Ss]he|[Hh]e|[Tt]hey)\\b|<PERSON>(?:(?:,_|,?_and_|_&_)<PERSON>)*|\\b(?:[Mm]y|[Oo]ur|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)_<KIN>',
  /** To whom something is promised. */
  HER: "her|him|them|you|<PERSON>'s_<KIN>|both|everyone|everybody|<PERSON>(?:(?:,_|,?_and_|_&_)<PERSON>)*|<NAME>|(?:my|our|the|his|her|their)_<KIN>",
  SAY: '(?:says?|said|writes?|wrote|answers?|answered|replies|replied|promised|adds|added|(?:tells|told|texted|messaged|emailed|wrote)_me)',
  WILL: "'ll|_will|_shall",
  WOULD: "'ll|'d|_will|_would|_shall",
  GOING: "(?:'m|'re|'s|_am|_are|_is)_(?:going_to|gonna)",
  /** Words that may stand before the verb, and leave it a promise. */
  SURELY:
    '(?:_(?:also|then|just|now|definitely|certainly|surely|gladly|happily|of_course|try_to|try_and|make_sure_to|be_sure_to|remember_to|not_forget_to|soon|personally|go_and|come_and|still|both|all|have_to|need_to))*',
  HAVE: "(?:'ve|'s|_has|_have)?(?:_(?:also|just|even|now|finally|again|once|since|kindly|already|both|all))*",
  /** Words that may stand between a promise and what it is. */
  WHEN: '(?:_(?:on|last|this|again|yesterday|today|twice|once|firmly|solemnly|week|month|night|morning|evening|there|\\p{Lu}\\p{Ll}+day))*',
  /** Something that can be given or owed. */
  THING: '(?:an?|the|my|our|his|her|their|some|that|another|one|two|three|\\d|£|\\$|€|money|lunch|dinner)',
  /** Looks ahead: it is done for the writer. */
  TOME: '(?=[^;:]{0,80}?\\b(?:me|us|my|our|mine|ours|back)\\b)',
};

/** A pattern out of pieces. */
export function pattern(source: string): RegExp {
  return new RegExp(fill(source).replaceAll('_', '\\s+'), 'u');
}

function fill(source: string): string {
  return source.replace(/<([A-Z]+)>/g, (_, name: string) => `(?:${fill(pieces[name] ?? name)})`);
}

/** Thoughts, questions and times. What is thought of as coming is no promise. Stands at the end of what comes before. */
export const inThought =
  /\b(?:thinks?|thought|hopes?|hoped|hoping|believes?|believed|knows?|knew|wants?|wanted|expects?|expected|doubts?|doubted|fears?|feared|afraid|worr(?:y|ies|ied)|supposes?|guess|wish(?:es|ed)?|wonders?|wondered|asks?|asked|sure|certain|dreamt|dreamed|imagines?|imagined|pretends?|pretended|assumes?|assumed|suspects?|what|when|whether|how|why|where|until|till|once|after|before|so that|who|that day)(?:\s+that)?(?:\s+one day)?\s*$/iu;

/** What somebody else says of the writer is no promise of the writer's. */
export const inThoughtOrReport = new RegExp(
  `${inThought.source}|(?<!\\bI )\\b(?:says?|said|claims?|claimed|insists?|insisted)(?:\\s+that)?\\s*$`,
  'iu',
);

/** It is done for somebody else. Stands behind the verb. */
export const toOthers =
  /^(?:\s+(?!(?:me|us|my|our)\b)\S+){0,3}?\s+(?:him|her|them|his|their|himself|herself|themselves|each other|one another|it a day)\b/u;

/** Says something else than the verb does. Stands behind it. */
export const idiom =
  /^\s+(?:it (?:a day|easy|slow|as|for granted)|in sick|(?:him|her|them) (?:that|credit)\b|that (?:he|she|they|it)\b|you (?:what|that|this|more|a secret)\b|(?:her|his|their|your) word\b|this much|myself|ourselves|true\b|up\b|my (?:time|breath|word|mind|best|own|coat|way|leave|eyes|chances)\b|the (?:train|bus|tram|plane|stairs|day off)\b|about (?:it|this|that|today|them|him|her)\b|more (?:tomorrow|later|soon)|do with|care\b(?! of)|place|sense)/u;

/** Names somebody for whom it is done. Stands behind the verb. */
export const forSomebody = pattern(
  '^[^;:]*?(?:\\b(?:you|her|him|them|everyone|everybody|both|his|their|your)\\b|<PERSON>|\\b(?:for|with|to|from)_<NAME>|^_<NAME>|^(?:_\\S+)?_<KIN>)',
);
