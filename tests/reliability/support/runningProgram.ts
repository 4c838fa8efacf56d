import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A program that runs, of which every line that it wrote is kept, also of one that was killed. */
export interface RunningProgram {
  readonly lines: readonly string[];
  /** Resolves once it has written so many lines, or at its end. */
  readonly wrote: (lines: number) => Promise<void>;
  readonly send: (message: unknown) => void;
  /** Tells it that there is no more input. */
  readonly finish: () => void;
  readonly kill: () => void;
  /** How it ended, when all that it wrote was read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** What it complained of. */
  readonly complaints: () => string;
}

export interface StartOptions {
  /** The user as whom it runs, by number. */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export function startProgram(command: readonly string[], options: StartOptions = {}): RunningProgram {
  const [program = '', ...args] = command;
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const lines: string[] = [];
  let waiting: { readonly lines: number; readonly resolve: () => void }[] = [];
  let rest = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = `${rest}${chunk}`.split('\n');
    // A line that has no end was never finished.
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const one of waiting) if (lines.length >= one.lines) one.resolve();
    waiting = waiting.filter((one) => lines.length < one.lines);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
  });
  // It may have been killed meanwhile.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return {
    lines,
    wrote: (count) =>
      Promise.race([
        ended.then(() => undefined),
        new Promise<void>((resolve) => {
          if (lines.length >= count) resolve();
          else waiting.push({ lines: count, resolve });
        }),
      ]),
    send: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    finish: () => void child.stdin.end(),
    kill: () => void child.kill('SIGKILL'),
    ended,
    complaints: () => complaints,
  };
}
