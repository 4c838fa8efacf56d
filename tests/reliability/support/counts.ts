/** Whether this is the full run, which takes hours, and not the short one that belongs to every `npm test`. */
export const full: boolean = process.env['KITH_FULL'] === '1';

/** How many times a test here tries: `short` times as part of `npm test`, `long` times in `npm run torture`. */
export function times(short: number, long: number): number {
  return full ? long : short;
}

/** For tests that run other programs so many times. No test fails for being slow, only for never ending. */
export const PATIENCE_MS: number = (full ? 6 * 60 : 20) * 60_000;

/** Where chance begins in this run; told by each test, so that a run that failed can be had again. */
export const seed: number = Number(process.env['KITH_SEED'] ?? Date.now() % 1_000_000);
