import Graph from 'graphology';
import { bfs } from 'graphology-traversal';

/** Two people and how many there are on the side of each once nothing is between them. */
export interface FoundBridge {
  readonly ends: readonly [string, string];
  readonly sides: readonly [number, number];
}

/** A group is no smaller than this. */
export const LEAST_GROUP = 3;

/**
 * The pairs of people who alone join two groups: without all that is between them, the network would fall apart there,
 * with at least {@link LEAST_GROUP} people on either side. `pairs` may name the same two people more than once, and in
 * either order. In time that grows with their number.
 *
 * What libraries there are for this (cytoscape, data-structure-typed, and the strong components of graphology) call
 * themselves for each person in a row and fail from some thousand people on; so the tree is graphology’s, and the rest
 * follows R. E. Tarjan, “A note on finding the bridges of a graph” (1974), by means of disjoint sets.
 */
export function findBridges(pairs: Iterable<readonly [string, string]>): readonly FoundBridge[] {
  const graph = new Graph({ type: 'undirected' });
  for (const [a, b] of pairs) if (a !== b) graph.mergeEdge(a, b);
  const tree = growTree(graph);
  closeRings(graph, tree);
  const below = countBelow(tree);
  return [...tree.values()].flatMap(({ node, parent, root, isClosed }) => {
    if (parent === null || isClosed) return [];
    const side = below.get(node) ?? 0;
    const other = (below.get(root) ?? 0) - side;
    return side < LEAST_GROUP || other < LEAST_GROUP
      ? []
      : [{ ends: [parent, node] as const, sides: [other, side] as const }];
  });
}

interface Branch {
  readonly node: string;
  readonly parent: string | null;
  readonly root: string;
  readonly depth: number;
  /** Whether another way leads round what is between it and its parent. */
  isClosed: boolean;
}

/** A tree of all that hangs together, by node, parents first. */
function growTree(graph: Graph): Map<string, Branch> {
  const tree = new Map<string, Branch>();
  bfs(graph, (node, _, depth) => {
    // Whoever was seen before and is nearer to the root is as good a parent as any.
    const parent =
      depth === 0 ? null : (graph.findNeighbor(node, (one) => tree.get(one)?.depth === depth - 1) ?? null);
    const root = parent === null ? node : (tree.get(parent)?.root ?? node);
    tree.set(node, { node, parent, root, depth, isClosed: false });
  });
  return tree;
}

/** Each way between two branches closes a ring with the tree: nothing on it is a bridge. */
function closeRings(graph: Graph, tree: Map<string, Branch>): void {
  const nextOpen = new Map<string, string>();
  /** The next upwards, itself included, whose way to its parent is open yet; the root is always. */
  const openAbove = (node: string): string => {
    let at = node;
    for (let next = nextOpen.get(at); next !== undefined; next = nextOpen.get(at)) {
      // Whoever goes this way again takes two steps at once.
      nextOpen.set(at, nextOpen.get(next) ?? next);
      at = next;
    }
    return at;
  };
  graph.forEachEdge((_, __, a, b) => {
    if (tree.get(a)?.parent === b || tree.get(b)?.parent === a) return;
    let [one, other] = [openAbove(a), openAbove(b)];
    while (one !== other) {
      if ((tree.get(one)?.depth ?? 0) < (tree.get(other)?.depth ?? 0)) [one, other] = [other, one];
      const branch = tree.get(one);
      if (!branch || branch.parent === null) return;
      branch.isClosed = true;
      nextOpen.set(one, branch.parent);
      one = openAbove(branch.parent);
    }
  });
}

/** How many there are from each branch on, itself included. */
function countBelow(tree: Map<string, Branch>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { node, parent } of [...tree.values()].reverse()) {
    const count = (counts.get(node) ?? 0) + 1;
    counts.set(node, count);
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + count);
  }
  return counts;
}
