import { useEffect, useState } from 'react';
import { isTyping } from '../../app/shortcuts.ts';
import { holdWhatIsAtHand } from './askToRemember.ts';
import { findEndOfSelection, MOST_WORDS, readSelectedWords, type SelectedWords } from './selectedWords.ts';

/** Selected words of an entry, and where on the screen they end. */
export interface SettledWords extends SelectedWords {
  readonly end: DOMRect;
}

/**
 * What is selected of an entry once the selection has come to rest: not while the button of the mouse is down. Follows
 * the words when the page is scrolled.
 */
export function useSelectedWords(): SettledWords | null {
  const [settled, setSettled] = useState<SettledWords | null>(null);
  useEffect(() => {
    let isPressed = false;
    let isShown = false;
    let frame = 0;
    const show = (words: SettledWords | null) => {
      isShown = words !== null;
      setSettled(words);
    };
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const active = document.activeElement;
        // What is selected in a dialog, or while one types, is another matter.
        if (isTyping(active) || active?.closest('[role="dialog"]')) return show(null);
        holdWhatIsAtHand();
        const selected = readSelectedWords();
        const end = selected && selected.words.length <= MOST_WORDS ? findEndOfSelection() : null;
        return show(selected && end && !isPressed ? { ...selected, end } : null);
      });
    };
    const follow = () => {
      if (isShown) look();
    };
    const onDown = () => {
      isPressed = true;
    };
    const onUp = () => {
      isPressed = false;
      look();
    };
    const stops = [
      listen('selectionchange', look),
      listen('pointerdown', onDown),
      listen('pointerup', onUp),
      listen('pointercancel', onUp),
      listen('focusin', look),
      listen('scroll', follow),
    ];
    addEventListener('resize', follow);
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      removeEventListener('resize', follow);
    };
  }, []);
  return settled;
}

/** Listens before anybody can keep the event to themselves. */
function listen(type: string, listener: () => void): () => void {
  document.addEventListener(type, listener, { capture: true, passive: true });
  return () => document.removeEventListener(type, listener, { capture: true });
}
