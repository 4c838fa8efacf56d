import type { PersonName } from '../../models/person.ts';

/** Somebody, and those whom they introduced to the user, each with those whom they did. */
export interface Introducer {
  readonly person: PersonName;
  readonly introduced: readonly Introducer[];
}

/** A piece of a sentence: words, or somebody to be named there. */
export type SentencePart = string | PersonName;

/**
 * Who led to whom: a tree for each person who introduced somebody and was introduced by nobody, in the order of `people`.
 * Introductions that go round in a circle, which only damaged data has, are cut where they would begin anew.
 */
export function traceIntroductions(
  people: readonly PersonName[],
  introductions: readonly { readonly byId: string; readonly personId: string }[],
): readonly Introducer[] {
  const names = new Map(people.map((person) => [person.id, person] as const));
  const introduced = new Map<string, string[]>();
  const introducers = new Map<string, string>();
  for (const { byId, personId } of introductions) {
    if (!names.has(byId) || !names.has(personId) || introducers.has(personId)) continue;
    introducers.set(personId, byId);
    introduced.set(byId, [...(introduced.get(byId) ?? []), personId]);
  }
  const seen = new Set<string>();
  const roots = people.filter(({ id }) => introduced.has(id) && !introducers.has(id));
  const trees = roots.map((root) => growTree(root, names, introduced, seen));
  for (const person of people) {
    if (!introduced.has(person.id) || seen.has(person.id)) continue;
    trees.push(growTree(person, names, introduced, seen));
  }
  return trees;
}

interface Growing {
  readonly person: PersonName;
  readonly introduced: Growing[];
}

function growTree(
  root: PersonName,
  names: ReadonlyMap<string, PersonName>,
  introduced: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): Introducer {
  const tree: Growing = { person: root, introduced: [] };
  seen.add(root.id);
  // A list of who is next, and no function that calls itself: a chain may be as long as a life.
  for (const waiting: Growing[] = [tree]; waiting.length > 0; ) {
    const at = waiting.pop();
    for (const id of introduced.get(at?.person.id ?? '') ?? []) {
      const person = names.get(id);
      if (!at || !person || seen.has(id)) continue;
      seen.add(id);
      const next: Growing = { person, introduced: [] };
      at.introduced.push(next);
      waiting.push(next);
    }
  }
  return tree;
}

/**
 * A tree in sentences, each a list of parts: “Lisa introduced Max and Sam, who brought Ada and Tom.”, “Ada brought Kim.”
 * Two steps stand in one sentence; what follows has its own.
 */
export function sayIntroductions(tree: Introducer): readonly (readonly SentencePart[])[] {
  const sentences: SentencePart[][] = [];
  const waiting: { readonly of: Introducer; readonly verb: string }[] = [{ of: tree, verb: 'introduced' }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { of, verb } = next;
    if (of.introduced.length === 0) continue;
    sentences.push([of.person, ` ${verb} `, ...sayIntroduced(of.introduced), '.']);
    const beyond = of.introduced.flatMap(({ introduced }) => introduced);
    waiting.push(...beyond.map((one) => ({ of: one, verb: 'brought' })));
  }
  return sentences;
}

/** “Max and Sam, who brought Ada and Tom”: those who brought nobody first, so that it is plain who brought whom. */
export function sayIntroduced(introduced: readonly Introducer[]): readonly SentencePart[] {
  const alone = introduced.filter((one) => one.introduced.length === 0);
  const others = introduced.filter((one) => one.introduced.length > 0);
  const clauses: SentencePart[][] = [
    ...alone.map(({ person }) => [person]),
    ...others.map((one) => [
      one.person,
      ', who brought ',
      ...joinParts(one.introduced.map((two) => [two.person])),
    ]),
  ];
  // After a clause of its own, “and” would seem to go on with it.
  return joinParts(clauses, others.length > 1 ? ', and ' : ' and ');
}

/** “a”, “a and b”, “a, b and c”. */
function joinParts(items: readonly (readonly SentencePart[])[], last = ' and '): readonly SentencePart[] {
  return items.flatMap((item, i) => [...(i === 0 ? [] : [i === items.length - 1 ? last : ', ']), ...item]);
}
