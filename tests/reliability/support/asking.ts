import type { Reply } from '../../../src/shared/contract/wire.ts';
import type { Question } from '../programs/serve.ts';
import { type RunningProgram, type StartOptions, startProgram } from './runningProgram.ts';

/** A journal process, without Electron, that answers questions until a disk fails it. */
export interface Asking {
  readonly program: RunningProgram;
  /** The reply, or null if the process is gone. */
  readonly ask: (method: string, input: unknown) => Promise<Reply | null>;
  /** Whether the journal was opened again with its key, as main does after a crash. */
  readonly isReopened: () => boolean;
  /** Ends it as quitting does. Its exit code. */
  readonly end: () => Promise<number | null>;
}

/** Starts `command`, which runs `programs/serve.ts`, and waits until it is up. */
export async function startAsking(command: readonly string[], options: StartOptions = {}): Promise<Asking> {
  const program = startProgram(command, options);
  while (!program.lines.includes('"up"')) {
    const before = program.lines.length;
    await program.wrote(before + 1);
    if (program.lines.length === before) throw new Error(program.complaints());
  }
  // A line of trouble with opening, and the one that says that it is up.
  const head = program.lines.length;
  let asked = 0;
  return {
    program,
    ask: async (method, input) => {
      program.send({ method, input } satisfies Question);
      asked += 1;
      const at = head + asked;
      await program.wrote(at);
      const line = program.lines[at - 1];
      return line === undefined ? null : (JSON.parse(line) as Reply);
    },
    isReopened: () => head === 1,
    end: async () => {
      program.finish();
      return (await program.ended).code;
    },
  };
}
