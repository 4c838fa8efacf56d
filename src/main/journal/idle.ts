import type { JournalContext } from './context.ts';

/** One kind of work for quiet moments. Does a few milliseconds of it and says whether there is more. */
export type IdleTask = (context: JournalContext) => boolean;

/** Registered here in order of need. */
const tasks: readonly IdleTask[] = [];

const QUIET_MS = 2_000;
const STEP_PAUSE_MS = 20;

/** Does the journal's housekeeping in small steps after two quiet seconds, so that no question ever waits for it. */
export function startIdleWork(context: JournalContext): { readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const schedule = (ms: number) => {
    timer = setTimeout(step, ms);
    timer.unref();
  };
  const step = () => {
    const more = tasks.some((task) => task(context));
    schedule(more ? STEP_PAUSE_MS : QUIET_MS);
  };
  schedule(QUIET_MS);
  return { stop: () => clearTimeout(timer) };
}
