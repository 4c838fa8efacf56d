import type { Places } from './layoutNetwork.ts';

/** How the picture is moved: a place is drawn at `place * k + (x, y)`. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room round the outermost, in pixels. */
const MARGIN = 48;
/** Two people alone need not stand at both ends of the window. */
const LARGEST = 16;

/** The view that shows everybody, as large as possible. */
export function fitView(places: Places, { width, height }: Size): View {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [x, y] = [places[i] ?? 0, places[i + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { k: 1, x: width / 2, y: height / 2 };
  const k = Math.min(
    LARGEST,
    Math.max(1, width - 2 * MARGIN) / Math.max(1, right - left),
    Math.max(1, height - 2 * MARGIN) / Math.max(1, bottom - top),
  );
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const ahead: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Who is next from somebody in a direction: near, and not far to the side. Null where nobody is. */
export function nearestTowards(places: Places, from: number, direction: Direction): number | null {
  const [dx, dy] = ahead[direction];
  const [fromX, fromY] = [places[from * 2] ?? 0, places[from * 2 + 1] ?? 0];
  let best: number | null = null;
  let least = Infinity;
  for (let i = 0; i * 2 + 1 < places.length; i++) {
    const [x, y] = [(places[i * 2] ?? 0) - fromX, (places[i * 2 + 1] ?? 0) - fromY];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (i === from || along <= 0 || aside > along) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [i, cost];
  }
  return best;
}
