import { callName } from '../../../shared/models/person.ts';
import { type Colours, dotOf } from './drawDot.ts';
import { drawLabels } from './drawLabels.ts';
import type { Places } from './layoutNetwork.ts';
import type { NetworkEdge, NetworkModel } from './networkModel.ts';
import type { Size, View } from './view.ts';

export interface Scene {
  readonly model: NetworkModel;
  readonly places: Places;
  readonly view: View;
  readonly size: Size;
  readonly colours: Colours;
  /** Who is pointed at or has the focus: they and those round them stand out. */
  readonly chosen: number | null;
}

/** Of all but those who stand out. */
const FADED = 0.22;
const ARROW_PX = 7;
/** Shorter lines have no room for an arrow. */
const WITH_ARROW_PX = 26;

/** How large somebody is drawn, in pixels: the more they have to do with others, the larger, but not in proportion. */
export function radiusOf(degree: number, { k }: View): number {
  return Math.min(14, (3 + 1.2 * Math.sqrt(degree)) * Math.min(1.6, Math.max(0.55, Math.sqrt(k))));
}

/** Draws the whole picture onto a canvas whose pixels are those of the page. */
export function drawNetwork(canvas: CanvasRenderingContext2D, scene: Scene): void {
  const { model, size, chosen } = scene;
  canvas.clearRect(0, 0, size.width, size.height);
  canvas.globalAlpha = chosen === null ? 1 : FADED;
  drawEdges(canvas, scene, looksOf(model));
  drawNodes(canvas, scene, model.nodes.keys());
  canvas.globalAlpha = 1;
  const near = chosen === null ? [] : [chosen, ...(model.neighbours[chosen] ?? [])];
  if (chosen !== null) {
    drawEdges(canvas, scene, sortByLook(model.edges.filter(({ a, b }) => a === chosen || b === chosen)));
    drawNodes(canvas, scene, near);
  }
  drawLabels(canvas, scene, near, (place) => callName(model.nodes[place]?.person ?? nobody));
}

const nobody = { name: '', preferredName: '' };

/** Where somebody is on the canvas. */
export function placeOf({ places, view }: Pick<Scene, 'places' | 'view'>, place: number): [number, number] {
  return [(places[place * 2] ?? 0) * view.k + view.x, (places[place * 2 + 1] ?? 0) * view.k + view.y];
}

/** Edges by how they are drawn. */
interface Looks {
  readonly plain: readonly NetworkEdge[];
  readonly over: readonly NetworkEdge[];
  readonly introduced: readonly NetworkEdge[];
  readonly bridges: readonly NetworkEdge[];
  /** Of all looks, those with an arrow. */
  readonly arrows: readonly NetworkEdge[];
}

function sortByLook(edges: readonly NetworkEdge[]): Looks {
  const bridges = edges.filter(({ isBridge }) => isBridge);
  const others = edges.filter(({ isBridge }) => !isBridge);
  return {
    plain: others.filter(({ isTied, introducer }) => isTied && introducer === null),
    over: others.filter(({ isTied, introducer }) => !isTied && introducer === null),
    introduced: others.filter(({ introducer }) => introducer !== null),
    bridges,
    arrows: edges.filter(({ introducer }) => introducer !== null),
  };
}

const looks = new WeakMap<NetworkModel, Looks>();

/** Those of a whole model, sorted once. */
function looksOf(model: NetworkModel): Looks {
  const known = looks.get(model) ?? sortByLook(model.edges);
  looks.set(model, known);
  return known;
}

/** Lines of one look are one path: thousands of them are then drawn at once. */
function drawEdges(canvas: CanvasRenderingContext2D, scene: Scene, edges: Looks): void {
  const { colours } = scene;
  stroke(canvas, scene, edges.plain, colours.line, 1, []);
  stroke(canvas, scene, edges.over, colours.line, 1, [3, 4]);
  stroke(canvas, scene, edges.introduced, colours.faint, 1, []);
  stroke(canvas, scene, edges.bridges, colours.accent, 3, []);
  drawArrows(canvas, scene, edges.arrows);
}

function stroke(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  edges: readonly NetworkEdge[],
  colour: string,
  width: number,
  dashes: number[],
): void {
  if (edges.length === 0) return;
  canvas.strokeStyle = colour;
  canvas.lineWidth = width;
  canvas.setLineDash(dashes);
  canvas.beginPath();
  for (const { a, b } of edges) {
    canvas.moveTo(...placeOf(scene, a));
    canvas.lineTo(...placeOf(scene, b));
  }
  canvas.stroke();
  canvas.setLineDash([]);
}

/** From who introduced to who was introduced. */
function drawArrows(canvas: CanvasRenderingContext2D, scene: Scene, edges: readonly NetworkEdge[]): void {
  const { model, view, colours } = scene;
  canvas.fillStyle = colours.faint;
  canvas.beginPath();
  for (const { a, b, introducer } of edges) {
    const [from, to] = introducer === 'a' ? [a, b] : [b, a];
    const [[x, y], [toX, toY]] = [placeOf(scene, from), placeOf(scene, to)];
    const length = Math.hypot(toX - x, toY - y);
    if (length < WITH_ARROW_PX) continue;
    const [dx, dy] = [(toX - x) / length, (toY - y) / length];
    const away = radiusOf(model.nodes[to]?.degree ?? 0, view) + 2;
    const [tipX, tipY] = [toX - dx * away, toY - dy * away];
    canvas.moveTo(tipX, tipY);
    canvas.lineTo(tipX - dx * ARROW_PX + (dy * ARROW_PX) / 2, tipY - dy * ARROW_PX - (dx * ARROW_PX) / 2);
    canvas.lineTo(tipX - dx * ARROW_PX - (dy * ARROW_PX) / 2, tipY - dy * ARROW_PX + (dx * ARROW_PX) / 2);
    canvas.closePath();
  }
  canvas.fill();
}

/** Each dot is a copy of one that was drawn before: copies cost a fraction of circles. */
function drawNodes(canvas: CanvasRenderingContext2D, scene: Scene, places: Iterable<number>): void {
  const { model, colours, view, size } = scene;
  for (const place of places) {
    const node = model.nodes[place];
    if (!node) continue;
    const [x, y] = placeOf(scene, place);
    const dot = dotOf(colours, radiusOf(node.degree, view), node.isBridge);
    if (!dot) continue;
    const half = dot.size / 2;
    if (x < -half || y < -half || x > size.width + half || y > size.height + half) continue;
    canvas.drawImage(dot.image, x - half, y - half, dot.size, dot.size);
  }
}
