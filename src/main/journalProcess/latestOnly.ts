import { KithError } from '../../shared/contract/errors.ts';

/** Runs `work` a moment later, unless more work comes before: then it fails with `superseded` and never runs. */
export type LatestOnly = <T>(work: () => T | Promise<T>) => Promise<T>;

/**
 * For questions of which only the last matters. The moment is one turn of the event loop, so that of all that has
 * arrived while the last answer was being found, only the newest is answered.
 */
export function createLatestOnly(): LatestOnly {
  let dropWaiting: (() => void) | undefined;
  return (work) =>
    new Promise((resolve, reject) => {
      dropWaiting?.();
      const turn = setImmediate(() => {
        dropWaiting = undefined;
        resolve(Promise.resolve().then(work));
      });
      dropWaiting = () => {
        clearImmediate(turn);
        reject(new KithError('superseded', 'A newer question took the place of this one.'));
      };
    });
}
