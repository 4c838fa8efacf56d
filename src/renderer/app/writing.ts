import { useEffect, useRef } from 'react';
import type { MarkKind } from '../../shared/rules/markKinds.ts';
import { goTo } from './hashPlace.ts';

/** What somebody already knows when they ask to write. */
export interface WritingStart {
  /** Who it is about. */
  readonly personId?: string;
  /** What it will tell of. */
  readonly mark?: MarkKind;
}

let waiting: WritingStart | null = null;
const listeners = new Set<() => void>();

/** Goes to the journal and opens the composer there, from anywhere. */
export function askToWrite(start: WritingStart = {}): void {
  waiting = start;
  goTo('/');
  for (const listener of listeners) listener();
}

/** Calls `onWrite` when writing is asked for, and at once if it was asked for before this page was there. For the journal page. */
export function useWritingAsked(onWrite: (start: WritingStart) => void): void {
  const latest = useRef(onWrite);
  useEffect(() => {
    latest.current = onWrite;
  });
  useEffect(() => {
    const take = () => {
      if (!waiting) return;
      const start = waiting;
      waiting = null;
      latest.current(start);
    };
    take();
    listeners.add(take);
    return () => {
      listeners.delete(take);
    };
  }, []);
}

let editAsked: string | null = null;

/** Lets the page of the entry `id` begin with the composer open, when it is next shown. */
export function askToEdit(id: string): void {
  editAsked = id;
}

/** Whether editing this entry was asked for; the asking is over then. */
export function takeEditAsked(id: string): boolean {
  const asked = editAsked === id;
  if (asked) editAsked = null;
  return asked;
}
