import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { VirtualListHandle } from '../ui/VirtualList.tsx';

/** Not quite zero, for displays with fractions of pixels. */
const TOP_PX = 4;

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
  useEffect(() => {
    const scroller = list.current?.element();
    if (!scroller) return;
    const note = () => {
      wasAtTop.current = scroller.scrollTop <= TOP_PX;
    };
    scroller.addEventListener('scroll', note, { passive: true });
    return () => scroller.removeEventListener('scroll', note);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a change of the first row that matters.
  useLayoutEffect(() => {
    const stays = wasAtTop.current && wasNewest.current && isNewest;
    wasNewest.current = isNewest;
    if (!stays) return;
    const toTop = () => list.current?.element()?.scrollTo({ top: 0 });
    toTop();
    // Once more when the new rows have been measured.
    const frame = requestAnimationFrame(toTop);
    return () => cancelAnimationFrame(frame);
  }, [firstKey, isNewest]);
}
