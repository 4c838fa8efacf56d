import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Layout } from './useLayout.ts';
import { fitView, type Size } from './view.ts';
import { createViewStore, type ViewStore } from './viewStore.ts';

/** How far one may go in and out. */
const EXTENT: [number, number] = [0.02, 20];

type Zoom = ZoomBehavior<HTMLCanvasElement, unknown>;
type Work = (zoom: Zoom, canvas: ReturnType<typeof select<HTMLCanvasElement, unknown>>) => void;

/** What moves the picture. */
export interface Moves {
  /** Shows everybody, until the user moves the picture again. */
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  /** In pixels. */
  readonly panBy: (x: number, y: number) => void;
}

/** How the picture is moved by the mouse, and what moves it otherwise. Until the user moves it, everybody is shown. */
export function useView(
  canvas: RefObject<HTMLCanvasElement | null>,
  layout: Layout | null,
  size: Size,
): { readonly store: ViewStore; readonly moves: Moves } {
  const [store] = useState(createViewStore);
  const behaviour = useRef<Zoom | null>(null);
  const isMoved = useRef(false);
  const latest = useRef({ layout, size });
  latest.current = { layout, size };

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const made: Zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent(EXTENT)
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        if (sourceEvent) isMoved.current = true;
        store.set({ k: transform.k, x: transform.x, y: transform.y });
      });
    behaviour.current = made;
    const selection = select(element);
    selection.call(made).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
      behaviour.current = null;
    };
  }, [canvas, store]);

  const act = useCallback(
    (work: Work) => {
      if (behaviour.current && canvas.current) work(behaviour.current, select(canvas.current));
    },
    [canvas],
  );
  const moves = useMemo(() => makeMoves(act, latest, isMoved, store), [act, store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fits whatever is shown now.
  useEffect(() => {
    if (!isMoved.current) moves.fit();
  }, [moves, layout, size]);
  return { store, moves };
}

function makeMoves(
  act: (work: Work) => void,
  latest: RefObject<{ readonly layout: Layout | null; readonly size: Size }>,
  isMoved: RefObject<boolean>,
  store: ViewStore,
): Moves {
  return {
    fit: () => {
      const { layout, size } = latest.current;
      isMoved.current = false;
      if (!layout) return;
      const { k, x, y } = fitView(layout.places, size);
      act((made, canvas) => made.transform(canvas, zoomIdentity.translate(x, y).scale(k)));
    },
    zoomBy: (factor) => {
      isMoved.current = true;
      act((made, canvas) => made.scaleBy(canvas, factor));
    },
    panBy: (x, y) => {
      isMoved.current = true;
      const { k } = store.get();
      act((made, canvas) => made.translateBy(canvas, x / k, y / k));
    },
  };
}
