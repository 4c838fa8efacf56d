import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';

/** Chromium ignores history changes beyond 200 in ten seconds, which fast typing would reach. */
const WRITE_AFTER_MS = 250;

export interface PageAddress<T> {
  readonly value: T;
  /** Changes the page at once and its address soon after, as while typing. Always the same function. */
  readonly set: (change: (value: T) => T) => void;
  /** Changes the page and its address at once, as before leaving the page. */
  readonly setNow: (value: T) => void;
}

/**
 * State of a page that lives in its address, so that Back returns to the page as it was. It replaces its place in the
 * history, for a step back should leave the page, not a letter.
 * @param read what the part of an address after its `?` says
 * @param href the address that says it; `read` must understand it
 */
export function usePageAddress<T>(read: (search: string) => T, href: (value: T) => string): PageAddress<T> {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const [value, setValue] = useState(() => read(search));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(value);
  const known = useRef(href(value));
  const isHere = path === pathOf(href(value));
  const wasHere = useRef(isHere);
  useEffect(() => {
    wasHere.current = isHere;
  }, [isHere]);

  const write = useCallback(
    (address: string) => {
      clearTimeout(timer.current);
      // Whoever has gone on to another page is not called back by what they typed before.
      if (!wasHere.current) return;
      known.current = address;
      navigate(address, { replace: true });
    },
    [navigate],
  );

  useEffect(() => () => clearTimeout(timer.current), []);

  // Somebody else went to another address of this page: a link, the palette, Back.
  useEffect(() => {
    const there = href(read(search));
    if (!isHere || there === known.current) return;
    clearTimeout(timer.current);
    known.current = there;
    latest.current = read(search);
    setValue(latest.current);
  }, [search, isHere, read, href]);

  return {
    value,
    set: useCallback(
      (change: (value: T) => T) => {
        const next = change(latest.current);
        latest.current = next;
        setValue(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => write(href(next)), WRITE_AFTER_MS);
      },
      [href, write],
    ),
    setNow: useCallback(
      (next: T) => {
        latest.current = next;
        setValue(next);
        write(href(next));
      },
      [href, write],
    ),
  };
}

function pathOf(address: string): string {
  return address.split('?')[0] ?? address;
}
