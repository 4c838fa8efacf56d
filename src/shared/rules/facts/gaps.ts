import type { Facet, Fact } from '../../models/fact.ts';
import type { Person, PersonName } from '../../models/person.ts';
import { callName } from '../../models/person.ts';
import { findLabel, labelKey } from './factLabels.ts';

/** Something not known of somebody, as a question to be curious about. */
export interface Gap {
  readonly facet: Facet;
  /** With which the answer begins; may be empty. */
  readonly label: string;
  readonly question: string;
}

/** As much of a person as it takes to know what is missing. */
export type PersonWithGaps = PersonName &
  Pick<Person, 'circleId' | 'groups' | 'dates' | 'languages' | 'details'> & {
    readonly lastTalk: string | null;
  };

interface GapRule {
  readonly facet: Facet;
  readonly label: string;
  /** With the name to call them by. */
  readonly ask: (name: string) => string;
  /** Any of these labels answers it, and so does any fact of the facet where there is none. */
  readonly answers: readonly string[];
  /** Also asked about those who are only noticed so far. */
  readonly isBasic?: true;
  /** What else the person's own fields may answer. */
  readonly isKnown?: (person: PersonWithGaps) => boolean;
}

/** Every question, to be read and added to. None is about health: that is for people to tell when they want to. */
export const gapRules: readonly GapRule[] = [
  {
    facet: 'work',
    label: 'role',
    ask: (name) => `What does ${name} do all day?`,
    answers: ['role', 'employer', 'school', 'subject'],
    isBasic: true,
  },
  {
    facet: 'places',
    label: 'lives in',
    ask: (name) => `Where does ${name} live these days?`,
    answers: ['lives in'],
    isBasic: true,
  },
  {
    facet: 'interests',
    label: '',
    ask: (name) => `What does ${name} love to do, when nobody asks anything of them?`,
    answers: [],
    isBasic: true,
  },
  {
    facet: 'origin',
    label: 'home town',
    ask: (name) => `You have never written where ${name} grew up.`,
    answers: ['home town', 'birthplace'],
  },
  {
    facet: 'family',
    label: '',
    ask: (name) => `Who are the people closest to ${name}? Their family has not come up yet.`,
    answers: [],
  },
  {
    facet: 'family',
    label: 'pet',
    ask: (name) => `Is there a dog, a cat or a tortoise in ${name}’s life?`,
    answers: ['pet'],
  },
  {
    facet: 'preferences',
    label: 'likes',
    ask: (name) => `Tea or coffee? You have never written what ${name} likes.`,
    answers: ['likes', 'drink', 'food'],
  },
  {
    facet: 'preferences',
    label: 'gift',
    ask: (name) => `If you were to bring ${name} something small, what would it be?`,
    answers: ['gift'],
  },
  {
    facet: 'groups',
    label: 'member of',
    ask: (name) => `Does ${name} sing in a choir, play in a team, help out somewhere?`,
    answers: [],
    isKnown: ({ groups }) => groups.length > 0,
  },
  {
    facet: 'dates',
    label: 'birthday',
    ask: (name) => `You have never written when ${name} has their birthday.`,
    answers: ['birthday'],
    isKnown: ({ dates }) => dates.some(({ kind }) => kind === 'birthday'),
  },
  {
    facet: 'interests',
    label: 'reads',
    ask: (name) => `What has ${name} been reading, watching or listening to?`,
    answers: ['reads', 'plays'],
  },
  {
    facet: 'origin',
    label: 'mother tongue',
    ask: (name) => `In which language did ${name} learn to count?`,
    answers: ['mother tongue'],
    isKnown: ({ languages }) => languages.length > 0,
  },
];

/** The circle of those whom the user has only noticed so far. */
const NOTICED = 'noticed';
const A_FEW = 3;

/**
 * A few of the questions about somebody that no fact answers, retired ones too: what was known once is no gap. The same
 * all day; another choice on another day. Of those who are only noticed, or who have no circle and were never spoken with,
 * only the basics.
 */
export function findGaps(
  person: PersonWithGaps,
  facts: readonly Pick<Fact, 'facet' | 'label'>[],
  today: string,
): readonly Gap[] {
  const { circleId, lastTalk } = person;
  const isNoticed = circleId === NOTICED || (circleId === null && lastTalk === null);
  const name = callName(person);
  return gapRules
    .filter((rule) => (rule.isBasic || !isNoticed) && !isAnswered(rule, person, facts))
    .map((rule) => ({ rule, place: hash(`${today} ${person.id} ${rule.facet} ${rule.label}`) }))
    .sort((a, b) => a.place - b.place)
    .slice(0, A_FEW)
    .map(({ rule: { facet, label, ask } }) => ({ facet, label, question: ask(name) }));
}

function isAnswered(
  { facet, answers, isKnown }: GapRule,
  person: PersonWithGaps,
  facts: readonly Pick<Fact, 'facet' | 'label'>[],
): boolean {
  if (isKnown?.(person)) return true;
  const ofFacet = [
    ...facts.filter((fact) => fact.facet === facet),
    // What an import knew, in its own words.
    ...person.details.filter(({ label }) => findLabel(facet, label)),
  ];
  if (answers.length === 0) return ofFacet.length > 0;
  return ofFacet.some(({ label }) => answers.includes(labelKey(facet, label)));
}

/** Scatters texts over 32 bits (FNV-1a), the same on every computer. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}
