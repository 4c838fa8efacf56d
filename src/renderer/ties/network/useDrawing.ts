import { type RefObject, useEffect } from 'react';
import type { Colours } from './drawDot.ts';
import { drawNetwork } from './drawNetwork.ts';
import type { Layout } from './useLayout.ts';
import type { Size } from './view.ts';
import type { ViewStore } from './viewStore.ts';

export interface Drawing {
  readonly layout: Layout | null;
  readonly store: ViewStore;
  readonly size: Size;
  readonly colours: Colours | null;
  readonly chosen: number | null;
}

/** Draws whenever anything of it changed, once a frame. */
export function useDrawing(canvas: RefObject<HTMLCanvasElement | null>, drawing: Drawing): void {
  const { layout, store, size, colours, chosen } = drawing;
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !layout || !colours) return undefined;
    let frame = 0;
    const draw = () => {
      frame = 0;
      fitPixels(element, context, size);
      const { model, places } = layout;
      drawNetwork(context, { model, places, view: store.get(), size, colours, chosen });
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    ask();
    const end = store.subscribe(ask);
    return () => {
      end();
      cancelAnimationFrame(frame);
    };
  }, [canvas, layout, store, size, colours, chosen]);
}

/** As many pixels as the screen has there. */
function fitPixels(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, size: Size): void {
  const scale = devicePixelRatio;
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  // Setting it empties the canvas and its memory, even to what it was.
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(scale, 0, 0, scale, 0, 0);
}
