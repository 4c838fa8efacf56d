import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

/**
 * Enter chooses the first thing found, also when it is pressed before that is on the screen: then it waits for the
 * answer to what was typed. The list itself marks its first row only some time after the last letter.
 * @param isCurrent whether the list answers what is typed
 */
export function useEarlyEnter(list: RefObject<HTMLElement | null>, isCurrent: boolean) {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || !isCurrent) return;
    setWaiting(false);
    list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.click();
  }, [isWaiting, isCurrent, list]);
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return setWaiting(false);
    if (event.nativeEvent.isComposing || list.current?.querySelector('[data-focused]')) return;
    event.preventDefault();
    event.stopPropagation();
    setWaiting(true);
  };
  return { onKeyDownCapture };
}
