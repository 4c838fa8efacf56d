import { type RefObject, useEffect } from 'react';

/** So long a promise that was edited may take to come to its place, which may be in another list. */
const WAIT_MS = 1_000;

let wanted: { readonly id: string; readonly since: number } | null = null;

/** Lets the row of a promise take focus when it is next shown: with its form, focus would be lost. */
export function returnFocusTo(id: string): void {
  wanted = { id, since: Date.now() };
}

/** Takes focus when the row appears, if that was asked for. */
export function useReturnedFocus(row: RefObject<HTMLElement | null>, id: string): void {
  useEffect(() => {
    if (wanted?.id === id && Date.now() - wanted.since < WAIT_MS) row.current?.focus();
  }, [row, id]);
}
