import { placeOf, radiusOf, type Scene } from './drawNetwork.ts';

const FONT_PX = 13;
const GAP_PX = 3;
/** There is a ring round whoever has the focus. */
const CHOSEN_GAP_PX = 8;
/** No more names are drawn at once: beyond, nobody reads them. */
const MOST = 160;

/** What is taken of the picture, by squares. */
const SQUARE_PX = 12;

/**
 * Writes the names of `near`, then of those who have most to do with others, as far as there is room: no name covers
 * another.
 */
export function drawLabels(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  near: readonly number[],
  nameOf: (place: number) => string,
): void {
  const { model, colours, view, size } = scene;
  canvas.font = `${FONT_PX}px ${colours.font}`;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'top';
  canvas.lineJoin = 'round';
  const taken = new Set<number>();
  let written = 0;
  for (const place of [...near, ...(near.length > 0 ? [] : byWeight(model))]) {
    if (written >= MOST) break;
    const [x, top] = placeOf(scene, place);
    const gap = place === scene.chosen ? CHOSEN_GAP_PX : GAP_PX;
    const y = top + radiusOf(model.nodes[place]?.degree ?? 0, view) + gap;
    if (x < 0 || x > size.width || y < 0 || y > size.height) continue;
    const name = nameOf(place);
    if (!takeRoom(taken, x, y, measure(canvas, name))) continue;
    written += 1;
    canvas.strokeStyle = colours.paper;
    canvas.lineWidth = 3;
    canvas.strokeText(name, x, y);
    canvas.fillStyle = colours.ink;
    canvas.fillText(name, x, y);
  }
}

const orders = new WeakMap<Scene['model'], readonly number[]>();

/** Bridges first, then by how much somebody has to do with others. Once for each model. */
function byWeight(model: Scene['model']): readonly number[] {
  const known = orders.get(model);
  if (known) return known;
  const weight = (place: number) => {
    const node = model.nodes[place];
    return node ? node.degree + (node.isBridge ? 1_000 : 0) : 0;
  };
  const order = [...model.nodes.keys()].sort((a, b) => weight(b) - weight(a));
  orders.set(model, order);
  return order;
}

const widths = new Map<string, number>();

function measure(canvas: CanvasRenderingContext2D, name: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  const { width } = canvas.measureText(name);
  widths.set(name, width);
  return width;
}

/** Whether there was room for a name, which is taken now. */
function takeRoom(taken: Set<number>, x: number, y: number, width: number): boolean {
  const square = (at: number) => Math.floor(at / SQUARE_PX);
  const squares: number[] = [];
  for (let row = square(y); row <= square(y + FONT_PX); row++) {
    for (let column = square(x - width / 2); column <= square(x + width / 2); column++) {
      squares.push(row * 100_000 + column);
    }
  }
  if (squares.some((one) => taken.has(one))) return false;
  for (const one of squares) taken.add(one);
  return true;
}
