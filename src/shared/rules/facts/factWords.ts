import type { Facet } from '../../models/fact.ts';

/** What words tell of a fact. */
export interface FactWords {
  readonly words: RegExp;
  readonly facet: Facet;
  /** `'said'`: the word itself that stands in the first brackets (“daughter”). */
  readonly label: string;
  /** The fact is what stands after the words, up to the end of the sentence; with `'name'`, up to the first comma or so. */
  readonly takes?: 'rest' | 'name';
  /** Only where a date stands beside it. */
  readonly withDate?: true;
}

/**
 * What English words say of a fact; the first line that fits decides. Kept as a table to be read and added to. What
 * it says is only ever offered: the user sees it and changes it before it is kept.
 */
export const factWords: readonly FactWords[] = [
  // Days to remember
  { words: /\bbirthday\b|\bborn on\b|\bborn in \d/iu, facet: 'dates', label: 'birthday' },
  { words: /\bwedding anniversary\b|\b(?:got|were|was) married\b/iu, facet: 'dates', label: 'wedding day' },
  {
    words:
      /\b(exam|interview|appointment|operation|surgery|trip|holiday|graduation|wedding|concert|marathon)\b/iu,
    facet: 'dates',
    label: 'said',
    withDate: true,
  },
  {
    words: /\b(?:is due|flies|leaves|travels|moves|starts|begins|opens|retires)\b/iu,
    facet: 'dates',
    label: '',
    withDate: true,
  },

  // Health, before what they like and do
  { words: /\ballerg(?:y|ies|ic)\b(?: to)?/iu, facet: 'health', label: 'allergy', takes: 'rest' },
  {
    words: /\b(?:vegetarian|vegan|gluten[- ]free|lactose|coeliac|kosher|halal)\b/iu,
    facet: 'health',
    label: 'diet',
  },
  {
    words:
      /\b(?:diagnosed|diabet\w+|asthma|migraines?|pregnant|hospital|operation|surgery|illness|in a wheelchair|hard of hearing)\b/iu,
    facet: 'health',
    label: '',
  },

  // Work
  { words: /\b(?:works?|working|worked) as (?:an? |the )?/iu, facet: 'work', label: 'role', takes: 'name' },
  {
    words: /\b(?:works?|working|worked|employed|(?:has )?started|new job|job) (?:at|for|with|by) /iu,
    facet: 'work',
    label: 'employer',
    takes: 'name',
  },
  {
    words: /\b(?:studies|studying|studied|student|goes to school) at /iu,
    facet: 'work',
    label: 'school',
    takes: 'name',
  },
  { words: /\b(?:studies|studying) /iu, facet: 'work', label: 'subject', takes: 'name' },
  { words: /\b(?:working|works?) on /iu, facet: 'work', label: 'project', takes: 'rest' },
  {
    words:
      /\bis (?:now )?(?=an? (?:\p{L}+ ){0,2}(?:engineer|teacher|doctor|nurse|designer|developer|lawyer|writer|journalist|artist|architect|carpenter|baker|cook|chef|farmer|musician|actor|actress|student|professor|researcher|scientist|manager|director|editor|therapist|accountant|electrician|plumber|translator|photographer|librarian|midwife|pilot|vet)\b)(?:an? )/iu,
    facet: 'work',
    label: 'role',
    takes: 'name',
  },
  {
    words: /\b(?:job|career|colleagues?|boss|promoted|promotion|retired|unemployed)\b/iu,
    facet: 'work',
    label: '',
  },

  // Where they come from and where they are
  {
    words: /\b(?:grew up|was raised|were raised|raised|spent (?:his|her|their) childhood) in /iu,
    facet: 'origin',
    label: 'home town',
    takes: 'name',
  },
  {
    words: /\b(?:comes?|came|(?:is|are) originally|originally|hails) from /iu,
    facet: 'origin',
    label: 'home town',
    takes: 'name',
  },
  { words: /\b(?:was |were )?born in /iu, facet: 'origin', label: 'birthplace', takes: 'name' },
  {
    words: /\b(?:lives?|living|settled|based) in |\b(?:moved|moving|moves) (?:back )?to /iu,
    facet: 'places',
    label: 'lives in',
    takes: 'name',
  },
  {
    words: /\b(?:has been|have been|went|travelled|traveled) to /iu,
    facet: 'places',
    label: 'has been to',
    takes: 'name',
  },

  // Family
  { words: /\b(daughter|son|child|kid)s?\b|\b(children)\b/iu, facet: 'family', label: 'said' },
  {
    words: /\b(wife|husband|partner|girlfriend|boyfriend|spouse)\b|\b(fianc[ée]e?)/iu,
    facet: 'family',
    label: 'said',
  },
  { words: /\b(brother|sister|sibling)s?\b/iu, facet: 'family', label: 'said' },
  { words: /\b(mother|mum|mom|father|dad)\b/iu, facet: 'family', label: 'said' },
  {
    words:
      /\b(?:has|have|got|adopted|an?|the|his|her|their|my|two|three) (?:\p{L}+ ){0,2}(?:dog|cat|puppy|kitten|rabbit|parrot|pony|horse|tortoise|hamster)s?\b/iu,
    facet: 'family',
    label: 'pet',
  },
  {
    words:
      /\b(?:uncle|aunt|cousin|niece|nephew|grand(?:mother|father|ma|pa|son|daughter|child|children|parents?)|family|parents|married|divorced|widow(?:er|ed)?)\b/iu,
    facet: 'family',
    label: '',
  },

  // Where they belong
  {
    words: /\b(?:member of|belongs to|sings in|plays in|on the board of) /iu,
    facet: 'groups',
    label: 'member of',
    takes: 'name',
  },
  {
    words: /\bvolunteer(?:s|ing|ed)? (?:at|for|with|in) /iu,
    facet: 'groups',
    label: 'volunteers at',
    takes: 'name',
  },
  { words: /\b(?:joined|club|choir|team|parish|union|association)\b/iu, facet: 'groups', label: '' },

  // What they like and do not like
  {
    words:
      /\b(?:dislikes?|hates?|can(?:no|[’'])t stand|avoids?|(?:doesn|don|didn)[’']t (?:like|eat|drink)) /iu,
    facet: 'preferences',
    label: 'dislikes',
    takes: 'rest',
  },
  { words: /\b(?:plays?|playing) (?:the )?(?=\p{L})/iu, facet: 'interests', label: 'plays', takes: 'name' },
  { words: /\b(?:is )?(?:reading|reads) /iu, facet: 'interests', label: 'reads', takes: 'rest' },
  {
    words:
      /\b(?:(?:is|are|was) into|keen on|interested in|fascinated by|obsessed with|passionate about|crazy about) /iu,
    facet: 'interests',
    label: '',
    takes: 'rest',
  },
  {
    words:
      /\b(?:(?:loves?|likes?|enjoys?) (?=\p{L}+ing\b)|(?=(?:collects|paints|knits|climbs|gardens|sings|dances|cycles|hikes|bakes|sails|swims|fishes|skis|surfs)\b))/iu,
    facet: 'interests',
    label: 'hobby',
    takes: 'rest',
  },
  { words: /\bhobb(?:y|ies)\b/iu, facet: 'interests', label: 'hobby' },
  {
    words: /\b(?:wants?|would love|dreams? of|hopes?) (?:to )?(?=\p{L})/iu,
    facet: 'interests',
    label: 'wants to',
    takes: 'rest',
  },
  {
    words: /\b(?:likes?|loves?|enjoys?|adores?|prefers?) /iu,
    facet: 'preferences',
    label: 'likes',
    takes: 'rest',
  },
  { words: /\bfavou?rite\b/iu, facet: 'preferences', label: 'likes' },
];

/** What was, and so must not take the place of what is. */
export const noMore = /\b(?:used to|no longer|formerly|ex-|not any ?more|left|once)\b/iu;
