import { callName } from '../../../shared/models/person.ts';
import { drawLabels } from './drawLabels.ts';
import type { Places } from './layoutNetwork.ts';
import type { NetworkEdge, NetworkModel } from './networkModel.ts';
import type { Size, View } from './view.ts';

/** Colours as the page's theme has them. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly accent: string;
  readonly node: string;
  readonly font: string;
}

export interface Scene {
  readonly model: NetworkModel;
  readonly places: Places;
  readonly view: View;
  readonly size: Size;
  readonly colours: Colours;
  /** Who is pointed at or has the focus: they and those round them stand out. */
  readonly chosen: number | null;
}

const WHOLE_CIRCLE = 2 * Math.PI;
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
  drawEdges(canvas, scene, model.edges);
  drawNodes(canvas, scene, model.nodes.keys());
  canvas.globalAlpha = 1;
  const near = chosen === null ? [] : [chosen, ...(model.neighbours[chosen] ?? [])];
  if (chosen !== null) {
    drawEdges(
      canvas,
      scene,
      model.edges.filter(({ a, b }) => a === chosen || b === chosen),
    );
    drawNodes(canvas, scene, near);
  }
  drawLabels(canvas, scene, near, (place) => callName(model.nodes[place]?.person ?? nobody));
}

const nobody = { name: '', preferredName: '' };

/** Where somebody is on the canvas. */
export function placeOf({ places, view }: Pick<Scene, 'places' | 'view'>, place: number): [number, number] {
  return [(places[place * 2] ?? 0) * view.k + view.x, (places[place * 2 + 1] ?? 0) * view.k + view.y];
}

/** Lines of one look are one path: thousands of them are then drawn at once. */
function drawEdges(canvas: CanvasRenderingContext2D, scene: Scene, edges: readonly NetworkEdge[]): void {
  const { colours } = scene;
  const isPlain = ({ isBridge, isTied, introducer }: NetworkEdge) =>
    !isBridge && isTied && introducer === null;
  stroke(canvas, scene, edges.filter(isPlain), colours.line, 1, []);
  const isOver = ({ isBridge, isTied, introducer }: NetworkEdge) =>
    !isBridge && !isTied && introducer === null;
  stroke(canvas, scene, edges.filter(isOver), colours.line, 1, [3, 4]);
  const introduced = edges.filter(({ introducer }) => introducer !== null);
  stroke(
    canvas,
    scene,
    introduced.filter(({ isBridge }) => !isBridge),
    colours.faint,
    1,
    [],
  );
  stroke(
    canvas,
    scene,
    edges.filter(({ isBridge }) => isBridge),
    colours.accent,
    3,
    [],
  );
  drawArrows(canvas, scene, introduced);
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

function drawNodes(canvas: CanvasRenderingContext2D, scene: Scene, places: Iterable<number>): void {
  const { model, colours, view } = scene;
  const all = [...places];
  const isBridge = (place: number) => model.nodes[place]?.isBridge === true;
  for (const [some, fill, rim] of [
    [all.filter((place) => !isBridge(place)), colours.node, colours.faint],
    [all.filter(isBridge), colours.accent, colours.paper],
  ] as const) {
    canvas.beginPath();
    for (const place of some) {
      const [x, y] = placeOf(scene, place);
      const radius = radiusOf(model.nodes[place]?.degree ?? 0, view);
      canvas.moveTo(x + radius, y);
      canvas.arc(x, y, radius, 0, WHOLE_CIRCLE);
    }
    canvas.fillStyle = fill;
    canvas.fill();
    canvas.strokeStyle = rim;
    canvas.lineWidth = 1;
    canvas.stroke();
  }
}
