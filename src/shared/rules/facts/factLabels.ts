import type { Facet } from '../../models/fact.ts';
import { fold } from '../fold.ts';

/** A word for what of its facet a fact tells. */
export interface FactLabel {
  readonly label: string;
  /** Other words that people and imports have for it. */
  readonly alike: readonly string[];
  /** Only one is true at a time: a newer one takes the place of an older one. */
  readonly isSingle: boolean;
  /** What stands before the words of an old one: “until March 2024 at Bright & Co.” */
  readonly before?: string;
}

const one = (label: string, alike: readonly string[] = [], before?: string): FactLabel => ({
  label,
  alike,
  isSingle: true,
  ...(before === undefined ? {} : { before }),
});
const many = (label: string, alike: readonly string[] = []): FactLabel => ({ label, alike, isSingle: false });

/**
 * The labels that Kith offers and understands, in the order in which a page shows them. What is not in here can be
 * written all the same, and adds up.
 */
export const factLabels: Readonly<Record<Facet, readonly FactLabel[]>> = {
  work: [
    one('employer', ['company', 'workplace', 'works at', 'works for', 'organisation', 'organization'], 'at'),
    one('role', ['job', 'job title', 'title', 'position', 'occupation', 'profession', 'works as'], 'as'),
    one('school', ['university', 'college', 'studies at', 'place of study'], 'at'),
    one('subject', ['studies', 'major', 'field of study'], 'studying'),
    many('project', ['working on']),
    many('skill', ['skills', 'good at']),
  ],
  family: [
    one('partner', ['wife', 'husband', 'spouse', 'girlfriend', 'boyfriend', 'fiancé', 'fiancée'], 'with'),
    many('child', ['children', 'kid', 'kids', 'son', 'daughter']),
    many('pet', ['pets', 'dog', 'cat']),
    one('mother', ['mum', 'mom']),
    one('father', ['dad']),
    many('sibling', ['siblings', 'brother', 'sister']),
  ],
  origin: [
    one('home town', ['hometown', 'grew up', 'grew up in', 'from', 'comes from', 'raised in']),
    one('birthplace', ['born in', 'place of birth']),
    many('studied at', ['alma mater', 'old school']),
    many('mother tongue', ['native language', 'first language']),
  ],
  interests: [
    many('hobby', ['hobbies']),
    many('reads', ['books', 'reading']),
    many('plays'),
    many('wants to'),
  ],
  groups: [
    many('member of', ['member', 'belongs to']),
    many('volunteers at', ['volunteers', 'volunteering']),
  ],
  preferences: [
    many('likes', ['loves', 'favourite', 'favorite', 'enjoys']),
    many('dislikes', ['hates', 'avoids']),
    many('food', ['eats']),
    many('drink', ['drinks']),
    many('gift', ['gift idea', 'present', 'wish']),
    one('shoe size'),
    one('clothes size', ['size', 'shirt size']),
  ],
  health: [many('allergy', ['allergies', 'allergic to']), many('condition'), one('diet')],
  places: [
    one('lives in', ['lives', 'home', 'city', 'town', 'residence', 'location', 'based in'], 'in'),
    many('likes to go to', ['favourite place', 'favorite place']),
    many('has been to', ['travelled to']),
  ],
  dates: [
    one('birthday', ['birth date', 'date of birth', 'born', 'born on']),
    one('wedding day', ['wedding', 'wedding anniversary']),
    many('exam', ['exams']),
    many('trip', ['holiday', 'vacation']),
    many('appointment', ['interview', 'surgery', 'operation']),
  ],
  other: [],
};

/** What Kith knows of a label of a facet, whatever its case and whichever of its words was written; undefined of others. */
export function findLabel(facet: Facet, label: string): FactLabel | undefined {
  return labelsByWord.get(`${facet} ${foldLabel(label)}`);
}

/** Labels that mean the same have the same key. Empty for no label. */
export function labelKey(facet: Facet, label: string): string {
  return findLabel(facet, label)?.label ?? foldLabel(label);
}

/** Where a label stands among those of its facet; those that Kith does not know come last. */
export function placeOfLabel(facet: Facet, label: string): number {
  const known = findLabel(facet, label);
  return known ? factLabels[facet].indexOf(known) : factLabels[facet].length;
}

function foldLabel(label: string): string {
  return fold(label).trim().replace(/\s+/g, ' ');
}

/** Every word for a label, by its facet and itself. */
const labelsByWord: ReadonlyMap<string, FactLabel> = new Map(
  Object.entries(factLabels).flatMap(([facet, labels]) =>
    labels.flatMap((known) =>
      [known.label, ...known.alike].map((word) => [`${facet} ${foldLabel(word)}`, known] as const),
    ),
  ),
);
