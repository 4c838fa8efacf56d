import type { Facet, Fact } from '../../models/fact.ts';
import { sayMonth } from '../sayTime.ts';
import { findLabel } from './factLabels.ts';

/** The facets as headings. */
export const facetNames: Readonly<Record<Facet, string>> = {
  work: 'Work',
  family: 'Family',
  origin: 'Where they come from',
  interests: 'What they love to do',
  groups: 'Where they belong',
  preferences: 'What they like',
  health: 'Health',
  places: 'Places',
  dates: 'Days to remember',
  other: 'Other',
};

/** The facets in a word, for a list to choose from. */
export const facetWords: Readonly<Record<Facet, string>> = {
  work: 'Work',
  family: 'Family',
  origin: 'Origin',
  interests: 'Interests',
  groups: 'Groups',
  preferences: 'Preferences',
  health: 'Health',
  places: 'Places',
  dates: 'Dates',
  other: 'Other',
};

/** A fact in one line: “employer: Bright & Co.”, or only its words. */
export function sayFact({ label, text }: Pick<Fact, 'label' | 'text'>): string {
  return label === '' ? text : `${label}: ${text}`;
}

/** An old fact with when it ended: “until March 2024 at Bright & Co.”, “until March 2024: …”. */
export function sayRetired({ facet, label, text, retiredOn }: Fact): string {
  if (retiredOn === null) return sayFact({ label, text });
  const until = `until ${sayMonth(retiredOn)}`;
  const before = findLabel(facet, label)?.before;
  return before === undefined ? `${until}: ${sayFact({ label, text })}` : `${until} ${before} ${text}`;
}
