import { useEffect, useRef } from 'react';
import { goTo } from '../app/hashPlace.ts';
import { isForPage } from '../timeline/isForPage.ts';

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/** What a key does on the focused promise: presses the button of its row that says so. */
const presses: Readonly<Record<string, string>> = { x: 'Kept: ', l: 'Let go: ', d: 'Another day: ' };

/**
 * The keys of the page of promises: `j` and `k` or the arrows go to the next and the one before, `n` writes one down. On
 * the focused one `x` says that it is kept, `l` lets it go, `d` chooses another day, Enter opens its entry.
 */
export function usePromiseKeys(page: () => HTMLElement | null, onNew: () => void): void {
  const latest = useRef({ page, onNew });
  useEffect(() => {
    latest.current = { page, onNew };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const root = latest.current.page();
      if (!root || !isForPage(event)) return;
      if (event.key === 'n') latest.current.onNew();
      else if (!handle(event.key, root)) return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function handle(key: string, root: HTMLElement): boolean {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-promise], [data-reply]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const step = steps[key];
  if (step !== undefined) {
    if (key.startsWith('Arrow') && at < 0) return false;
    rows[Math.min(rows.length - 1, Math.max(0, at + (at < 0 ? 1 : step)))]?.focus();
    return rows.length > 0;
  }
  const row = rows[at];
  if (!row) return false;
  const label = presses[key];
  if (label !== undefined) {
    row.querySelector<HTMLElement>(`button[aria-label^="${label}"]`)?.click();
    // What is closed leaves the list, and what had focus with it.
    if (key !== 'd') (rows[at + 1] ?? rows[at - 1])?.focus();
    return true;
  }
  const entry = key === 'Enter' ? row.querySelector('a[href^="#/entry/"]')?.getAttribute('href') : null;
  if (!entry) return false;
  goTo(entry.slice(1));
  return true;
}
