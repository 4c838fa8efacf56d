import { type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { circleAt, type PlacedPerson, type PlacedRing } from './ringLayout.ts';

interface Drag {
  readonly id: string;
  readonly offset: { readonly x: number; readonly y: number };
  readonly over: string | undefined;
}

/** A press that moves less is a press. */
const SLACK_PX = 5;

/** Lets a dot be drawn to another ring. Escape, or letting go where it was, moves nobody. */
export function useDragDot(
  picture: RefObject<HTMLElement | null>,
  rings: readonly PlacedRing[],
  onMove: (person: PlacedPerson['person'], to: string) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const stop = useRef<() => void>(() => undefined);

  const start = useCallback(
    (placed: PlacedPerson, event: PointerEvent<HTMLElement>) => {
      const box = picture.current?.getBoundingClientRect();
      if (event.button !== 0 || !box) return;
      const dot = event.currentTarget;
      const [fromX, fromY] = [event.clientX, event.clientY];
      let latest: Drag | null = null;
      const follow = (at: globalThis.PointerEvent) => {
        const offset = { x: at.clientX - fromX, y: at.clientY - fromY };
        if (latest === null && Math.hypot(offset.x, offset.y) < SLACK_PX) return;
        const x = placed.x + offset.x / (box.width / 2);
        const y = placed.y + offset.y / (box.height / 2);
        latest = { id: placed.person.id, offset, over: circleAt(rings, x, y) };
        setDrag(latest);
      };
      const end = () => {
        stop.current();
        if (latest === null) return;
        // The press that ends a drag is not one that asks for the menu.
        dot.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => dot.removeEventListener('click', swallow, { capture: true }), 0);
        if (latest.over !== undefined && latest.over !== placed.circleId) {
          onMove(placed.person, latest.over);
        }
      };
      const leave = (key: KeyboardEvent) => key.key === 'Escape' && stop.current();
      stop.current = () => {
        removeEventListener('pointermove', follow);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', stop.current);
        removeEventListener('keydown', leave);
        setDrag(null);
      };
      addEventListener('pointermove', follow);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', stop.current);
      addEventListener('keydown', leave);
    },
    [picture, rings, onMove],
  );

  return {
    start,
    dragged: drag?.id ?? null,
    offset: drag?.offset ?? null,
    over: drag?.over,
  };
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
