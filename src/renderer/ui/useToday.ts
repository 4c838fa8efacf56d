import { useSyncExternalStore } from 'react';

/** Often enough that midnight is noticed while somebody still sits there, and after the computer slept. */
const LOOK_EVERY_MS = 30_000;

/** The user's present day, `YYYY-MM-DD`. Goes on at midnight. */
export function useToday(): string {
  return useSyncExternalStore(everyWhile, today);
}

function everyWhile(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK_EVERY_MS);
  addEventListener('focus', listener);
  return () => {
    clearInterval(timer);
    removeEventListener('focus', listener);
  };
}

function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
