import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// strace(1) sees every call of a program to the system, and can make chosen ones fail.

/** Why programs cannot be traced here, or null if they can. Told by the tests that need it. */
export function whyNoStrace(): string | null {
  if (process.platform !== 'linux') return 'There is strace on Linux only: this was not tried here.';
  const { status } = spawnSync('strace', [
    '-f',
    '-o',
    '/dev/null',
    '-e',
    'trace=none',
    process.execPath,
    '-v',
  ]);
  return status === 0 ? null : 'strace is not here, or may not trace: this was not tried.';
}

/** A call of a traced program that had an effect on files, in the order in which they ended. */
export type FileCall =
  | { readonly call: 'open'; readonly path: string; readonly fd: number; readonly empties: boolean }
  | { readonly call: 'close'; readonly fd: number }
  /** At the end of what was written so far if `at` is null. */
  | { readonly call: 'write'; readonly fd: number; readonly at: number | null; readonly bytes: Buffer }
  | { readonly call: 'truncate'; readonly fd: number; readonly size: number }
  | { readonly call: 'sync'; readonly fd: number }
  | { readonly call: 'unlink'; readonly path: string }
  | { readonly call: 'rename'; readonly from: string; readonly to: string };

const traced =
  'openat,open,creat,close,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2';
/** Longer than anything that is written at once: a page, a frame of the log, a line. */
const LONGEST = 1_000_000;

/** The command that runs `command` and writes what it does to files into `log`. */
export function traceFiles(log: string, command: readonly string[]): readonly string[] {
  return [
    'strace',
    ...['-f', '-qq', '-xx', '-s', String(LONGEST), '-o', log, '-e', `trace=${traced}`, '-e', 'signal=none'],
    ...command,
  ];
}

/** Reads what {@link traceFiles} wrote. Fails at a call that it does not know how to replay. */
export function readTrace(log: string): readonly FileCall[] {
  const unfinished = new Map<string, string>();
  return readFileSync(log, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, pid = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
      if (text.endsWith('<unfinished ...>')) {
        unfinished.set(pid, text.slice(0, -'<unfinished ...>'.length));
        return [];
      }
      const [resumed, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(text) ?? [];
      const whole = resumed === undefined ? text : `${unfinished.get(pid) ?? ''}${rest ?? ''}`;
      return readCall(whole) ?? [];
    });
}

function readCall(text: string): FileCall | null {
  const [, call = '', given = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(text) ?? [];
  // What failed had no effect.
  if (call === '' || Number(result) < 0) return null;
  const strings = [...given.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => fromHex(hex));
  const path = (i: number) => strings[i]?.toString('utf8') ?? '';
  const fd = Number(/^\d+/.exec(given)?.[0]);
  const last = Number(/(\d+)$/.exec(given)?.[1]);
  switch (call) {
    case 'open':
    case 'openat':
      return { call: 'open', path: path(0), fd: Number(result), empties: given.includes('O_TRUNC') };
    case 'close':
      return { call: 'close', fd };
    case 'write':
    case 'pwrite64': {
      const bytes = (strings[0] ?? Buffer.alloc(0)).subarray(0, Number(result));
      return { call: 'write', fd, at: call === 'write' ? null : last, bytes };
    }
    case 'ftruncate':
      return { call: 'truncate', fd, size: last };
    case 'fsync':
    case 'fdatasync':
      return { call: 'sync', fd };
    case 'unlink':
      return { call: 'unlink', path: path(0) };
    case 'rename':
      return { call: 'rename', from: path(0), to: path(1) };
    default:
      throw new Error(`the replay knows no ${call}`);
  }
}

const fromHex = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** The command that runs `command` and lets a call fail: the `when`-th of its kind, or, with a `+`, that and all after. */
export function failCalls(
  fault: { readonly calls: string; readonly error: 'EIO' | 'ENOSPC'; readonly when: string },
  command: readonly string[],
): readonly string[] {
  const { calls, error, when } = fault;
  return [
    'strace',
    ...['-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', 'signal=none'],
    ...['-e', `inject=${calls}:error=${error}:when=${when}`],
    ...command,
  ];
}
