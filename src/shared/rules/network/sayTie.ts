import type { FamilyMember } from '../../contract/ties.ts';
import type { Tie, TieKind } from '../../models/tie.ts';
import { sayPartialDate } from '../partialDates.ts';
import { isTieOver } from './turnTie.ts';

/** What each kind is called where one chooses: what the other is. */
export const tieKindNames: Readonly<Record<TieKind, string>> = {
  partner: 'Partner',
  parent: 'Parent',
  child: 'Child',
  sibling: 'Sibling',
  friend: 'Friend',
  colleague: 'Colleague',
  own: 'In your own words',
};

/** A tie, but for the name of the other, which stands before it: “ is Tom’s partner, since May 2005”. */
export function sayTie(
  tie: Pick<Tie, 'kind' | 'words' | 'since' | 'until'>,
  name: string,
  today: string,
): string {
  return ` ${isTieOver(tie.until, today) ? 'was' : 'is'} ${sayWhat(tie, name)}${sayTieTime(tie)}`;
}

function sayWhat({ kind, words }: Pick<Tie, 'kind' | 'words'>, name: string): string {
  switch (kind) {
    case 'partner':
    case 'parent':
    case 'child':
    case 'sibling':
      return `${name}’s ${kind}`;
    case 'friend':
    case 'colleague':
      return `a ${kind} of ${name}’s`;
    case 'own':
      return `${name}’s ${words}`;
  }
}

/** “, since May 2005”, “, until 2012”, “, from May 2005 to 2012”; empty where neither is known. */
export function sayTieTime({ since, until }: Pick<Tie, 'since' | 'until'>): string {
  if (since !== null && until !== null) return `, from ${sayPartialDate(since)} to ${sayPartialDate(until)}`;
  if (since !== null) return `, since ${sayPartialDate(since)}`;
  return until === null ? '' : `, until ${sayPartialDate(until)}`;
}

/** A member of the family in words, but for both names: “ is Tom’s grandchild, by way of ”. */
export function sayFamily({ kind }: Pick<FamilyMember, 'kind'>, name: string): string {
  switch (kind) {
    case 'grandparent':
    case 'grandchild':
      return ` is ${name}’s ${kind}, by way of `;
    case 'sibling':
      return ` is ${name}’s sibling, by way of `;
    case 'otherParent':
      return ' is the other parent of ';
  }
}
