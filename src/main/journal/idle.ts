import type { JournalContext } from './context.ts';
import { tendLinks } from './people/tendLinks.ts';
import { expirePhotos } from './photos/expirePhotos.ts';
import { countWords, indexWaiting, mergeIndex, rebuildOldIndex } from './search/tendIndex.ts';
import { warmUp } from './search/warmUp.ts';
import { checkpoint } from './store/checkpoint.ts';
import { expireTrash } from './trash/emptyTrash.ts';

/** One kind of work for quiet moments. Does a few milliseconds of it and says whether there is more. */
export type IdleTask = (context: JournalContext) => boolean;

/** Registered here in order of need; a task is reached when those before it have nothing left to do. */
const tasks: readonly IdleTask[] = [
  ({ people }) => people.warm(),
  warmUp,
  tendLinks,
  rebuildOldIndex,
  indexWaiting,
  expireTrash,
  expirePhotos,
  mergeIndex,
  countWords,
  checkpoint,
];

const QUIET_MS = 2_000;
const STEP_PAUSE_MS = 20;
/** A disk that is full stays so for a while. */
const FAILED_PAUSE_MS = 60_000;

export interface IdleWork {
  /** Somebody asked something: the quiet begins anew. */
  readonly postpone: () => void;
  readonly stop: () => void;
}

/**
 * Does the journal's housekeeping in small steps after two quiet seconds, so that no question ever waits for it. What
 * fails is told to `onFailure` and tried again a minute later, for nobody asked for it and nothing depends on it.
 */
export function startIdleWork(context: JournalContext, onFailure: (error: unknown) => void): IdleWork {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const schedule = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(step, ms);
    timer.unref();
  };
  const step = () => {
    try {
      const more = tasks.some((task) => task(context));
      schedule(more ? STEP_PAUSE_MS : QUIET_MS);
    } catch (error) {
      schedule(FAILED_PAUSE_MS);
      onFailure(error);
    }
  };
  schedule(QUIET_MS);
  return {
    postpone: () => {
      if (!isStopped) schedule(QUIET_MS);
    },
    stop: () => {
      // A question that comes late must not begin the work anew, on a store that is closed.
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
