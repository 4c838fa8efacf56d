import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { NetworkPerson } from '../../../shared/contract/ties.ts';

export type Network = JournalOutput<'ties.network'>;

/** Somebody in the picture. */
export interface NetworkNode {
  readonly person: NetworkPerson;
  /** How many others they have to do with. */
  readonly degree: number;
  /** Whether they stand at the end of what alone joins two groups. */
  readonly isBridge: boolean;
}

/** All that is between two people, as one line. */
export interface NetworkEdge {
  /** Places in the list of nodes. */
  readonly a: number;
  readonly b: number;
  /** Whether there is a tie that is not over. */
  readonly isTied: boolean;
  /** Who introduced the other to the user. */
  readonly introducer: 'a' | 'b' | null;
  readonly isBridge: boolean;
}

/** What the picture shows: nodes by name, and one edge for each two who have to do with each other. */
export interface NetworkModel {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** By place in the list of nodes: the places of the others. */
  readonly neighbours: readonly (readonly number[])[];
}

export interface NetworkFilter {
  readonly circleId: string | null;
  readonly group: string | null;
}

/** The part of the network that a filter leaves: people who match, and what is between them. Bridges stay bridges. */
export function filterNetwork(network: Network, { circleId, group }: NetworkFilter): Network {
  if (circleId === null && group === null) return network;
  const people = network.people.filter(
    (person) =>
      (circleId === null || person.circleId === circleId) &&
      (group === null || person.groups.includes(group)),
  );
  const left = new Set(people.map(({ id }) => id));
  return {
    people,
    ties: network.ties.filter(({ fromId, toId }) => left.has(fromId) && left.has(toId)),
    introductions: network.introductions.filter(({ byId, personId }) => left.has(byId) && left.has(personId)),
    bridges: network.bridges.filter(({ ids }) => ids.every((id) => left.has(id))),
  };
}

/** The groups that people of the network are in, by name. */
export function groupsOf({ people }: Network): readonly string[] {
  return [...new Set(people.flatMap(({ groups }) => groups))].sort((a, b) => a.localeCompare(b));
}

/** Makes the picture's model of a network. */
export function modelNetwork({ people, ties, introductions, bridges }: Network): NetworkModel {
  const inOrder = [...people].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  const places = new Map(inOrder.map(({ id }, place) => [id, place] as const));
  const edges = new Map<string, NetworkEdge>();
  const join = (one: string, other: string, more: (isTurned: boolean) => Partial<NetworkEdge>) => {
    const [x, y] = [places.get(one), places.get(other)];
    if (x === undefined || y === undefined || x === y) return;
    const [a, b] = x < y ? [x, y] : [y, x];
    const before = edges.get(`${a} ${b}`) ?? { a, b, isTied: false, introducer: null, isBridge: false };
    edges.set(`${a} ${b}`, { ...before, ...more(x > y) });
  };
  for (const { fromId, toId, isOver } of ties) join(fromId, toId, () => (isOver ? {} : { isTied: true }));
  for (const { byId, personId } of introductions) {
    join(byId, personId, (isTurned) => ({ introducer: isTurned ? 'b' : 'a' }));
  }
  for (const { ids } of bridges) join(ids[0], ids[1], () => ({ isBridge: true }));
  const neighbours = inOrder.map((): number[] => []);
  for (const { a, b } of edges.values()) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  const ends = new Set(bridges.flatMap(({ ids }) => ids));
  return {
    nodes: inOrder.map((person, place) => ({
      person,
      degree: neighbours[place]?.length ?? 0,
      isBridge: ends.has(person.id),
    })),
    edges: [...edges.values()],
    neighbours,
  };
}
