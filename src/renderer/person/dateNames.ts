import type { PersonDate } from '../../shared/models/person.ts';

/** What kinds of dates are called. */
export const dateNames: Readonly<Record<PersonDate['kind'], string>> = {
  birthday: 'Birthday',
  anniversary: 'Anniversary',
  remembrance: 'In remembrance',
  other: 'Date',
};
