import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KithError } from '../../../shared/contract/errors.ts';

/** A new folder that is being filled. Nobody sees it under its final name before it is whole. */
export interface ExportFolder {
  /** Writes a file that is not there yet, through to the disk. `path` has `/` between folders. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Writes a long file piece by piece. */
  readonly writePieces: (path: string, pieces: AsyncIterable<string>) => Promise<void>;
}

/**
 * Makes a new folder inside `target`, lets `fill` write into it and gives it the name `name`, or that name with a
 * number when it is taken: nothing is ever overwritten. Answers with the name. When `fill` fails, what was written is
 * removed. Fails with `diskFull` or `storage`.
 */
export async function fillNewFolder(
  target: string,
  name: string,
  fill: (folder: ExportFolder) => Promise<void>,
): Promise<string> {
  const unfinished = await mkdtemp(join(target, `${name} – unfinished `)).catch(sayFailure);
  try {
    const folders = new Set<string>([unfinished]);
    await fill({
      write: (path, content) => writeWhole(join(unfinished, path), content, folders),
      writePieces: (path, pieces) => writePieces(join(unfinished, path), pieces),
    });
    for (const folder of folders) await syncFolder(folder);
    const given = await giveName(unfinished, target, name);
    await syncFolder(target);
    return given;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    return sayFailure(error);
  }
}

async function writeWhole(path: string, content: string | Uint8Array, folders: Set<string>): Promise<void> {
  await makeFolders(dirname(path), folders);
  await writeFile(path, content, { flag: 'wx', flush: true });
}

async function writePieces(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function makeFolders(folder: string, folders: Set<string>): Promise<void> {
  if (folders.has(folder)) return;
  await mkdir(folder, { recursive: true });
  for (let each = folder; !folders.has(each); each = dirname(each)) folders.add(each);
}

async function giveName(unfinished: string, target: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const given = number === 1 ? name : `${name} ${number}`;
    const path = join(target, given);
    if (await exists(path)) continue;
    await rename(unfinished, path);
    return given;
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/** A new name is on the disk only when its folder is. Windows keeps folders safe by itself and cannot be asked. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function sayFailure(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    throw new KithError('diskFull', 'There is not enough room on that disk. Nothing was left behind.', {
      cause: error,
    });
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EIO'].includes(code)) {
    throw new KithError('storage', 'Kith could not write into that folder. Please choose another.', {
      cause: error,
    });
  }
  throw error;
}
