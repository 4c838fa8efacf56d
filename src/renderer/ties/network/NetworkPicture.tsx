import { quadtree } from 'd3-quadtree';
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { goTo } from '../../app/hashPlace.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Colours, drawNetwork, placeOf, radiusOf } from './drawNetwork.ts';
import styles from './NetworkPicture.module.css';
import type { NetworkModel } from './networkModel.ts';
import { useColours } from './useColours.ts';
import { type Layout, useLayout } from './useLayout.ts';
import { useNodeKeys } from './useNodeKeys.ts';
import { useSize } from './useSize.ts';
import { useView } from './useView.ts';
import type { Size, View } from './view.ts';

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
  const { view, fit, zoomBy, panBy } = useView(canvas, layout, size);
  const [hovered, setHovered] = useState<number | null>(null);
  const keys = useNodeKeys({ layout, view, size, fit, zoomBy, panBy, zoomStep: ZOOM_STEP });
  const chosen = hovered ?? (keys.hasFocus ? keys.place : null);
  useDrawing(canvas, { layout, view, size, colours, chosen });
  const find = useFinder(layout, view);
  const follow = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setHovered(event.buttons === 0 ? find(event.clientX - left, event.clientY - top) : null);
  };
  const hoveredId = hovered === null ? undefined : model.nodes[hovered]?.person.id;
  return (
    <section ref={box} aria-label="Network" className={styles['picture']}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; the link below does. */}
      <canvas
        ref={canvas}
        aria-hidden="true"
        className={styles['canvas']}
        data-pointing={hovered === null ? undefined : ''}
        onPointerMove={follow}
        onPointerLeave={() => setHovered(null)}
        onClick={() => hoveredId !== undefined && goTo(`/person/${hoveredId}`)}
      />
      {layout ? (
        <FocusedPerson layout={layout} view={view} keys={keys} labelOf={labelOf} />
      ) : (
        <p className={styles['wait']}>One moment…</p>
      )}
      <div className={styles['tools']}>
        <IconButton label="Nearer" icon="plus" size="s" onPress={() => zoomBy(ZOOM_STEP)} />
        <IconButton label="Further away" icon="minus" size="s" onPress={() => zoomBy(1 / ZOOM_STEP)} />
        <Button variant="plain" size="s" onPress={fit}>
          Show everybody
        </Button>
      </div>
    </section>
  );
}

interface FocusedPersonProps {
  readonly layout: Layout;
  readonly view: View;
  readonly keys: ReturnType<typeof useNodeKeys>;
  readonly labelOf: (place: number) => string;
}

/** The one in the picture where the tabulator key arrives; arrow keys go on from there. */
function FocusedPerson({ layout, view, keys, labelOf }: FocusedPersonProps) {
  const { place, hasFocus, onFocus, onBlur, onKeyDown } = keys;
  const link = useRef<HTMLAnchorElement>(null);
  const node = layout.model.nodes[place];
  useEffect(() => {
    // Another one is another link, so that a screen reader says who it is.
    if (hasFocus && link.current?.dataset['place'] === String(place))
      link.current.focus({ preventScroll: true });
  }, [hasFocus, place]);
  if (!node) return null;
  const [x, y] = placeOf({ places: layout.places, view }, place);
  const reach = 2 * radiusOf(node.degree, view) + 8;
  return (
    <a
      ref={link}
      key={node.person.id}
      href={`#/person/${node.person.id}`}
      aria-label={labelOf(place)}
      aria-describedby="network-keys"
      data-place={place}
      className={styles['focused']}
      style={{ width: reach, height: reach, transform: `translate(${x - reach / 2}px, ${y - reach / 2}px)` }}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <span id="network-keys" hidden>
        Arrow keys go to whoever is near, Page Up and Page Down from name to name.
      </span>
    </a>
  );
}

interface Drawing {
  readonly layout: Layout | null;
  readonly view: View;
  readonly size: Size;
  readonly colours: Colours | null;
  readonly chosen: number | null;
}

/** Draws whenever anything of it changed. */
function useDrawing(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  { layout, view, size, colours, chosen }: Drawing,
): void {
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !layout || !colours) return;
    const { model, places } = layout;
    const scale = devicePixelRatio;
    const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
    // Setting it empties the canvas and its memory, even to what it was.
    if (element.width !== width || element.height !== height) Object.assign(element, { width, height });
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawNetwork(context, { model, places, view, size, colours, chosen });
  }, [canvas, layout, view, size, colours, chosen]);
}

/** Finds who is drawn at a point of the canvas. */
function useFinder(layout: Layout | null, view: View): (x: number, y: number) => number | null {
  const tree = useMemo(() => {
    const places = layout?.places ?? new Float32Array();
    return quadtree<number>(
      Array.from({ length: places.length / 2 }, (_, place) => place),
      (place) => places[place * 2] ?? 0,
      (place) => places[place * 2 + 1] ?? 0,
    );
  }, [layout]);
  return (x, y) => tree.find((x - view.x) / view.k, (y - view.y) / view.k, REACH_PX / view.k) ?? null;
}
