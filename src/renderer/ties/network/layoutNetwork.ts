import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** What a layout needs to know: how many there are, and who is joined, as pairs of places one after another. */
export interface LayoutTask {
  readonly count: number;
  readonly pairs: Uint32Array;
}

/** Places `x0, y0, x1, y1, …`. */
export type Places = Float32Array<ArrayBuffer>;

/** So often the forces are let work; from so many people on, far ones count as one. */
const ITERATIONS = 400;
const STEP = 20;
const MANY = 400;
/** Turned by it from one to the next, places lie evenly on a disc (the golden angle, in radians). */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Lays a network out so that those who belong together lie together (ForceAtlas2), as far as it has come after each step.
 * The same network always looks the same.
 */
export function* layoutNetwork({ count, pairs }: LayoutTask): Generator<Places, void> {
  const graph = new Graph({ type: 'undirected' });
  for (let i = 0; i < count; i++) {
    const [angle, away] = [i * GOLDEN_ANGLE, 10 * Math.sqrt(i + 0.5)];
    graph.addNode(i, { x: Math.cos(angle) * away, y: Math.sin(angle) * away });
  }
  for (let i = 0; i + 1 < pairs.length; i += 2) graph.mergeEdge(pairs[i], pairs[i + 1]);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    // Groups that nothing joins must not drift away from one another.
    strongGravityMode: true,
    gravity: 0.05,
    scalingRatio: 10,
    barnesHutOptimize: count > MANY,
  };
  for (let done = 0; done < ITERATIONS; done += STEP) {
    forceAtlas2.assign(graph, { iterations: STEP, settings });
    yield readPlaces(graph, count);
  }
}

function readPlaces(graph: Graph, count: number): Places {
  const places = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    places[i * 2] = graph.getNodeAttribute(i, 'x') as number;
    places[i * 2 + 1] = graph.getNodeAttribute(i, 'y') as number;
  }
  return places;
}
