import { useEffect, useState } from 'react';
import { flushDrafts, slotBeingWritten } from '../composer/draftKeepers.ts';
import { askJournal } from '../journal-client/ask.ts';
import { getBridge } from '../journal-client/bridge.ts';
import { goTo, isAtStart, placeNow } from './hashPlace.ts';
import { askToEdit, askToWrite } from './writing.ts';

/** A draft like any other, so that it lies encrypted in the journal: an address holds what was searched for. */
const PLACE_SLOT = 'place';
const NEW_SLOT = 'new';

interface Place {
  /** The place in the window, with what was asked there. */
  readonly at: string;
  /** The draft that was open for writing, if one was. */
  readonly writing: string | null;
}

/**
 * Keeps where one is when the journal is about to be locked, and goes back there when it is opened again; where there
 * is nothing to go back to, to the page of the day. Answers whether the window is where it begins: until then a page
 * would be drawn only to be left.
 */
export function useKeptPlace(): boolean {
  const [isArriving, setArriving] = useState(isAtStart);
  useEffect(() => {
    const returned = returnToPlace().then(begin);
    void returned.then(() => setArriving(false));
    // The place that is left is not kept before the one from last time is forgotten, or it would be with it.
    return getBridge().onLocking(() => Promise.allSettled([flushDrafts(), returned.then(keepPlace)]));
  }, []);
  return !isArriving;
}

function keepPlace(): Promise<unknown> {
  const place: Place = { at: placeNow(), writing: slotBeingWritten() };
  return askJournal('drafts.save', { slot: PLACE_SLOT, content: JSON.stringify(place) });
}

async function returnToPlace(): Promise<void> {
  try {
    const kept = await askJournal('drafts.get', { slot: PLACE_SLOT });
    if (kept === null) return;
    await askJournal('drafts.discard', { slot: PLACE_SLOT });
    // Whoever has gone somewhere meanwhile stays there.
    if (!isAtStart()) return;
    goThere(readPlace(kept.content));
  } catch {
    // Not being where one was is no reason to say anything: the first page is a good place, too.
  }
}

/** A journal that holds something begins with whom to turn to today; an empty one with what it will hold. */
async function begin(): Promise<void> {
  if (!isAtStart()) return;
  const span = await askJournal('entries.span', {}).catch(() => null);
  if (isAtStart()) goTo(span === null ? '/' : '/today', { replace: true });
}

function goThere({ at, writing }: Place): void {
  if (writing !== null && writing !== NEW_SLOT) askToEdit(writing);
  if (at !== '') goTo(at, { replace: true });
  if (writing === NEW_SLOT) askToWrite();
}

function readPlace(content: string): Place {
  const { at, writing } = JSON.parse(content) as Partial<Place>;
  return { at: typeof at === 'string' ? at : '', writing: typeof writing === 'string' ? writing : null };
}
