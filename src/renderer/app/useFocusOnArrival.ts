import { type RefObject, useEffect, useRef } from 'react';

/**
 * When the window comes to another page, focus goes to its title, so that a screen reader says where one is and Tab
 * goes on from there. A page that puts focus somewhere itself (a search field, the composer) keeps it. A title that
 * comes only with what the page asks the journal for is waited for, until focus is taken elsewhere.
 */
export function useFocusOnArrival(page: RefObject<HTMLElement | null>, path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    let arrival: MutationObserver | undefined;
    const frame = requestAnimationFrame(() => {
      const box = page.current;
      if (!box || focusTitle(box)) return;
      const left = document.activeElement;
      arrival = new MutationObserver((_changes, observer) => {
        const focused = document.activeElement;
        const isElsewhere = focused !== left && focused !== document.body;
        if (isElsewhere || focusTitle(box)) observer.disconnect();
      });
      arrival.observe(box, { childList: true, subtree: true });
    });
    return () => {
      cancelAnimationFrame(frame);
      arrival?.disconnect();
    };
  }, [page, path]);
}

/** Whether focus is on the page now: on its title, or where the page has put it itself. */
function focusTitle(page: HTMLElement): boolean {
  if (page.contains(document.activeElement)) return true;
  const title = page.querySelector<HTMLElement>('h1[tabindex]');
  title?.focus({ preventScroll: true });
  return title !== null;
}
