import { writeSync } from 'node:fs';

/** A pause before the pipe is tried again. */
const PAUSE_MS = 5;
const nothing = new Int32Array(new SharedArrayBuffer(4));

/**
 * Tells whoever started this program a line, and comes back only when it was taken: a pipe that is full because the
 * other side is busy refuses it for a while.
 */
export function tell(line: string): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(nothing, 0, 0, PAUSE_MS);
    }
  }
}
