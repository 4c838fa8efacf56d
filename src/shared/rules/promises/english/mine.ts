import type { PromisePattern } from '../language.ts';
import { forSomebody, idiom, inThoughtOrReport, pattern } from './words.ts';

const owe = '(?:<I>(?:_(?:still|also|now))?_owe|^\\W*(?:Still_)?[Oo]we)';

/** How one promises something in English, or tells that one did. */
export const mine: readonly PromisePattern[] = [
  // I'll send her the book.
  {
    madeBy: 'me',
    words: pattern('<I><WILL><SURELY>_<DIRECTED>\\b'),
    notPrecededBy: inThoughtOrReport,
    notFollowedBy: idiom,
  },
  // I'll bake a cake for her. I'm going to bake a cake for her.
  {
    madeBy: 'me',
    words: pattern('<I>(?:<WILL><SURELY>_<VERB>|<GOING><SURELY>_<MEANT>)\\b'),
    notPrecededBy: inThoughtOrReport,
    followedBy: forSomebody,
    notFollowedBy: idiom,
  },
  // I'm sending her the book tomorrow. I must send her the slides by Friday. Need to send Lisa the slides by Friday.
  {
    madeBy: 'me',
    words: pattern(
      "(?:<I>(?:(?:'m|'re|_am|_are)_<DOING>|(?:_(?:really|still|also))?_(?:must|need_to|have_to|have_got_to)_<DIRECTED>)|^\\W*(?:Need_to|Must|Have_to)_<DIRECTED>)\\b",
    ),
    notPrecededBy: inThoughtOrReport,
    followedBy: forSomebody,
    notFollowedBy: idiom,
    needsDue: true,
  },
  // She asked me to water her plants, and I said yes.
  {
    madeBy: 'me',
    words: pattern(
      "\\b(?:asked|begged|wanted)_me_(?:to|whether_I_(?:would|could))(?=_<VERB>\\b[^.:\"]{0,200}?\\bI_(?:said_(?:yes|(?:that_)?(?:I_would|I'd|I_will|I'll))|agreed|promised))",
    ),
  },
  // Will send her the photos. (Diaries leave the “I” out.)
  {
    madeBy: 'me',
    words: pattern('^\\W*Will<SURELY>_<VERB>\\b'),
    followedBy: forSomebody,
    notFollowedBy: idiom,
  },
  // I promised to call. I promised her that I would call.
  {
    madeBy: 'me',
    words: pattern(
      '(?:<I><HAVE>_(?:promised?|swore|swear|vow(?:ed)?|pledged?)|^\\W*Promised)(?!_myself|_ourselves)(?:_<HER>)?<WHEN>(?:_that)?_(?:<I><WOULD>|to)(?=_\\p{L})',
    ),
    isTold: true,
    toNobody: true,
  },
  // I promised her the recipe.
  {
    madeBy: 'me',
    words: pattern('(?:<I><HAVE>_promised?|^\\W*Promised)_<HER>_<THING>\\b'),
    isTold: true,
  },
  // I gave her my word.
  { madeBy: 'me', words: pattern('(?:<I><HAVE>_gave|^\\W*Gave)_<HER>_my_word\\b'), isTold: true },
  // I offered to drive her.
  {
    madeBy: 'me',
    words: pattern(
      '(?:<I><HAVE>_(?:agreed?|offer(?:ed)?|volunteer(?:ed)?|undertook|committed)|^\\W*(?:Agreed|Offered|Volunteered))_to_<VERB>\\b',
    ),
    isTold: true,
  },
  // I told her I would call. Said I'd call.
  {
    madeBy: 'me',
    words: pattern(
      '(?:<I><HAVE>_(?:told|assured)_<HER>|<I><HAVE>_(?:said|wrote|replied|answered)(?:_to_<HER>)?|^\\W*(?:Told_<HER>|Said))(?:_that)?_<I><WOULD><SURELY>_<VERB>\\b',
    ),
    isTold: true,
    notFollowedBy: idiom,
  },
  // I said: "I'll call you."
  {
    madeBy: 'me',
    words: pattern(
      '<I>(?:_<SAY>|_told_<HER>),?:?_"(?:[^"]{0,80}?[.,!]_)?(?:I|[Ww]e)<WILL><SURELY>_(?=[^"]{0,80}?\\byou\\b)<VERB>\\b',
    ),
    inQuotes: true,
    notFollowedBy: idiom,
  },
  // I owe her a reply. But not “a lot”.
  {
    madeBy: 'me',
    words: pattern(`${owe}_<HER>_(?!it\\b|an?_(?:lot|great_deal|debt|living)\\b)<THING>`),
    toNobody: true,
  },
  // I owe a reply to her.
  { madeBy: 'me', words: pattern(`${owe}_(?:an?|the|my|some)_(?:\\S+_){1,3}to_<HER>`), toNobody: true },
  // Remind me to call.
  {
    madeBy: 'me',
    words: pattern('\\b[Rr]emind_me(?:_(?!that|of)\\S+){0,3}?_to(?=_\\p{Ll})'),
    toNobody: true,
    notPrecededBy: /\b(?:to|will|would|did|always|must|had to|has to|'ll)\s*$/iu,
  },
  // Must not forget to call.
  {
    madeBy: 'me',
    words: pattern(
      "\\b(?:[Mm]ustn't|[Mm]ust_not|[Ww]on't|[Ww]ill_not|[Dd]on't|[Dd]o_not|[Nn]ot_to|[Cc]an't|[Cc]annot|[Dd]on't_let_me)_forget_to(?=_\\p{Ll})",
    ),
    toNobody: true,
    notPrecededBy: /\b(?:you|they|he|she|it|her|him|them|me|people)\s*$/iu,
  },
  // Remember to call. I must remember to call.
  {
    madeBy: 'me',
    words: pattern(
      '(?:^\\W*[Rr]emember_to|<I>_(?:must|should|have_to|need_to|ought_to)_remember_to|^\\W*[Nn]ote_to_self:?(?:_to)?)_<VERB>\\b',
    ),
    toNobody: true,
  },
  // I must get back to her. I need to call her back.
  {
    madeBy: 'me',
    words: pattern(
      '(?:<I>(?:_(?:really|still|also))?_(?:must|need_to|have_to|have_got_to|ought_to|should)|^\\W*(?:Must|Need_to|Have_to|Should))_(?:(?:get_back|reply|write_back)_to_<HER>|answer_<HER>|(?:call|phone|ring|text)_<HER>_back)',
    ),
  },
];
