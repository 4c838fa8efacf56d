import type { PersonDraft } from '../../shared/models/person.ts';
import type { Field } from '../../shared/rules/mergeFields.ts';
import { partsOfPerson } from '../history/parts.ts';
import { useJournal } from '../journal-client/index.ts';
import { useCircles } from '../people/useCircles.ts';

export interface FieldTexts {
  readonly label: (field: Field) => string;
  readonly left: (field: Field) => string;
  readonly right: (field: Field) => string;
}

/** What each field is called and how it reads for two people. The photo has no text. */
export function useFieldTexts(left: PersonDraft, right: PersonDraft): FieldTexts {
  const { circleName } = useCircles();
  const ids = [left.met.throughId, right.met.throughId].flatMap((id) => id ?? []);
  const introducers = useJournal('people.names', { ids }).data ?? [];
  const personName = (id: string) => introducers.find((one) => one.id === id)?.name ?? 'somebody';
  const names = { circleName, personName };
  const partsOf = (person: PersonDraft) =>
    new Map(partsOfPerson(person, names).map((part) => [part.field as Field, part]));
  const [parts, others] = [partsOf(left), partsOf(right)];
  return {
    label: (field) => parts.get(field)?.label ?? 'Photo',
    left: (field) => parts.get(field)?.text ?? '',
    right: (field) => others.get(field)?.text ?? '',
  };
}
