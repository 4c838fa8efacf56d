import { constants, type Dirent } from 'node:fs';
import { open, opendir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { KithError } from '../../../shared/contract/errors.ts';
import {
  type LeftFile,
  type Source,
  type SourceFile,
  UnreadableFile,
} from '../../../shared/formats/source.ts';
import type { ByteBudget } from './byteBudget.ts';
import { MOST_DEPTH, MOST_FILES, tooManyFiles } from './limits.ts';

const CHUNK_BYTES = 64 * 1024;

interface Found {
  readonly files: SourceFile[];
  readonly left: LeftFile[];
}

/**
 * The files below a folder, hidden ones and hidden folders left out, links not followed. Lists them all before it
 * answers; reads none. Fails with `unreadableSource` if the folder itself cannot be read.
 */
export async function openFolder(path: string, name: string, budget: ByteBudget): Promise<Source> {
  const found: Found = { files: [], left: [] };
  try {
    const root = await realpath(path);
    await listFolder(root, '', 0, found, budget);
  } catch (error) {
    if (error instanceof KithError) throw error;
    throw new KithError('unreadableSource', 'This folder could not be opened.', { cause: error });
  }
  return { name, ...found };
}

async function listFolder(
  folder: string,
  inside: string,
  depth: number,
  found: Found,
  budget: ByteBudget,
): Promise<void> {
  for await (const item of await opendir(folder)) {
    if (item.name.startsWith('.')) continue;
    const path = inside === '' ? item.name : `${inside}/${item.name}`;
    await countFile(found);
    if (item.isDirectory()) await listInner(folder, item, path, depth + 1, found, budget);
    else if (item.isFile()) {
      const file = join(folder, item.name);
      found.files.push({ path, chunks: () => readFileChunks(file, budget) });
    } else {
      found.left.push({ path, reason: reasonToLeave(item) });
    }
  }
}

/** One folder that cannot be opened does not spoil the rest. */
async function listInner(
  folder: string,
  item: Dirent,
  path: string,
  depth: number,
  found: Found,
  budget: ByteBudget,
): Promise<void> {
  if (depth > MOST_DEPTH) {
    found.left.push({ path, reason: 'Its folders lie too deep in each other.' });
    return;
  }
  try {
    await listFolder(join(folder, item.name), path, depth, found, budget);
  } catch (error) {
    if (error instanceof KithError) throw error;
    found.left.push({ path, reason: 'This folder could not be opened.' });
  }
}

/** Lets other questions be answered now and then, and ends somewhere. */
async function countFile({ files, left }: Found): Promise<void> {
  const count = files.length + left.length;
  if (count >= MOST_FILES) throw tooManyFiles();
  if (count % 1000 === 999) await setImmediate();
}

function reasonToLeave(item: Dirent): string {
  return item.isSymbolicLink()
    ? 'It is a link to somewhere else. Links are not followed.'
    : 'It is neither a file nor a folder.';
}

/**
 * The bytes of one file, which is not a link even if it was none a moment ago. Fails with `UnreadableFile`, or
 * `unreadableSource` when the budget is spent.
 */
export async function* readFileChunks(path: string, budget: ByteBudget): AsyncIterable<Uint8Array> {
  // Without O_NONBLOCK, a pipe put in a file's place would be waited for for ever. Windows has neither.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch((error: unknown) => {
    throw new UnreadableFile('It could not be opened.', { cause: error });
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new UnreadableFile('It is not a file.');
    const size = Math.min(CHUNK_BYTES, Math.max(1, stat.size + 1));
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(size) });
      if (bytesRead === 0) return;
      budget.spend(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof KithError) throw error;
    throw new UnreadableFile('It could not be read to its end.', { cause: error });
  } finally {
    await file.close();
  }
}
