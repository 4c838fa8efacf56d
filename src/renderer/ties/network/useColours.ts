import { type RefObject, useEffect, useState } from 'react';
import type { Colours } from './drawDot.ts';

/** The tokens that the picture is drawn in. */
const tokens: Readonly<Record<Exclude<keyof Colours, 'font'>, string>> = {
  paper: '--paper',
  ink: '--ink',
  faint: '--ink-faint',
  line: '--line-strong',
  accent: '--accent',
  node: '--accent-wash',
};

/** The colours and the typeface of the theme as a canvas takes them, and again when the theme changes. */
export function useColours(at: RefObject<HTMLElement | null>): Colours | null {
  const [colours, setColours] = useState<Colours | null>(null);
  useEffect(() => {
    const element = at.current;
    if (!element) return undefined;
    const read = () => setColours(readColours(element));
    read();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', read);
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      scheme.removeEventListener('change', read);
      observer.disconnect();
    };
  }, [at]);
  return colours;
}

/** A token may be one colour by day and another by night: only as the colour of an element is it one of the two. */
function readColours(element: HTMLElement): Colours {
  const probe = document.createElement('i');
  probe.hidden = true;
  element.append(probe);
  const colours = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => {
      probe.style.color = `var(${token})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  const font = getComputedStyle(element).fontFamily;
  probe.remove();
  return { ...(colours as Omit<Colours, 'font'>), font };
}
