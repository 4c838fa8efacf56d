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

/** A dot that was drawn, and how wide it is on the page, in pixels. */
interface Dot {
  readonly image: HTMLCanvasElement;
  readonly size: number;
}

const WHOLE_CIRCLE = 2 * Math.PI;
/** Dots of nearly the same size are the same. */
const STEPS_A_PIXEL = 4;

const kept = new WeakMap<Colours, Map<string, Dot>>();

/** Somebody's dot of a size, drawn once for each theme. Null where nothing can be drawn. */
export function dotOf(colours: Colours, radius: number, isBridge: boolean): Dot | null {
  const dots = kept.get(colours) ?? new Map<string, Dot>();
  kept.set(colours, dots);
  const rounded = Math.round(radius * STEPS_A_PIXEL) / STEPS_A_PIXEL;
  const key = `${rounded} ${isBridge} ${devicePixelRatio}`;
  const known = dots.get(key);
  if (known) return known;
  const size = Math.ceil(2 * rounded + 3);
  const image = document.createElement('canvas');
  image.width = size * devicePixelRatio;
  image.height = size * devicePixelRatio;
  const context = image.getContext('2d');
  if (!context) return null;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.arc(size / 2, size / 2, rounded, 0, WHOLE_CIRCLE);
  context.fillStyle = isBridge ? colours.accent : colours.node;
  context.fill();
  context.strokeStyle = isBridge ? colours.paper : colours.faint;
  context.stroke();
  const dot = { image, size };
  dots.set(key, dot);
  return dot;
}
