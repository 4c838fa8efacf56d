import { callName, type PersonName } from '../../../shared/models/person.ts';
import { seeTie } from '../../../shared/rules/network/turnTie.ts';
import type { Network } from './networkModel.ts';

/** Somebody else, and what they are: “partner”, “introduced them”. */
export interface Relation {
  readonly other: PersonName;
  readonly words: readonly string[];
}

/** What everybody has to do with whom, by id, in the order of names. */
export function relationsOf({
  people,
  ties,
  introductions,
}: Network): ReadonlyMap<string, readonly Relation[]> {
  const names = new Map(people.map((person) => [person.id, person] as const));
  const found = new Map(people.map(({ id }) => [id, new Map<string, string[]>()] as const));
  const add = (id: string, otherId: string, word: string) => {
    const others = found.get(id);
    others?.set(otherId, [...(others.get(otherId) ?? []), word]);
  };
  for (const tie of ties) {
    for (const id of [tie.fromId, tie.toId]) {
      const seen = seeTie({ ...tie, since: null }, id);
      const word = seen.kind === 'own' ? seen.words : seen.kind;
      add(id, seen.otherId, tie.isOver ? `once ${word}` : word);
    }
  }
  for (const { byId, personId } of introductions) {
    add(personId, byId, 'introduced them');
    add(byId, personId, 'introduced by them');
  }
  return new Map(
    [...found].map(([id, others]) => [
      id,
      [...others]
        .flatMap(([otherId, words]): Relation[] => {
          const other = names.get(otherId);
          return other ? [{ other, words }] : [];
        })
        .sort((a, b) => a.other.name.localeCompare(b.other.name)),
    ]),
  );
}

/** “Tom (partner), Ida (child)”. */
export function sayRelations(relations: readonly Relation[]): string {
  return relations.map(({ other, words }) => `${callName(other)} (${words.join(', ')})`).join(', ');
}
