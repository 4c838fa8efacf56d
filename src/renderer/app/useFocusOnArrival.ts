import { type RefObject, useEffect, useRef } from 'react';

/**
 * When the window comes to another page, focus goes to its title, so that a screen reader says where one is and Tab
 * goes on from there. A page that puts focus somewhere itself (a search field, the composer) keeps it.
 */
export function useFocusOnArrival(page: RefObject<HTMLElement | null>, path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    const frame = requestAnimationFrame(() => {
      const box = page.current;
      if (!box || box.contains(document.activeElement)) return;
      box.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [page, path]);
}
