import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import { copyDurably, readJsonIfAny, removeFolder, syncFolder, writeDurably } from '../store/durableFiles.ts';
import { JOURNAL_FILE, KEY_FILE } from '../vault/keyFile.ts';
import { ABOUT_FILE } from './about.ts';
import { BACKUPS, SECOND, unfinishedName } from './backupNames.ts';
import { sayDiskFailure } from './diskFailure.ts';
import type { MadeBackup } from './makeBackup.ts';
import { rotate } from './rotate.ts';

/** Beside the journal and not in it: a damaged journal must be able to find its backups. */
const PLACES_FILE = 'backup-places.json';
const places = z.object({ version: z.literal(1), second: z.string().min(1).nullable() });

/** The folder that the user chose as a second place for backups, or null. */
export function readSecondFolder(dataFolder: string): string | null {
  const parsed = places.safeParse(readJsonIfAny(join(dataFolder, PLACES_FILE)));
  return parsed.success ? parsed.data.second : null;
}

/** Remembers the second place, or forgets it. Fails with `badInput` for a folder inside the data folder. */
export function chooseSecondFolder(dataFolder: string, second: string | null): void {
  if (second !== null && isInside(second, dataFolder)) {
    throw new KithError(
      'badInput',
      'That folder lies beside the journal itself, so both would be lost together. Please choose one on another disk.',
    );
  }
  writeDurably(join(dataFolder, PLACES_FILE), `${JSON.stringify({ version: 1, second })}\n`);
}

/** Where in the second place the backups are. */
export const secondBackups = (second: string) => join(second, SECOND);

/** A folder that is not there is mostly a stick that is not plugged in. */
export const isReachable = (second: string) => existsSync(second);

export const nameOfFolder = (path: string) => basename(path) || path;

/**
 * Copies the backup `made` into the second place, reads the copy back, and lets rotation remove what it supersedes
 * there. Nothing happens if it is there already. Fails with `diskFull`, `storage` or, where the copy reads differently,
 * `damaged`; then nothing is left behind.
 */
export function copyToSecond(dataFolder: string, second: string, made: MadeBackup): void {
  const from = join(dataFolder, BACKUPS, made.id);
  const folder = secondBackups(second);
  const unfinished = join(folder, unfinishedName(made.id));
  if (existsSync(join(folder, made.id))) return;
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    for (const name of [JOURNAL_FILE, KEY_FILE, ABOUT_FILE]) {
      copyDurably(join(from, name), join(unfinished, name));
      if (!hashFile(join(from, name)).equals(hashFile(join(unfinished, name)))) {
        throw new KithError('damaged', 'The copy in the second folder did not read back as it was written.');
      }
    }
    syncFolder(unfinished);
    renameSync(unfinished, join(folder, made.id));
    syncFolder(folder);
    rotate(folder, made);
  } catch (error) {
    removeFolder(unfinished);
    sayDiskFailure(error, 'The backup could not be copied to the second folder.');
  }
}

const PIECE = 1024 * 1024;

function hashFile(path: string): Buffer {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest();
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`);
}
