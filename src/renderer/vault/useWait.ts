import { useEffect, useState } from 'react';
import { sayWait } from '../../shared/rules/tryDelay.ts';

const TICK_MS = 500;

/** What is left of a wait of `waitMs` from now, in a sentence that counts down; null when it is over. */
export function useWait(waitMs: number): string | null {
  const [left, setLeft] = useState(waitMs);
  useEffect(() => {
    setLeft(waitMs);
    if (waitMs <= 0) return undefined;
    const until = performance.now() + waitMs;
    const timer = setInterval(() => {
      const now = Math.max(0, until - performance.now());
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [waitMs]);
  return left > 0 ? `After several wrong tries, the next one is possible in ${sayWait(left)}.` : null;
}
