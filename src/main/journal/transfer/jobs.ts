import { setImmediate } from 'node:timers/promises';
import { KithError } from '../../../shared/contract/errors.ts';
import type { JournalContext } from '../context.ts';

/** A piece of long work: it goes on in small steps, tells how far it is, and can be stopped between steps. */
export interface Job {
  /** Tells how far the work is, at most about ten times a second. `total` is null while it is not known. */
  readonly report: (done: number, total: number | null) => void;
  /** Lets other questions be answered. Call it between steps. Fails with `stopped` once the user asked to stop. */
  readonly pause: () => Promise<void>;
  /** Fails with `stopped` once the user asked to stop. Cheap enough to be called in every turn of a loop. */
  readonly check: () => void;
}

interface RunningJob {
  readonly writes: boolean;
  stopped: boolean;
}

const REPORT_MS = 100;
const running = new WeakMap<JournalContext, Map<string, RunningJob>>();

export interface JobOptions {
  /** Whether it changes the journal in bulk: only one such job runs at a time. */
  readonly writes: boolean;
}

/**
 * Runs long work under the name that the window chose. Fails with `alreadyThere` when that name is taken or another
 * job that writes is running, and with `stopped` when the work noticed that it was to stop.
 */
export async function runJob<T>(
  context: JournalContext,
  name: string,
  { writes }: JobOptions,
  work: (job: Job) => Promise<T>,
): Promise<T> {
  const jobs = jobsOf(context);
  if (jobs.has(name)) throw new KithError('alreadyThere', 'This is running already.');
  if (writes && [...jobs.values()].some((job) => job.writes)) {
    throw new KithError(
      'alreadyThere',
      'Another import is still running. Please wait for it, or stop it first.',
    );
  }
  const state: RunningJob = { writes, stopped: false };
  jobs.set(name, state);
  try {
    return await work(makeJob(context, name, state));
  } finally {
    jobs.delete(name);
  }
}

/** Asks the job with this name to stop at its next step. Whether there is one. */
export function stopJob(context: JournalContext, name: string): boolean {
  const job = jobsOf(context).get(name);
  if (job) job.stopped = true;
  return job !== undefined;
}

/** A job that cannot be stopped and tells nothing, for clearing up after one that was. */
export const quietJob: Job = {
  report: () => undefined,
  pause: async () => {
    await setImmediate();
  },
  check: () => undefined,
};

function makeJob(context: JournalContext, job: string, state: RunningJob): Job {
  let last = Number.NEGATIVE_INFINITY;
  const check = () => {
    if (state.stopped) throw new KithError('stopped', 'It was stopped.');
  };
  return {
    report: (done, total) => {
      const now = performance.now();
      if (now - last < REPORT_MS && done !== total) return;
      last = now;
      context.emit({ type: 'progress', job, done, total });
    },
    pause: async () => {
      await setImmediate();
      check();
    },
    check,
  };
}

function jobsOf(context: JournalContext): Map<string, RunningJob> {
  let jobs = running.get(context);
  if (!jobs) {
    jobs = new Map();
    running.set(context, jobs);
  }
  return jobs;
}
