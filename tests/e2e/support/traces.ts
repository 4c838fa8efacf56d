import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

// Looks for a word wherever a program may have left it.

/** The word as files and memory hold it. */
function needlesOf(word: string): readonly Buffer[] {
  const bigEndian = Buffer.from(word, 'utf16le').swap16();
  return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), bigEndian];
}

const holds = (bytes: Buffer, word: string) => needlesOf(word).some((needle) => bytes.includes(needle));

/** The places beside its own folder where a program of this user may write. */
const elsewhere = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm', homedir()];

/**
 * The files that hold the word: all in `folder`, and those of this user elsewhere that were written since `since`
 * (milliseconds). Also files that have no name any more and that one of the processes `pids` still has open.
 */
export function filesHolding(
  word: string,
  folder: string,
  since: number,
  pids: readonly number[],
): readonly string[] {
  const own = process.getuid?.();
  const files = new Set([
    ...listFiles(folder),
    ...elsewhere.flatMap((place) =>
      listFiles(place, (file) => {
        const { uid, mtimeMs } = statSync(file);
        return uid === own && mtimeMs >= since;
      }),
    ),
    ...pids.flatMap(namelessFiles),
  ]);
  return [...files].filter((file) => {
    try {
      return holds(readFileSync(file), word);
    } catch {
      // Gone by now, or somebody else's.
      return false;
    }
  });
}

function listFiles(folder: string, wanted: (file: string) => boolean = () => true): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(path, wanted);
      return entry.isFile() && isWanted(path, wanted) ? [path] : [];
    });
  } catch {
    return [];
  }
}

function isWanted(file: string, wanted: (file: string) => boolean): boolean {
  try {
    return wanted(file);
  } catch {
    return false;
  }
}

function namelessFiles(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .map((fd) => `/proc/${pid}/fd/${fd}`)
      .filter((path) => readlinkSync(path).endsWith(' (deleted)') && statSync(path).isFile());
  } catch {
    return [];
  }
}

/** What of the processes was looked through. Linux only. */
export interface MemoryScan {
  readonly holding: readonly number[];
  /** Those whose memory this user may not read. */
  readonly unread: readonly number[];
}

/** Looks for the word in all memory of these processes that can be written to. */
export function scanMemory(pids: readonly number[], word: string): MemoryScan {
  const holding: number[] = [];
  const unread: number[] = [];
  for (const pid of pids) {
    const found = memoryHolds(pid, word);
    if (found === null) unread.push(pid);
    else if (found) holding.push(pid);
  }
  return { holding, unread };
}

const CHUNK = 8 * 1024 * 1024;

function memoryHolds(pid: number, word: string): boolean | null {
  let memory: number;
  let maps: string;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return null;
  }
  try {
    return maps
      .split('\n')
      .map((line) => /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line))
      .filter((match) => match !== null)
      .some(([, from = '0', to = '0']) => rangeHolds(memory, BigInt(`0x${from}`), BigInt(`0x${to}`), word));
  } finally {
    closeSync(memory);
  }
}

function rangeHolds(memory: number, from: bigint, to: bigint, word: string): boolean {
  const buffer = Buffer.alloc(CHUNK);
  for (let at = from; at < to; at += BigInt(CHUNK - 64)) {
    const length = Number(to - at < BigInt(CHUNK) ? to - at : BigInt(CHUNK));
    try {
      const count = readSync(memory, buffer, 0, length, at);
      if (holds(buffer.subarray(0, count), word)) return true;
    } catch {
      // A part of the address space that cannot be read, such as what is reserved and not in use.
      return false;
    }
  }
  return false;
}
