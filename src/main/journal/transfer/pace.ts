/** How much work one small step holds, so that a question that comes meanwhile is answered soon. */
export interface Pace {
  /** How many rows the next step should take. */
  readonly size: () => number;
  /** Does one step of so many rows, and learns from how long it took. */
  readonly step: <T>(rows: number, work: () => T) => T;
}

const STEP_MS = 30;
/** Fewer are not worth a transaction: each waits for the disk, and leaves the index a segment more to merge. */
const FEWEST = 40;
const MOST = 200;

export function makePace(): Pace {
  let size = FEWEST;
  return {
    size: () => size,
    step: (rows, work) => {
      const start = performance.now();
      const result = work();
      const perRow = (performance.now() - start) / Math.max(1, rows);
      // Half of the old size goes into the new one: one slow write is no rule.
      const wanted = (size + STEP_MS / Math.max(perRow, 0.001)) / 2;
      size = Math.round(Math.min(MOST, Math.max(FEWEST, Math.min(wanted, size * 2))));
      return result;
    },
  };
}
