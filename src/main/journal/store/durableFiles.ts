import {
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Waits until what was written to `file` is on the disk. */
export function syncFile(file: string): void {
  withHandle(file, 'r+', fsyncSync);
}

/** A new name is on the disk only when its folder is. Windows has no such call, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') withHandle(folder, 'r', fsyncSync);
}

/** Writes `text` so that after a crash at any point `file` holds it whole, or what it held before. */
export function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  syncFile(unfinished);
  renameSync(unfinished, file);
  syncFolder(dirname(file));
}

/** Copies a file through to the disk. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  syncFile(to);
}

/** What the JSON file holds, or undefined if it is not there or not JSON: for what can be done without. */
export function readJsonIfAny(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Such files hold conveniences; the callers have defaults.
    return undefined;
  }
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function withHandle(path: string, flags: string, use: (handle: number) => void): void {
  const handle = openSync(path, flags);
  try {
    use(handle);
  } finally {
    closeSync(handle);
  }
}
