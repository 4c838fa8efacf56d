import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Layout } from './useLayout.ts';
import { fitView, type Size, type View } from './view.ts';

/** How far one may go in and out. */
const EXTENT: [number, number] = [0.02, 12];

type Zoom = ZoomBehavior<HTMLCanvasElement, unknown>;

/** How the picture is moved by the mouse, and what moves it otherwise. Until the user moves it, everybody is shown. */
export function useView(canvas: RefObject<HTMLCanvasElement | null>, layout: Layout | null, size: Size) {
  const [view, setView] = useState<View>({ k: 1, x: 0, y: 0 });
  const behaviour = useRef<Zoom | null>(null);
  const isMoved = useRef(false);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const made: Zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent(EXTENT)
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        if (sourceEvent) isMoved.current = true;
        setView({ k: transform.k, x: transform.x, y: transform.y });
      });
    behaviour.current = made;
    const selection = select(element);
    selection.call(made).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
      behaviour.current = null;
    };
  }, [canvas]);

  const act = useCallback(
    (work: (made: Zoom, selection: ReturnType<typeof select<HTMLCanvasElement, unknown>>) => void) => {
      if (behaviour.current && canvas.current) work(behaviour.current, select(canvas.current));
    },
    [canvas],
  );
  const fit = useCallback(() => {
    if (!layout) return;
    isMoved.current = false;
    const { k, x, y } = fitView(layout.places, size);
    act((made, selection) => made.transform(selection, zoomIdentity.translate(x, y).scale(k)));
  }, [act, layout, size]);
  useEffect(() => {
    if (!isMoved.current) fit();
  }, [fit]);

  const zoomBy = (factor: number) => {
    isMoved.current = true;
    act((made, selection) => made.scaleBy(selection, factor));
  };
  /** In pixels. */
  const panBy = (x: number, y: number) => {
    isMoved.current = true;
    act((made, selection) => made.translateBy(selection, x / view.k, y / view.k));
  };
  return { view, fit, zoomBy, panBy };
}
