import { type KeyboardEvent, type RefObject, useCallback } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrow keys go from dot to dot, ring after ring, and round again; Home and End to the innermost and the outermost. */
export function useDotKeys(picture: RefObject<HTMLElement | null>) {
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const dots = [...(picture.current?.querySelectorAll<HTMLElement>('[data-dot]') ?? [])];
      const at = dots.indexOf(document.activeElement as HTMLElement);
      if (at < 0) return;
      const step = steps[event.key];
      const to =
        step !== undefined
          ? (at + step + dots.length) % dots.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? dots.length - 1
              : null;
      if (to === null) return;
      event.preventDefault();
      dots[to]?.focus();
    },
    [picture],
  );
  return { onKeyDown };
}
