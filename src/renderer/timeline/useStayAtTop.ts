import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { VirtualListHandle } from '../ui/VirtualList.tsx';

/** Not quite zero, for displays with fractions of pixels. */
const TOP_PX = 4;
/** New rows are measured, and the list moved by what they turned out to be, within a few frames. */
const SETTLING_FRAMES = 10;

/**
 * A list keeps what is being read where it is when rows come in front. But who looks at the very top of the journal
 * wants to see what comes there: their own newest entry.
 * @param firstKey the key of the first row
 * @param isNewest whether that row is the newest of all
 */
export function useStayAtTop(
  list: RefObject<VirtualListHandle | null>,
  firstKey: string | undefined,
  isNewest: boolean,
): void {
  const wasAtTop = useRef(true);
  const wasNewest = useRef(isNewest);
  const settling = useRef(0);
  useEffect(() => {
    const scroller = list.current?.element();
    if (!scroller) return;
    const note = () => {
      if (settling.current === 0) wasAtTop.current = scroller.scrollTop <= TOP_PX;
    };
    const giveWay = () => {
      settling.current = 0;
    };
    scroller.addEventListener('scroll', note, { passive: true });
    scroller.addEventListener('wheel', giveWay, { passive: true });
    scroller.addEventListener('pointerdown', giveWay, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', note);
      scroller.removeEventListener('wheel', giveWay);
      scroller.removeEventListener('pointerdown', giveWay);
    };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a change of the first row that matters.
  useLayoutEffect(() => {
    const stays = wasAtTop.current && wasNewest.current && isNewest;
    wasNewest.current = isNewest;
    if (!stays) return;
    settling.current = SETTLING_FRAMES;
    let frame = 0;
    const hold = () => {
      if (settling.current === 0) return;
      settling.current -= 1;
      const scroller = list.current?.element();
      if (scroller && scroller.scrollTop !== 0) scroller.scrollTop = 0;
      frame = requestAnimationFrame(hold);
    };
    hold();
    return () => {
      cancelAnimationFrame(frame);
      settling.current = 0;
    };
  }, [firstKey, isNewest]);
}
