import { type Quadtree, quadtree } from 'd3-quadtree';
import { memo, type PointerEvent, useRef, useState } from 'react';
import { goTo } from '../../app/hashPlace.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { FocusedPerson } from './FocusedPerson.tsx';
import styles from './NetworkPicture.module.css';
import type { NetworkModel } from './networkModel.ts';
import { useColours } from './useColours.ts';
import { useDrawing } from './useDrawing.ts';
import { type Layout, useLayout } from './useLayout.ts';
import { useNodeKeys } from './useNodeKeys.ts';
import { useSize } from './useSize.ts';
import { type Moves, useView } from './useView.ts';
import type { ViewStore } from './viewStore.ts';

export interface NetworkPictureProps {
  readonly model: NetworkModel;
  /** All that the picture says of somebody, in words. */
  readonly labelOf: (place: number) => string;
}

/** Whoever is as near to the pointer is meant by it. */
const REACH_PX = 16;
const ZOOM_STEP = 1.5;

/** People and what is between them, to be moved by mouse and keys; a link lies over whoever has the focus. */
export function NetworkPicture({ model, labelOf }: NetworkPictureProps) {
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const colours = useColours(box);
  const layout = useLayout(model);
  const { store, moves } = useView(canvas, layout, size);
  const [hovered, setHovered] = useState<number | null>(null);
  const keys = useNodeKeys({ layout, store, size, moves, zoomStep: ZOOM_STEP });
  // Another model has others in the same places.
  const pointed = hovered !== null && hovered < model.nodes.length ? hovered : null;
  const chosen = pointed ?? (keys.hasFocus ? keys.place : null);
  useDrawing(canvas, { layout, store, size, colours, chosen });
  const find = useFinder(layout, store);
  const follow = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setHovered(event.buttons === 0 ? find(event.clientX - left, event.clientY - top) : null);
  };
  const openPointed = () => {
    const id = pointed === null ? undefined : model.nodes[pointed]?.person.id;
    if (id !== undefined) goTo(`/person/${id}`);
  };
  return (
    <section ref={box} aria-label="Network" className={styles['picture']}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; the link below does. */}
      <canvas
        ref={canvas}
        aria-hidden="true"
        className={styles['canvas']}
        data-pointing={pointed === null ? undefined : ''}
        onPointerMove={follow}
        onPointerLeave={() => setHovered(null)}
        onClick={openPointed}
      />
      {layout ? (
        <FocusedPerson layout={layout} store={store} keys={keys} labelOf={labelOf} />
      ) : (
        <p className={styles['wait']}>One moment…</p>
      )}
      <Tools moves={moves} />
    </section>
  );
}

const Tools = memo(function Tools({ moves }: { readonly moves: Moves }) {
  return (
    <div className={styles['tools']}>
      <IconButton label="Nearer" icon="plus" size="s" onPress={() => moves.zoomBy(ZOOM_STEP)} />
      <IconButton label="Further away" icon="minus" size="s" onPress={() => moves.zoomBy(1 / ZOOM_STEP)} />
      <Button variant="plain" size="s" onPress={moves.fit}>
        Show everybody
      </Button>
    </div>
  );
});

/** Finds who is drawn at a point of the canvas. */
function useFinder(layout: Layout | null, store: ViewStore): (x: number, y: number) => number | null {
  const kept = useRef<{ readonly layout: Layout; readonly tree: Quadtree<number> } | null>(null);
  return (x, y) => {
    if (!layout) return null;
    // Not before somebody points: while places still follow one another, nobody needs it.
    if (kept.current?.layout !== layout) kept.current = { layout, tree: plantTree(layout) };
    const { k, x: left, y: top } = store.get();
    return kept.current.tree.find((x - left) / k, (y - top) / k, REACH_PX / k) ?? null;
  };
}

function plantTree({ places }: Layout): Quadtree<number> {
  return quadtree<number>(
    Array.from({ length: places.length / 2 }, (_, place) => place),
    (place) => places[place * 2] ?? 0,
    (place) => places[place * 2 + 1] ?? 0,
  );
}
