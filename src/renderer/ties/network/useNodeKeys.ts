import { type KeyboardEvent, useState } from 'react';
import { placeOf } from './drawNetwork.ts';
import type { Layout } from './useLayout.ts';
import type { Moves } from './useView.ts';
import { type Direction, nearestTowards, type Size } from './view.ts';
import type { ViewStore } from './viewStore.ts';

export type NodeKeys = ReturnType<typeof useNodeKeys>;

export interface NodeKeysWishes {
  readonly layout: Layout | null;
  readonly store: ViewStore;
  readonly size: Size;
  readonly moves: Moves;
  readonly zoomStep: number;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const pans: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [1, 0],
  right: [-1, 0],
  up: [0, 1],
  down: [0, -1],
};
const PAN_PX = 80;
/** Whoever gets the focus is at least so far from the edge. */
const EDGE_PX = 40;

/**
 * Who has the focus in the picture, and the keys that move it: arrows to the nearest in their direction, Page Up and
 * Page Down by name, so that nobody is out of reach. With Shift the arrows move the picture; + − 0 zoom it.
 */
export function useNodeKeys(wishes: NodeKeysWishes) {
  const { layout, moves, zoomStep } = wishes;
  const { fit, zoomBy, panBy } = moves;
  const [kept, setPlace] = useState(0);
  const [hasFocus, setFocus] = useState(false);
  const count = layout?.model.nodes.length ?? 0;
  const place = Math.max(0, Math.min(kept, count - 1));
  const go = (to: number | null) => {
    if (to === null || to === place) return;
    setPlace(to);
    bringInto(wishes, to);
  };
  const walk: Readonly<Record<string, () => void>> = {
    PageDown: () => go((place + 1) % count),
    PageUp: () => go((place - 1 + count) % count),
    Home: () => go(0),
    End: () => go(count - 1),
    '+': () => zoomBy(zoomStep),
    '=': () => zoomBy(zoomStep),
    '-': () => zoomBy(1 / zoomStep),
    '0': fit,
  };
  const turn = (direction: Direction, isPan: boolean) => {
    if (isPan) panBy(pans[direction][0] * PAN_PX, pans[direction][1] * PAN_PX);
    else go(layout && nearestTowards(layout.places, place, direction));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    const run = direction ? () => turn(direction, event.shiftKey) : walk[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return {
    place,
    hasFocus,
    onFocus: () => setFocus(true),
    onBlur: () => setFocus(false),
    onKeyDown,
  };
}

/** Moves the picture so that somebody is in it. */
function bringInto({ layout, store, size, moves }: NodeKeysWishes, place: number): void {
  if (!layout) return;
  const [x, y] = placeOf({ places: layout.places, view: store.get() }, place);
  const into = (at: number, length: number) => Math.min(Math.max(at, EDGE_PX), length - EDGE_PX) - at;
  const [dx, dy] = [into(x, size.width), into(y, size.height)];
  if (dx !== 0 || dy !== 0) moves.panBy(dx, dy);
}
