import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { below, type Random } from './random.ts';
import type { FileCall } from './strace.ts';

/** A disk that promises what POSIX does: what was synced is there; of the rest, any part may be, in any order. */
export interface Disk {
  readonly take: (call: FileCall) => void;
  /** Writes into `folder` what a power cut at this moment might leave. */
  readonly cut: (folder: string, random: Random) => void;
}

/** Something that was done to a file and not synced. */
type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };

interface File {
  synced: Buffer;
  pending: Change[];
  end: number;
}

/** A name that was given or taken away, which is on the disk only after the next sync of anything. */
type Naming = { readonly name: string; readonly file: File | null };

/** A disk of the files in `root`, empty at first. */
export function createDisk(root: string): Disk {
  const handles = new Map<number, { readonly file: File; position: number }>();
  const names = new Map<string, File>();
  const syncedNames = new Map<string, File>();
  let namings: Naming[] = [];

  const nameOf = (path: string) => {
    const name = relative(root, path);
    // The index of the log is made anew after a crash, and is written through memory, which no trace sees.
    return path.startsWith(root) && !name.endsWith('-shm') ? name : null;
  };
  const give = (name: string, file: File | null) => {
    if (file === null) names.delete(name);
    else names.set(name, file);
    namings.push({ name, file });
  };
  const change = (file: File, made: Change) => {
    file.pending.push(made);
    file.end = 'size' in made ? made.size : Math.max(file.end, made.at + made.bytes.length);
  };
  const open = ({ path, fd, empties }: FileCall & { call: 'open' }) => {
    const name = nameOf(path);
    handles.delete(fd);
    if (name === null || name === '') return;
    const file = names.get(name) ?? { synced: Buffer.alloc(0), pending: [], end: 0 };
    if (!names.has(name)) give(name, file);
    handles.set(fd, { file, position: 0 });
    if (empties) change(file, { size: 0 });
  };
  const sync = (fd: number) => {
    const file = handles.get(fd)?.file;
    if (file === undefined) return;
    file.synced = apply(file.synced, file.pending);
    file.pending = [];
    for (const naming of namings) keepName(syncedNames, naming);
    namings = [];
  };
  const write = ({ fd, at, bytes }: FileCall & { call: 'write' }) => {
    const handle = handles.get(fd);
    if (handle === undefined) return;
    change(handle.file, { at: at ?? handle.position, bytes });
    if (at === null) handle.position += bytes.length;
  };
  const rename = (from: string, to: string) => {
    const [old, fresh] = [nameOf(from), nameOf(to)];
    const file = old === null ? undefined : names.get(old);
    if (old === null || fresh === null || file === undefined) return;
    give(fresh, file);
    give(old, null);
  };

  const take = (call: FileCall) => {
    switch (call.call) {
      case 'open':
        return open(call);
      case 'close':
        return void handles.delete(call.fd);
      case 'write':
        return write(call);
      case 'truncate': {
        const file = handles.get(call.fd)?.file;
        return file && change(file, { size: call.size });
      }
      case 'sync':
        return sync(call.fd);
      case 'unlink': {
        const name = nameOf(call.path);
        return name === null ? undefined : give(name, null);
      }
      case 'rename':
        return rename(call.from, call.to);
      default:
        return call satisfies never;
    }
  };

  const cut = (folder: string, random: Random) => {
    const kept = new Map(syncedNames);
    // Names are kept in a journal of the file system, in their order.
    for (const naming of namings.slice(0, below(random, namings.length + 1))) keepName(kept, naming);
    const sector = random() < 0.5 ? 512 : 4096;
    const share = [0, 0.1, 0.5, 0.9, 1][below(random, 5)] ?? 0;
    mkdirSync(folder, { recursive: true });
    for (const [name, file] of kept) {
      writeFileSync(join(folder, name), apply(file.synced, tear(file.pending, { random, sector, share })));
    }
  };
  return { take, cut };
}

function keepName(names: Map<string, File>, { name, file }: Naming): void {
  if (file === null) names.delete(name);
  else names.set(name, file);
}

interface Tearing {
  readonly random: Random;
  /** What a disk writes whole, in bytes. */
  readonly sector: number;
  /** How much of it arrived. */
  readonly share: number;
}

/** Some of these changes, sector by sector, in another order. */
function tear(changes: readonly Change[], { random, sector, share }: Tearing): readonly Change[] {
  const pieces = changes.flatMap((change): Change[] => ('size' in change ? [change] : split(change, sector)));
  return pieces
    .map((piece) => ({ piece, order: random() }))
    .filter(() => random() < share)
    .sort((a, b) => a.order - b.order)
    .map(({ piece }) => piece);
}

function split({ at, bytes }: { at: number; bytes: Buffer }, sector: number): Change[] {
  const pieces: Change[] = [];
  for (let from = at; from < at + bytes.length; ) {
    const end = Math.min(at + bytes.length, (Math.floor(from / sector) + 1) * sector);
    pieces.push({ at: from, bytes: bytes.subarray(from - at, end - at) });
    from = end;
  }
  return pieces;
}

function apply(before: Buffer, changes: readonly Change[]): Buffer {
  const longest = changes.reduce(
    (most, change) => Math.max(most, 'size' in change ? change.size : change.at + change.bytes.length),
    before.length,
  );
  const content = Buffer.alloc(longest);
  before.copy(content);
  let end = before.length;
  for (const change of changes) {
    if ('size' in change) {
      // What is cut off and grown again is zeros.
      content.fill(0, change.size);
      end = change.size;
    } else {
      change.bytes.copy(content, change.at);
      end = Math.max(end, change.at + change.bytes.length);
    }
  }
  return content.subarray(0, end);
}
