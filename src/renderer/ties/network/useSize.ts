import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './view.ts';

/** How large an element is, in pixels of the page. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const of = element.current;
    if (!of) return undefined;
    const read = () => setSize({ width: of.clientWidth, height: of.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(of);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
